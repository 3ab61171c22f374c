/** Rows with their columns below each other. */
export function aligned(rows: readonly (readonly string[])[], indent = ''): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  return rows.map((cells) => `${(indent + cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).trimEnd()}\n`).join('')
}

/** JSON for people and programs alike. */
export const indented = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
