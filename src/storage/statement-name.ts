const verb =
  /^\s*(?:\/\*[\s\S]*?\*\/\s*)?(?:with\b[\s\S]*?\)\s*)?(select|insert|update|delete|begin|commit|rollback|set|listen|notify|create|alter)\b/i
const table = /\b(?:from|into|update)\s+(?:only\s+)?((?:"?\w+"?\.)?"?\w+"?)/i

/** Names by text, as the driver is given the same texts again and again. */
const names = new Map<string, string>()
const namesMax = 1000

/**
 * What a statement is called in metrics, logs and traces: the name that it is prepared under, else its verb and table, as in
 * `select runs`. Never its values; a text that follows no pattern is `other`.
 */
export function statementName(given: unknown): string {
  if (typeof given === 'string') return nameOfText(given)
  const { name, text } = (given ?? {}) as { name?: unknown; text?: unknown }
  if (typeof name === 'string') return name
  return typeof text === 'string' ? nameOfText(text) : 'other'
}

function nameOfText(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = readName(text)
  if (names.size < namesMax) names.set(text, name)
  return name
}

function readName(text: string): string {
  const does = verb.exec(text)?.[1]?.toLowerCase()
  if (does === undefined) return 'other'
  if (!['select', 'insert', 'update', 'delete'].includes(does)) return does
  const of = table
    .exec(text)?.[1]
    ?.replaceAll('"', '')
    .replace(/^public\./, '')
    .toLowerCase()
  return of === undefined ? does : `${does} ${of}`
}
