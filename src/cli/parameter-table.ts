/** What a table shows of the JSON Schema of a parameter. */
export interface ParameterSchema {
  type?: string
  default?: unknown
  description?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  anyOf?: ParameterSchema[]
  const?: unknown
  enum?: unknown[]
}

/** The JSON Schema of all parameters of a method. */
export interface ParametersSchema {
  properties?: Record<string, ParameterSchema>
  required?: string[]
}

function rangeOf({ type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, anyOf, enum: words, const: word }: ParameterSchema): string {
  if (anyOf !== undefined) return anyOf.length > 4 ? '' : anyOf.map(rangeOf).join(' or ')
  if (words !== undefined) return words.join(' or ')
  if (word !== undefined) return String(word)
  const low = minimum === undefined ? (exclusiveMinimum === undefined ? '' : `> ${exclusiveMinimum}`) : `≥ ${minimum}`
  const high = maximum === undefined ? (exclusiveMaximum === undefined ? '' : `< ${exclusiveMaximum}`) : `≤ ${maximum}`
  return [low, high].filter(Boolean).join(', ') || (type ?? '')
}

/** Name, default, range and sentence of each parameter. */
export const parameterRows = ({ properties = {}, required = [] }: ParametersSchema): string[][] =>
  Object.entries(properties).map(([name, property]) => [
    name,
    property.default !== undefined ? JSON.stringify(property.default) : required.includes(name) ? 'required' : '',
    rangeOf(property),
    property.description ?? ''
  ])
