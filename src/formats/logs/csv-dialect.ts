/** How a table writes its cells. */
export interface CsvDialect {
  /** Null: blanks, any number of them. */
  readonly delimiter: ',' | ';' | '\t' | '|' | null
  /** 1,5 is one and a half. */
  readonly hasDecimalComma: boolean
}

/** Lines before the header that hold no cells: comments, and `sep=;` that Excel writes and reads. */
export const isRemark = (line: string): boolean => line.trim() === '' || line.startsWith('#') || /^sep=.\s*$/i.test(line)

const decimalComma = /^[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+(?:e[+-]?\d+)?$/i
/** Groups of three, as people write large numbers. */
const withThousands = /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/
const pointThousands = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+$/
const delimiters = [',', '\t', ';', '|'] as const

/** The dialect of a table by its first lines: the delimiter that every line has equally often, outside of quotes. */
export function dialectOf(text: string, isWhole: boolean): CsvDialect {
  const said = /^\ufeff?sep=(.)\s*$/im.exec(text.slice(0, 64))?.[1]
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  const rows = (isWhole ? lines : lines.slice(0, -1)).filter((line) => !isRemark(line)).slice(0, 50)
  const delimiter = delimiters.find((mark) => mark === said) ?? delimiterOf(rows)
  const cells = rows.flatMap((row) => (delimiter === ',' ? quotedCells(row) : cellsOf(row, delimiter)))
  // Between commas 1,000 is a thousand; a table that has cells such as 1,5 or 0,125 as well has no thousands.
  const hasDecimalComma = cells.some((cell) => decimalComma.test(cell) && (delimiter !== ',' || !withThousands.test(cell)))
  return { delimiter, hasDecimalComma }
}

function delimiterOf(rows: readonly string[]): CsvDialect['delimiter'] {
  const [header = ''] = rows
  const outside = (row: string) => row.replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = delimiters.map((mark) => ({ mark, inHeader: outside(header).split(mark).length - 1, even: evenness(rows, mark, outside) }))
  // A comma is what most tables have, and blanks only those that have none of the others.
  const best = counts.filter(({ inHeader }) => inHeader > 0).sort((a, b) => b.even - a.even)[0]
  if (best !== undefined) return best.mark
  return header.trim().split(/\s+/).length > 1 && rows.length > 1 && !header.includes('"') ? null : ','
}

/** The share of rows with as many of a mark as the header. */
function evenness(rows: readonly string[], mark: string, outside: (row: string) => string): number {
  const wanted = outside(rows[0] ?? '').split(mark).length
  return rows.filter((row) => outside(row).split(mark).length === wanted).length / Math.max(1, rows.length)
}

const cellsOf = (row: string, delimiter: CsvDialect['delimiter']): string[] =>
  (delimiter === null ? row.trim().split(/\s+/) : row.split(delimiter)).map((cell) => cell.trim().replaceAll('"', ''))

const quotedCells = (row: string): string[] => Array.from(row.matchAll(/"([^"]*)"/g), ([, cell = '']) => cell.trim())

/** A cell of a table with decimal commas, with the decimal point that numbers are read with. */
export function withPoint(cell: string): string {
  const text = cell.trim()
  if (decimalComma.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return pointThousands.test(text) ? text.replaceAll('.', '') : cell
}

/** A cell of a table with decimal points, without the commas between thousands. */
export const withoutThousands = (cell: string): string =>
  cell.includes(',') && withThousands.test(cell.trim()) ? cell.trim().replaceAll(',', '') : cell
