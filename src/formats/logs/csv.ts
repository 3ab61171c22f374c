import { heldSource } from './held-source.ts'
import type { LogFormat } from './log-format.ts'
import { normLogOf } from './norm-log.ts'
import { readNorms } from './read-log.ts'

/** A header and rows, as trackers export them; the columns are found by name. */
export const csv: LogFormat = {
  name: 'csv',
  mediaType: 'text/csv',
  content: 'text',
  hasColumns: true,
  examples: { points: { value: 'Step,run - train/grad_norm\n0,4.1\n50,3.9\n' } },
  read: async (chunks, wishes = {}) => normLogOf(await readNorms(await heldSource(chunks), { ...wishes, input: 'csv', isStrict: true }))
}
