import type { Static, TObject, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { fixOfName, likelyNames } from '../domain/closest-name.ts'
import { pointerTo } from '../domain/json-pointer.ts'
import { type InvalidPart, Problem } from '../domain/problems.ts'
import { invalidPlaces, placesMax, shown } from '../domain/schema-errors.ts'
import { typeboxErrorsAt } from './typebox-errors.ts'

/** Whose parameters they are, for messages. */
export interface Owner {
  /** Its name: `prodigy`, `cosine`. */
  readonly of: string
  readonly noun: 'parameter' | 'hyperparameter'
  /** What often is looked for here and belongs elsewhere in the request: what to do, by our name for it. */
  readonly elsewhere?: Readonly<Record<string, string>>
}

/**
 * Parameters that are complete and correct: those given, and the schema's defaults for the rest, in the order of the schema.
 * @param given   names and values as on the wire, where `"Infinity"` stands for the number that JSON lacks; the number itself is taken too
 * @param pointer where they stand in the request
 * @returns a copy that shares nothing with the request or the schema, with 0 for −0
 * @throws Problem `invalid-request`, which names every one that is unknown, missing, of the wrong type or out of its range
 */
export function resolveParameters<P extends TObject>(schema: P, given: unknown, pointer: string, owner: Owner): Static<P> {
  const { of, noun } = owner
  const properties = schema.properties as Record<string, TSchema & { default?: unknown }>
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const detail = `must be an object, but is ${shown(given)}.`
    throw new Problem('invalid-request', `The ${noun}s of ${of} must be an object.`, { errors: [{ pointer, detail }] })
  }
  const values = given as Readonly<Record<string, unknown>>
  const errors = [...unknownOnes(Object.keys(values), Object.keys(properties), owner), ...wrongOnes(schema, values)]
  if (errors.length > 0) {
    throw new Problem('invalid-request', `The ${noun}s of ${of} do not match its schema.`, {
      errors: errors.slice(0, placesMax).map((error) => ({ ...error, pointer: pointer + error.pointer }))
    })
  }
  const resolved = Object.entries(properties).flatMap(([name, property]) => {
    const value = values[name] ?? property.default
    return value === undefined ? [] : [[name, takesInfinity(property) && value === 'Infinity' ? Number.POSITIVE_INFINITY : copied(value)]]
  })
  return Object.fromEntries(resolved) as Static<P>
}

function unknownOnes(given: readonly string[], known: readonly string[], { of, noun, elsewhere = {} }: Owner): InvalidPart[] {
  return given
    .filter((name) => !known.includes(name))
    .slice(0, placesMax)
    .map((name) => {
      const [first = ''] = likelyNames(name, [...known, ...Object.keys(elsewhere)])
      const fix = Object.hasOwn(elsewhere, first) ? elsewhere[first]! : fixOfName(name, known)
      return { pointer: pointerTo('', name), detail: `${of} has no ${noun} ${name}.`, fix }
    })
}

function wrongOnes(schema: TObject, given: Readonly<Record<string, unknown>>): InvalidPart[] {
  return Object.entries(schema.properties as Record<string, TSchema & { default?: unknown; maxItems?: number }>).flatMap(
    ([name, property]) => {
      const { maxItems = Number.POSITIVE_INFINITY } = property
      const value = takesInfinity(property) && given[name] === Number.POSITIVE_INFINITY ? 'Infinity' : given[name]
      if (value === undefined) {
        const isMissing = property.default === undefined && schema.required?.includes(name) === true
        return isMissing ? [{ pointer: pointerTo('', name), detail: 'is required.' }] : []
      }
      // Said before any item is looked at: they may be many.
      if (Array.isArray(value) && value.length > maxItems) {
        return [{ pointer: pointerTo('', name), detail: `must have at most ${maxItems} entries, and has ${value.length}.` }]
      }
      return Value.Check(property, value) ? [] : invalidPlaces(typeboxErrorsAt(name, property, value))
    }
  )
}

/** Whether a number may be written as the word that JSON has in its place. */
const takesInfinity = ({ anyOf }: TSchema & { anyOf?: readonly { const?: unknown }[] }): boolean =>
  anyOf?.some((branch) => branch.const === 'Infinity') ?? false

/** No parameter is nested deeper; what is, is left as it came, for the schema of what it is nested in to refuse. */
const depthMax = 32

function copied(value: unknown, depth = 0): unknown {
  if (typeof value === 'number') return value + 0
  if (typeof value !== 'object' || value === null || depth > depthMax) return value
  if (Array.isArray(value)) return value.map((item) => copied(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copied(part, depth + 1)]))
}
