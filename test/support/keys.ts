import type { LightMyRequestResponse } from 'fastify'
import type { Scope } from '../../src/domain/access.ts'
import type { TestApp } from './app.ts'

/** A key as POST /v1/keys gives it. */
export interface GivenKey {
  id: string
  key: string
  name: string
  project: string
  scope: Scope
  expiresAt: string | null
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** Makes a key, with the key of an administrator where one is needed. */
export async function newKey({ send }: Pick<TestApp, 'send'>, fields: Partial<GivenKey>, admin?: string): Promise<GivenKey> {
  const payload = { name: 'test', project: 'default', scope: 'write', ...fields }
  const answer: LightMyRequestResponse = await send('POST', '/v1/keys', { payload, ...(admin && { headers: bearer(admin) }) })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json<GivenKey>()
}
