/**
 * Numbers as JSON carries them here. JSON has no NaN and no infinities, so these three are strings.
 * Both schemas are plain JSON Schema: every room may refer to them, by name.
 */
export const NonFinite = {
  $id: 'NonFinite',
  type: 'string',
  enum: ['NaN', 'Infinity', '-Infinity'],
  description: 'A float64 that JSON has no number for.'
} as const

export const Float = {
  $id: 'Float',
  anyOf: [{ type: 'number' }, { $ref: NonFinite.$id }],
  description: 'A float64: a number, or a string where JSON has no number for it.'
} as const

/** A float64 as it stands in JSON. */
export type JsonFloat = number | (typeof NonFinite.enum)[number]

/** A reference to `Float` from another schema, with what holds there: tools drop what stands directly beside a `$ref`. */
export const floatReference = (about: { description?: string; minimum?: number } = {}) =>
  Object.keys(about).length === 0 ? { $ref: Float.$id } : { allOf: [{ $ref: Float.$id }], ...about }
