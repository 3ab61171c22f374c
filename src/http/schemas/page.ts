import { Type } from 'typebox'

/** The query of every list. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 50, description: 'Most items in a page.' }),
  cursor: Type.Optional(Type.String({ maxLength: 512, description: '`nextCursor` of the previous page.' }))
}

export interface PageQuery {
  limit: number
  cursor?: string
}
