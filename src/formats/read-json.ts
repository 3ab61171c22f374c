import { pointerTo } from '../domain/json-pointer.ts'
import { invalid } from '../domain/problems.ts'
import { duplicateKey } from './duplicate-key.ts'
import { readList, readNumber } from './json-fields.ts'
import { jsonLog } from './logs/json.ts'
import type { NormLog } from './logs/norm-log.ts'
import { parseJson } from './logs/parse-json.ts'
import { normOf, type ValueKind } from './logs/point-checks.ts'

/**
 * Parses the JSON of a body.
 * @throws Problem `invalid-request`
 */
export const readJson = (bytes: Uint8Array): unknown => parseJson(decoded(bytes))

/**
 * The same, where a name that comes twice in one object would hide a tensor.
 * @throws Problem `invalid-request`
 */
export function readUniqueJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes)
  const value = parseJson(text)
  const key = duplicateKey(text)
  if (key !== undefined) throw invalid('', `An object of the body has the key ${JSON.stringify(key)} twice.`, 'Name each once.')
  return value
}

/**
 * Parses the JSON of a log of gradient norms.
 * @throws Problem `invalid-request`
 */
export const readJsonLog = (bytes: Uint8Array): NormLog => jsonLog(readJson(bytes))

/**
 * Parses the JSON of an object whose lists in some places are numbers ≥ 0, as gradient norms are, or of any sign, with null for no point, where they are called
 * `losses` or `learningRates`: they come as float64, checked one by one, and everything else as it is.
 * @param places names of fields, or paths to them as `norms/values`, in which a star stands for every item of a list
 * @throws Problem `invalid-request`
 */
export function readJsonLists(bytes: Uint8Array, places: readonly string[]): unknown {
  const value = readJson(bytes)
  for (const place of places) {
    for (const { holder, key, pointer } of fieldsAt(value, place.split('/'), ''))
      holder[key] = withGaps.has(key) ? losses(holder[key], pointer) : numbers(holder[key], pointer, place)
  }
  return value
}

/** The lists that {@link readJsonLists} has turned into float64. */
export const listsAt = (value: unknown, places: readonly string[]): Float64Array[] =>
  places.flatMap((place) => [...fieldsAt(value, place.split('/'), '')].map(({ holder, key }) => holder[key] as Float64Array))

/** Lists in which a point may be missing, whose sign is checked where they are used. */
const withGaps: ReadonlySet<string> = new Set(['losses', 'learningRates'])

interface Field {
  holder: Record<string, unknown>
  key: string
  pointer: string
}

/** The fields at the end of a path that are there; `*` stands for every item of a list. */
function* fieldsAt(value: unknown, [name = '', ...rest]: readonly string[], pointer: string): Generator<Field> {
  if (name === '*') {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* fieldsAt(item, rest, pointerTo(pointer, i))
    return
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const holder = value as Record<string, unknown>
  if (holder[name] === undefined) return
  if (rest.length === 0) yield { holder, key: name, pointer: pointerTo(pointer, name) }
  else yield* fieldsAt(holder[name], rest, pointerTo(pointer, name))
}

/** What is in a list that holds no norms, for what is said of a value that cannot be one. */
const kinds: readonly [end: string, kind: ValueKind][] = [
  ['learningRates/values', { title: 'A learning rate', isSigned: false, fix: 'Send the rate that was used.' }],
  ['steps', { title: 'A step', isSigned: false, fix: 'Send the number of the optimizer step, from 0 on.' }],
  ['multipliers', { title: 'A multiplier', isSigned: false, fix: 'Send at least 0; scale and sign belong to the learning rate.' }]
]

function numbers(list: unknown, pointer: string, place: string): Float64Array {
  if (!Array.isArray(list)) throw invalid(pointer, 'must be a list of numbers.')
  const kind = kinds.find(([end]) => place.endsWith(end))?.[1]
  const values = new Float64Array(list.length)
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    values[i] =
      typeof item === 'number' && item >= 0 && item < Number.POSITIVE_INFINITY
        ? item
        : normOf(item, () => ({ pointer: () => pointerTo(pointer, i), prefix: '' }), kind)
  }
  return values
}

/** Losses or rates of steps, of any sign; null, where a step has none, is NaN. */
function losses(list: unknown, pointer: string): Float64Array {
  const given = readList(list, pointer)
  const values = new Float64Array(given.length)
  for (let i = 0; i < given.length; i++) values[i] = given[i] === null ? Number.NaN : lossOf(given[i], pointer, i)
  return values
}

const lossOf = (value: unknown, pointer: string, i: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : readNumber(value, pointerTo(pointer, i))

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('', 'The body is not UTF-8.', 'Encode the text as UTF-8.')
  }
}
