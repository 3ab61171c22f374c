/**
 * Path, query and header parameters arrive as text: those that their schema calls a number become one, where they are written as
 * JSON writes numbers. All others stay as they are, for the schema to judge.
 */
export function convertTexts(schema: object, texts: unknown): unknown {
  if (typeof texts !== 'object' || texts === null) return texts
  const { properties } = schema as { properties?: Record<string, { type?: string }> }
  const converted: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(texts)) {
    const type = properties?.[name]?.type
    converted[name] = (type === 'integer' || type === 'number') && typeof text === 'string' && jsonNumber.test(text) ? Number(text) : text
  }
  return converted
}

const jsonNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/
