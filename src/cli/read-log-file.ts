import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { logFormats } from '../formats/logs/index.ts'
import type { LogFormat } from '../formats/logs/log-format.ts'
import type { NormLog } from '../formats/logs/norm-log.ts'
import { UsageError } from './failures.ts'

export type InputName = LogFormat['name']
export const inputNames: readonly InputName[] = logFormats.map(({ name }) => name)

const byExtension: Record<string, InputName> = {
  csv: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  f64: 'float64'
}

/**
 * Reads the log in a file, or from standard input for "-".
 * @param input its format, where it is not to be guessed from the name or the first line
 * @throws UsageError where there is no such file; Problem `invalid-request` for what is in it
 */
export async function readLogFile(file: string, input?: InputName, column?: string): Promise<NormLog> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const bytes = await buffer(stream).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(unreadable(error))
  })
  const name = input ?? byExtension[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? guess(bytes)
  const format = logFormats.find((known) => known.name === name) as LogFormat
  return await format.read(once(bytes), column === undefined ? {} : { column })
}

const unreadable = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT'
    ? 'there is no such file.'
    : code === 'EISDIR'
      ? 'is a folder, not a file.'
      : code === 'EACCES'
        ? 'cannot be read: permission denied.'
        : message

/** A first line that is a whole point is NDJSON; whatever else starts like JSON is JSON; the rest is CSV. */
function guess(bytes: Uint8Array): InputName {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536)).trimStart()
  if (!text.startsWith('{') && !text.startsWith('[')) return 'csv'
  const [line = ''] = text.split('\n', 1)
  try {
    const { values, points } = JSON.parse(line) as { values?: unknown; points?: unknown }
    return values === undefined && points === undefined ? 'ndjson' : 'json'
  } catch {
    return 'json'
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
