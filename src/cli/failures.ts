import { type InvalidPart, Problem } from '../domain/problems.ts'

/** 1: the program is at fault; 2: the command line or the input is; 3: the service is away. */
export const exitCodes = { failure: 1, usage: 2, away: 3 } as const

/** A failure that the message alone explains: wrong usage, a file that cannot be read. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The service does not answer, or not now. */
export class ServiceAway extends Error {
  override readonly name = 'ServiceAway'
}

/** A signal ended the work, after it cleared up. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  /** As shells give it: 128 and the number of the signal. */
  readonly exitCode: number
  constructor(signal: string, exitCode: number) {
    super(`interrupted by ${signal}; nothing was left behind.`)
    this.exitCode = exitCode
  }
}

/** Options of the command line by their place in a request. */
const optionNames: Record<string, string> = {
  '/name': '--name',
  '/project': '--project',
  '/expiresAt': '--expires-at',
  '/norm': '--norm',
  '/weighting': '--weighting',
  '/preset': '--preset',
  '/window': '--window',
  '/method': '--method',
  '/trim/start': '--trim-start',
  '/trim/end': '--trim-end',
  '/steps': '--steps',
  '/warmupFloor': '--warmup-floor',
  '/ramp': '--ramp',
  '/normFloor': '--norm-floor',
  '/deadBand': '--dead-band',
  '/scaleBy': '--scale-by',
  '/final': '--final',
  '/loss': '--loss',
  '/lossColumn': '--loss-column',
  'query/column': '--column',
  'query/step': '--step',
  'query/run': '--run',
  'query/columns': '--columns',
  'query/input': '--input',
  'query/map': '--map',
  'query/runId': '--run-id'
}

/** What to print for a failure, and how to end. No failure shows a stack trace unless TAPER_DEBUG is set. */
export function explainFailure(error: unknown, file?: string): { message: string; exitCode: number } {
  const where = file === undefined ? 'taper' : `taper: ${file}`
  if (error instanceof UsageError) return { message: `${where}: ${error.message}`, exitCode: exitCodes.usage }
  if (error instanceof Interrupted) return { message: `${where}: ${error.message}`, exitCode: error.exitCode }
  if (error instanceof ServiceAway) return { message: `${where}: ${error.message}`, exitCode: exitCodes.away }
  if (error instanceof Problem) {
    const sentences = error.type === 'ambiguous-log' ? [columnsOf(error)] : (error.errors?.map(sentence) ?? [error.detail])
    return { message: sentences.map((text) => `${where}: ${text}`).join('\n'), exitCode: exitCodes.usage }
  }
  const message = error instanceof Error ? (process.env.TAPER_DEBUG ? error.stack : error.message) : String(error)
  return { message: `${where}: ${message}`, exitCode: exitCodes.failure }
}

/** What is not certain, and a line for each column. */
export const columnsOf = ({ detail, errors = [] }: { detail: string; errors?: InvalidPart[] | undefined }): string =>
  [inFlags(detail), ...errors.map((column) => `  ${column.detail} ${inFlags(column.fix ?? '')}`)].join('\n')

function sentence({ pointer, detail, fix }: InvalidPart): string {
  const option = optionNames[pointer] ?? parameterOption(pointer)
  const text = `${option === undefined ? '' : `${option}: `}${detail}`
  if (fix === undefined) return text
  return `${text}\n  ${inFlags(fix)}`
}

/** `--param power` for a parameter of a rule, with the place inside its value. */
const parameterOption = (pointer: string): string | undefined =>
  pointer.startsWith('/parameters/') ? `--param ${pointer.slice('/parameters/'.length)}` : undefined

/** A sentence with the options of the command line instead of the fields of a request. */
export const inFlags = (text: string): string =>
  text.replaceAll(
    /`([\w.]+)`/g,
    (field, name: string) => optionNames[`/${name.replaceAll('.', '/')}`] ?? optionNames[`query/${name}`] ?? field
  )
