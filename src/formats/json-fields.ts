import { fixOfName } from '../domain/closest-name.ts'
import { pointerTo } from '../domain/json-pointer.ts'
import { invalid } from '../domain/problems.ts'
import { shown } from '../domain/schema-errors.ts'

/** Gives a value of JSON as what it stands for. @throws Problem `invalid-request`, with the pointer */
export type Read<T> = (value: unknown, pointer: string) => T

const words: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY
}

/** A number, or one of the words for those that JSON lacks. */
export const readNumber: Read<number> = (value, pointer) => {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'string' && Object.hasOwn(words, value)) return words[value]!
  // JSON.parse gives Infinity for what is written with more digits than float64 has room for.
  if (typeof value === 'number') throw invalid(pointer, 'is beyond float64.', 'Send "Infinity" or "-Infinity" if that is meant.')
  throw invalid(pointer, `must be a number, "NaN", "Infinity" or "-Infinity", and is ${shown(value)}.`)
}

/** A finite number that is not negative. */
export const readNonNegative: Read<number> = (value, pointer) => {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  throw invalid(pointer, `must be a finite number of at least 0, and is ${shown(value)}.`)
}

/** A whole number that float64 holds exactly. */
export const readCount: Read<number> = (value, pointer) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw invalid(pointer, `must be a whole number from 0 to 2^53 − 1, and is ${shown(value)}.`)
}

export const readText: Read<string> = (value, pointer) => {
  if (typeof value === 'string') return value
  throw invalid(pointer, `must be a string, and is ${shown(value)}.`)
}

export const readOneOf =
  <const T extends string>(allowed: readonly T[]): Read<T> =>
  (value, pointer) => {
    if (allowed.includes(value as T)) return value as T
    throw invalid(pointer, `must be ${allowed.map((word) => JSON.stringify(word)).join(' or ')}, and is ${shown(value)}.`)
  }

export const readObject: Read<Readonly<Record<string, unknown>>> = (value, pointer) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw invalid(pointer, `must be an object, and is ${shown(value)}.`)
}

export const readList: Read<readonly unknown[]> = (value, pointer) => {
  if (Array.isArray(value)) return value
  throw invalid(pointer, `must be a list, and is ${shown(value)}.`)
}

/**
 * An object of known fields; those that are absent are left out.
 * @throws Problem `invalid-request`, naming the first field that is unknown, missing or wrong
 */
export function readFields<F extends Readonly<Record<string, Read<unknown>>>>(
  value: unknown,
  pointer: string,
  fields: F,
  required: readonly (keyof F & string)[] = []
): { [K in keyof F]?: ReturnType<F[K]> } {
  const object = readObject(value, pointer)
  for (const name of required) {
    if (!Object.hasOwn(object, name)) throw invalid(pointerTo(pointer, name), 'is required.')
  }
  const result: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(object)) {
    const place = pointerTo(pointer, name)
    const read = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (read === undefined) {
      throw invalid(place, 'is not a known field.', fixOfName(name, Object.keys(fields)))
    }
    result[name] = read(field, place)
  }
  return result as { [K in keyof F]?: ReturnType<F[K]> }
}
