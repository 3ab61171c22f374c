import { stepMax } from '../../domain/gradient-norm.ts'
import type { EvenSteps } from './point-store.ts'
import type { NumberTable } from './scanner/number-table.ts'

/** Shorter ones are taken record by record. */
const fewest = 16

/** Where in a record what stands. */
interface Places {
  readonly step: number
  readonly value: number
}

/**
 * The records from one on whose steps grow evenly, as those of most logs do, and whose values are at least so large; null where they are few.
 * @param record the first of them
 */
export function evenStretch(
  { records, columns, values }: NumberTable,
  record: number,
  { step, value }: Places,
  least: number
): EvenSteps | null {
  if (record + fewest > records) return null
  const width = columns.length
  const stepAt = record * width + step
  const first = values[stepAt]!
  const stride = values[stepAt + width]! - first
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(stride) || stride <= 0 || first < 0) return null
  const most = Math.min(records - record, Math.floor((stepMax - first) / stride))
  let count = 0
  for (let at = record * width; count < most; count++, at += width) {
    if (values[at + step] !== first + count * stride || !(values[at + value]! >= least)) break
  }
  return count < fewest ? null : { first, stride, count }
}
