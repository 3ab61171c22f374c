/**
 * Path and query parameters arrive as text: makes a function that turns those that a schema calls a number or a boolean into one, where they
 * are written as JSON writes them. All others stay as they are, for the schema to judge.
 */
export function textConverter(schema: object): (texts: unknown) => void {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> }
  const ofType = (...types: string[]) => Object.keys(properties).filter((name) => types.includes(properties[name]?.type ?? ''))
  const numeric = ofType('integer', 'number')
  const boolean = ofType('boolean')
  return (texts) => {
    const record = texts as Record<string, unknown>
    for (const name of numeric) {
      const text = record[name]
      if (typeof text === 'string' && jsonNumber.test(text)) record[name] = Number(text)
    }
    for (const name of boolean) if (record[name] === 'true' || record[name] === 'false') record[name] = record[name] === 'true'
  }
}

const jsonNumber = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/
