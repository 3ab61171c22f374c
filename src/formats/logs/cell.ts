import { textNumber } from './text-number.ts'

/** How programs write that there is no value: pandas, R, Python, spreadsheets, SQL. */
const absentWords = new Set(['', '-', '--', 'none', 'null', 'na', 'n/a', 'nil', '#n/a', '<na>', 'missing', 'undefined', '""'])

/** A cell holds no point, which is not the same as NaN. */
export const isAbsent = (text: string): boolean => text.length <= 9 && absentWords.has(text.toLowerCase())

/**
 * The number in a cell: as it is, or as text; undefined where the cell holds none because there was no value, null where it holds
 * something else.
 */
export function cellNumber(cell: number | string): number | null | undefined {
  if (typeof cell === 'number') return cell
  const text = cell.trim()
  return isAbsent(text) ? undefined : textNumber(text)
}
