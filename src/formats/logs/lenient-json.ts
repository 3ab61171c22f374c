/** A string, or a bare word that Python's json and others write for a number that JSON lacks. */
const stringOrWord = /"(?:[^"\\]|\\[\s\S])*"|[+-]?\b(?:NaN|nan|NAN|Infinity|infinity|Inf|inf)\b/g

/** Parses JSON in which NaN and the infinities may stand bare; they come as strings. @throws SyntaxError as JSON.parse does */
export function parseLenientJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const quoted = text.replace(stringOrWord, (found) => (found.startsWith('"') ? found : `"${found}"`))
    if (quoted === text) throw error
    return JSON.parse(quoted)
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
