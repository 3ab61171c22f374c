import { Type } from 'typebox'

/** The query of every list. */
export const pageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: 500, default: 50, description: 'How many items a page has.' }),
  cursor: Type.Optional(Type.String({ maxLength: 512, description: '`nextCursor` of the page before.' }))
}

export interface PageQuery {
  limit: number
  cursor?: string
}
