/**
 * Path and query parameters arrive as text: makes a function that turns those that a schema calls a number into one, where they are
 * written as JSON writes numbers. All others stay as they are, for the schema to judge.
 */
export function textConverter(schema: object): (texts: unknown) => void {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> }
  const numeric = Object.keys(properties).filter((name) => ['integer', 'number'].includes(properties[name]?.type ?? ''))
  return (texts) => {
    const record = texts as Record<string, unknown>
    for (const name of numeric) {
      const text = record[name]
      if (typeof text === 'string' && jsonNumber.test(text)) record[name] = Number(text)
    }
  }
}

const jsonNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/
