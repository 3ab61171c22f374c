import { type Static, Type } from 'typebox'

export const InvalidPart = Type.Object(
  {
    pointer: Type.String({
      description: 'A JSON Pointer into the body, "" for the whole; or query/<name>, path/<name>, header/<name>.',
      examples: ['/values/3']
    }),
    detail: Type.String({ description: 'What is wrong there.' }),
    fix: Type.Optional(Type.String({ description: 'What to write instead.' }))
  },
  { $id: 'InvalidPart', description: 'One place in a request that is wrong.', additionalProperties: false }
)

export const ProblemDetails = Type.Object(
  {
    type: Type.String({
      format: 'uri-reference',
      description: 'The path of a page that explains the problem.',
      examples: ['/problems/run-not-found']
    }),
    title: Type.String({ description: 'What is wrong; the same for all problems of a type.' }),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What happened in this case.' }),
    requestId: Type.String({ description: 'The id of the request, as in X-Request-Id.' }),
    errors: Type.Optional(Type.Array(Type.Ref('InvalidPart'), { minItems: 1, description: 'Each place in the request that is wrong.' }))
  },
  { $id: 'ProblemDetails', description: 'Why a request failed (RFC 9457).', additionalProperties: false }
)

export type ProblemDetails = Static<typeof ProblemDetails>
