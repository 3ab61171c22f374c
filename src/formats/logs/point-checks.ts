import { stepMax } from '../../domain/gradient-norm.ts'
import { invalid, type Problem } from '../../domain/problems.ts'

/** Where a point stands: as a JSON Pointer and, for formats of lines, before a sentence as "Line 7: ". Made only when something is wrong. */
export interface Place {
  pointer(field: 'step' | 'value'): string
  prefix: string
}

/** The numbers that JSON lacks, as strings. */
const jsonWords: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY
}

/** A value as a message shows it, cut where it is long. */
export const quoted = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** What a value is, as the beginning of a sentence, and whether a finite one may be negative. */
export interface ValueKind {
  readonly title: string
  readonly isSigned: boolean
  /** What to send in the place of a negative one. */
  readonly fix: string
}

const gradientNorm: ValueKind = {
  title: 'A gradient norm',
  isSigned: false,
  fix: 'Send the norm itself, not its logarithm or change.'
}

/** A value as JSON gives it: a number, or one of the words as a string. A finite negative norm is refused; −0 is not. */
export function normOf(value: unknown, place: () => Place, kind = gradientNorm): number {
  if (typeof value === 'number') {
    if (value >= 0 && value < Number.POSITIVE_INFINITY) return value
    if (!Number.isFinite(value)) throw beyondFloat64(value, place())
    if (kind.isSigned) return value
    throw negative(value, place(), kind)
  }
  if (typeof value === 'string' && Object.hasOwn(jsonWords, value)) return jsonWords[value]!
  const { pointer, prefix } = place()
  const fix =
    typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
      ? 'Send the number without quotes.'
      : 'Send a number, or one of the strings "NaN", "Infinity" and "-Infinity".'
  throw invalid(pointer('value'), `${prefix}${kind.title} must be a number, and is ${quoted(value)}.`, fix)
}

/** Reading JSON turns a literal such as 1e999 into Infinity; infinities are the strings. */
const beyondFloat64 = (value: number, { pointer, prefix }: Place): Problem =>
  invalid(pointer('value'), `${prefix}The number is beyond float64.`, `Send the string "${value}" if that is what it was.`)

export function negative(value: number, { pointer, prefix }: Place, { title, fix }: Omit<ValueKind, 'isSigned'> = gradientNorm): Problem {
  return invalid(pointer('value'), `${prefix}${title} is not negative, and this is ${value}.`, fix)
}

/** A step as JSON gives it, above the step before it (−1 for the first). */
export function stepOf(step: unknown, before: number, place: () => Place): number {
  if (typeof step === 'number' && Number.isInteger(step) && step > before && step <= stepMax) return step + 0
  throw wrongStep(step, before, place())
}

function wrongStep(step: unknown, before: number, { pointer, prefix }: Place): Problem {
  const at = pointer('step')
  if (typeof step !== 'number' || !Number.isInteger(step)) {
    return invalid(at, `${prefix}A step must be a whole number, and is ${quoted(step)}.`)
  }
  if (step < 0) return invalid(at, `${prefix}A step is not negative, and this is ${step}.`)
  if (step > stepMax) return invalid(at, `${prefix}A step is at most ${stepMax} = 2^53 − 1, and this is ${step}.`)
  const order = step === before ? `step ${step} stands twice` : `step ${step} comes after step ${before}`
  return invalid(
    at,
    `${prefix}Steps must increase within a request: ${order}.`,
    'Sort the points by step. Where training went back to a checkpoint, send what came after it in a request of its own with `resumeFrom`.'
  )
}
