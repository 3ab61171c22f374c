import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Option } from 'commander'
import { type NormLog, normLogOf } from '../formats/logs/norm-log.ts'
import type { NormReading } from '../formats/logs/norm-reading.ts'
import { besideTitles } from '../formats/logs/read-beside.ts'
import { type ReadWishes, readNorms } from '../formats/logs/read-log.ts'
import { logReaders } from '../formats/logs/readers/index.ts'
import type { LogSource } from '../formats/logs/recorder.ts'
import { inFlags, UsageError } from './failures.ts'
import { isFolder, logFilesIn } from './log-folder.ts'
import { standardInput } from './standard-input.ts'

/** What a person says of a log on the command line. */
export interface LogFlags {
  input?: string
  column?: string
  columns?: string
  step?: string
  run?: string
  lossColumn?: string
}

/** `--input`: the format of a log, where it is not to be found by what is in it. */
export const inputOption = (readers = logReaders): Option =>
  new Option('--input <format>', 'format of the log (default: found by what is in it)').choices(readers.map(({ name }) => name))

/** `--column` and `--step`: the columns of a log, where they are not to be found by name. */
export const columnOption = (): Option => new Option('--column <name>', 'column, field or tag of the norms (default: found by name)')
export const columnsOption = (): Option =>
  new Option('--columns <pattern>', 'columns of norms of parts of the model, to combine: "grad_2.0_norm/*"').conflicts('column')
export const stepOption = (): Option => new Option('--step <name>', 'column or field of the steps (default: found by name)')

/** `--run`: whose norms, where a file holds those of several runs. */
export const logRunOption = (): Option => new Option('--run <name>', 'run in the log, where it holds several')

/** `--loss-column`: the losses that are read beside the norms. */
export const lossColumnOption = (): Option =>
  new Option('--loss-column <name>', 'column or field of the training losses (default: found by name)')

/** `--map`: the columns of series. */
export const seriesMapOption = (): Option =>
  new Option(
    '--map <series=column>',
    'column, field or tag of a series, or a pattern of norms to combine: l2="grad_norm/*"; may be repeated (default: found by name)'
  )
    .argParser((text: string, all: string[] = []) => [...all, text])
    .default([], '')

/** What was read from a file, as a log too. */
export interface FileReading extends NormReading {
  readonly log: NormLog
}

/**
 * Reads the norms of a log in a file, in a folder that a trainer or tracker made, or from standard input for "-", and says on standard error what it read from where.
 * @param more which norms, and what to read beside them
 * @throws UsageError where there is no such file; Problem `ambiguous-log`, `invalid-request` for what is in it
 */
export async function readLogFile(
  file: string,
  { input, column, columns, step, run }: LogFlags,
  more: Pick<ReadWishes, 'norm' | 'optimizer' | 'beside'> = {}
): Promise<FileReading> {
  const wishes = Object.fromEntries(Object.entries({ input, column, columns, step, run, ...more }).filter(([, wish]) => wish !== undefined))
  const reading = await readNorms(await sourcesOf(file), wishes)
  process.stderr.write(`${readingText(reading)}\n`)
  return { ...reading, log: normLogOf(reading) }
}

/** What was read, in a line for each thing that a person should know. */
function readingText({ columns, points, beside = [], notes }: NormReading): string {
  const { step = null, value = '' } = columns ?? {}
  const steps = step === null ? 'no column of steps' : `steps from ${JSON.stringify(step)}`
  const others = beside.map(
    ({ name, column, points: { values } }) => `, ${values.length} ${besideTitles[name]} from ${JSON.stringify(column)}`
  )
  return [
    `read: ${points.values.length} norms from column ${JSON.stringify(value)}, ${steps}${others.join('')}`,
    ...notes.map((note) => `note: ${inFlags(note)}`)
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

export async function sourcesOf(path: string): Promise<LogSource[]> {
  if (path === '-') return [await standardInput()]
  const isPlain = !(await isFolder(path))
  const names = isPlain ? [basename(path)] : await logFilesIn(path)
  return names.map((name) => ({ name, bytes: () => bytesOf(isPlain ? path : join(path, name)) }))
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: pieceBytes })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : new UsageError(unreadable(error as NodeJS.ErrnoException))
  }
}

/** Read at once. */
const pieceBytes = 2 ** 20
