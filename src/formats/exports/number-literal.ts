/** A finite number as a float literal of Python, Go and JavaScript, never an integer literal. */
export function floatLiteral(value: number): string {
  const text = String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** Joins the items of a list into lines of moderate length. */
export function inLines(items: readonly string[], indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const item of items) {
    if (line.length + item.length > 112) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += `${item}, `
  }
  if (line !== '') lines.push(line.trimEnd())
  return lines.map((each) => `${indent}${each}`).join('\n')
}
