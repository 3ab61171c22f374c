import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Option } from 'commander'
import { heldSource } from '../formats/logs/held-source.ts'
import { type NormLog, normLogOf } from '../formats/logs/norm-log.ts'
import type { NormReading } from '../formats/logs/norm-reading.ts'
import { type ReadWishes, readNorms } from '../formats/logs/read-log.ts'
import { logReaders } from '../formats/logs/readers/index.ts'
import { UsageError } from './failures.ts'

/** What a person says of a log on the command line. */
export interface LogFlags {
  input?: string
  column?: string
  step?: string
}

/** `--input`: the format of a log, where it is not to be found by what is in it. */
export const inputOption = (readers = logReaders): Option =>
  new Option('--input <format>', 'format of the log (default: found by what is in it)').choices(readers.map(({ name }) => name))

/** `--column` and `--step`: the columns of a log, where they are not to be found by name. */
export const columnOption = (): Option => new Option('--column <name>', 'column, field or tag of the norms (default: found by name)')
export const stepOption = (): Option => new Option('--step <name>', 'column or field of the steps (default: found by name)')

/** What was read from a file, as a log too. */
export interface FileReading extends NormReading {
  readonly log: NormLog
}

/**
 * Reads the norms of a log in a file, or from standard input for "-", and says on standard error what it read from where.
 * @throws UsageError where there is no such file; Problem `ambiguous-log`, `invalid-request` for what is in it
 */
export async function readLogFile(file: string, { input, column, step }: LogFlags, norm?: ReadWishes['norm']): Promise<FileReading> {
  const stream = file === '-' ? process.stdin : createReadStream(file)
  const bytes = await buffer(stream).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(unreadable(error))
  })
  const wishes = Object.fromEntries(Object.entries({ input, column, step, norm }).filter(([, wish]) => wish !== undefined))
  const reading = await readNorms(await heldSource(once(bytes), file === '-' ? '' : basename(file)), wishes)
  process.stderr.write(`${readingText(reading)}\n`)
  return { ...reading, log: normLogOf(reading) }
}

/** What was read, in a line for each thing that a person should know. */
function readingText({ columns, points, notes }: NormReading): string {
  const { step = null, value = '' } = columns ?? {}
  const steps = step === null ? 'no column of steps' : `steps from ${JSON.stringify(step)}`
  return [
    `read: ${points.values.length} norms from column ${JSON.stringify(value)}, ${steps}`,
    ...notes.map((note) => `note: ${note}`)
  ].join('\n')
}

export const unreadable = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT'
    ? 'no such file.'
    : code === 'EISDIR'
      ? 'is a folder, not a file.'
      : code === 'EACCES'
        ? 'cannot be read: permission denied.'
        : message

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
