import { heldSource } from './held-source.ts'
import type { LogFormat } from './log-format.ts'
import { normLogOf } from './norm-log.ts'
import { readNorms } from './read-log.ts'

/** An object a line: `{"step":0,"value":1.5}`, or lines of a tracker, whose fields are found by name. */
export const ndjson: LogFormat = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  content: 'text',
  hasColumns: true,
  examples: { points: { value: '{"step":0,"value":4.1}\n{"step":1,"value":3.9}\n' } },
  read: async (chunks, wishes = {}) => normLogOf(await readNorms(await heldSource(chunks), { ...wishes, input: 'ndjson', isStrict: true }))
}
