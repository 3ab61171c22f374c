import { type Static, Type } from 'typebox'
import { scopes } from '../../domain/access.ts'
import { projectPattern } from '../../domain/project.ts'
import { orNull } from './or-null.ts'
import { pageQuery } from './page.ts'
import { ref } from './ref.ts'
import { text } from './text.ts'

const scope = Type.Enum(scopes, {
  description: '`read` reads and computes, `write` also stores and changes, `admin` also makes keys.'
})
const project = Type.String({
  pattern: projectPattern,
  description: 'The project that the key sees. It needs not exist yet.',
  examples: ['default']
})
const name = text(255, { minLength: 1, description: 'What people call it.', examples: ['trainer of team A'] })
const time = (description: string) => Type.String({ format: 'date-time', description })

const fields = {
  id: Type.String({ description: 'Part of the key, and no secret.', examples: ['6Yv1sPqJ0aZk'] }),
  name,
  project,
  scope,
  createdAt: time('When it was made.'),
  expiresAt: orNull(time('When it ceases to work; null: never.')),
  lastUsedAt: orNull(time('When it was last used, to a minute; null: never.'))
}

export const ApiKey = Type.Object(fields, { $id: 'ApiKey', description: 'An API key, without its secret.', additionalProperties: false })

export const NewApiKey = Type.Object(
  {
    ...fields,
    key: Type.String({
      description: 'The key itself, shown this once: send it as `Authorization: Bearer <key>`.',
      examples: ['taper_6Yv1sPqJ0aZk_…']
    })
  },
  { $id: 'NewApiKey', description: 'An API key that was just made.', additionalProperties: false }
)

export const ApiKeyCreate = Type.Object(
  {
    name,
    project,
    scope,
    expiresAt: Type.Optional(orNull(time('When it ceases to work. Without it, or with null: never.')))
  },
  { $id: 'ApiKeyCreate', description: 'The key to make.', additionalProperties: false }
)
export type ApiKeyCreate = Static<typeof ApiKeyCreate>

export const ApiKeyPage = Type.Object(
  { items: Type.Array(ref(ApiKey)), nextCursor: orNull(Type.String({ description: 'For the next page; null on the last.' })) },
  { $id: 'ApiKeyPage', description: 'Keys, newest first.', additionalProperties: false }
)

const limit = (description: string) => orNull(Type.Integer({ minimum: 1, description }))

export const Whoami = Type.Object(
  {
    project,
    scope,
    key: orNull(
      Type.Object(
        { id: fields.id, name, expiresAt: fields.expiresAt },
        { description: 'The key of the request; null where it needs none.', additionalProperties: false }
      )
    ),
    limits: Type.Object(
      {
        requestsPerMinute: limit('Requests in a minute; null: any number.'),
        pointsPerDay: limit('New points in a day of UTC; null: any number.'),
        pointsToday: orNull(Type.Integer({ minimum: 0, description: 'New points so far today; null where they are not counted.' }))
      },
      { additionalProperties: false }
    )
  },
  { $id: 'Whoami', description: 'What the sender of a request may do.', additionalProperties: false }
)

export const ListKeysQuery = Type.Object(pageQuery, { additionalProperties: false })
export type ListKeysQuery = Static<typeof ListKeysQuery>

export const KeyParams = Type.Object({ id: Type.String({ maxLength: 64, pattern: '^[A-Za-z0-9._~-]+$', description: 'The id of a key.' }) })
export type KeyParams = Static<typeof KeyParams>

export const keySchemas = [ApiKey, NewApiKey, ApiKeyCreate, ApiKeyPage, Whoami]
