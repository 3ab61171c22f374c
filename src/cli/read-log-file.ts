import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Option } from 'commander'
import { csv } from '../formats/logs/csv.ts'
import { logFormatOfFile, logFormats } from '../formats/logs/index.ts'
import { json } from '../formats/logs/json.ts'
import type { LogFormat } from '../formats/logs/log-format.ts'
import { ndjson } from '../formats/logs/ndjson.ts'
import type { NormLog } from '../formats/logs/norm-log.ts'
import { UsageError } from './failures.ts'

/** `--input`: the format of a log, where it is not to be guessed. */
export const inputOption = (formats = logFormats): Option =>
  new Option('--input <format>', 'format of the log (default: detected)').choices(formats.map(({ name }) => name))

/**
 * Reads the log in a file, or from standard input for "-".
 * @param input its format, where it is not to be guessed from the name or the first line
 * @throws UsageError where there is no such file; Problem `invalid-request` for what is in it
 */
export async function readLogFile(file: string, input?: string, column?: string): Promise<NormLog> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const bytes = await buffer(stream).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(unreadable(error))
  })
  const named = (name: string) => logFormats.find((known) => known.name === name)
  const format = (input === undefined ? logFormatOfFile(file) : named(input)) ?? guess(bytes)
  return await format.read(once(bytes), column === undefined ? {} : { column })
}

export const unreadable = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT'
    ? 'no such file.'
    : code === 'EISDIR'
      ? 'is a folder, not a file.'
      : code === 'EACCES'
        ? 'cannot be read: permission denied.'
        : message

/** A first line that is a whole point is NDJSON; whatever else starts like JSON is JSON; the rest is CSV. */
function guess(bytes: Uint8Array): LogFormat {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536)).trimStart()
  if (!text.startsWith('{') && !text.startsWith('[')) return csv
  const [line = ''] = text.split('\n', 1)
  try {
    const { values, points } = JSON.parse(line) as { values?: unknown; points?: unknown }
    return values === undefined && points === undefined ? ndjson : json
  } catch {
    return json
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
