import type { TObject, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { closestName } from '../../domain/closest-name.ts'
import type { InvalidPart } from '../../domain/problems.ts'

/** As many places as are named at once; one who sends more wrong ones learns nothing from a longer list. */
const placesMax = 20

/** What is wrong with the parameters of a rule: every one that is unknown or out of its range. Pointers start at the parameters. */
export function wrongParameters({ properties }: TObject, given: Readonly<Record<string, unknown>>): InvalidPart[] {
  const known = Object.keys(properties)
  const unknown = Object.keys(given).filter((name) => !known.includes(name))
  const wrong = Object.entries(properties as Record<string, TSchema>).flatMap(([name, schema]) =>
    given[name] === undefined ? [] : wrongValue(name, schema, given[name])
  )
  return [...unknown.slice(0, placesMax).map((name) => unknownName(name, known)), ...wrong].slice(0, placesMax)
}

/** What there is to choose from. */
export const knownNames = (known: readonly string[]): string =>
  known.length === 0 ? 'Leave it out: the rule has no parameters.' : `Leave it out, or use one of: ${known.join(', ')}.`

function unknownName(name: string, known: readonly string[]): InvalidPart {
  const closest = closestName(name, known)
  const fix = closest === undefined ? knownNames(known) : `Did you mean ${JSON.stringify(closest)}?`
  return { pointer: `/${escaped(name)}`, detail: 'is not a parameter of this rule.', fix }
}

function wrongValue(name: string, schema: TSchema & { maxItems?: number }, value: unknown): InvalidPart[] {
  const { maxItems = Infinity } = schema
  // Said before any item is looked at: they may be many.
  if (Array.isArray(value) && value.length > maxItems) {
    return [{ pointer: `/${name}`, detail: `must have at most ${maxItems} entries, and has ${value.length}.` }]
  }
  if (Value.Check(schema, value)) return []
  return Value.Errors(schema, value)
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ keyword, instancePath, message, params }) => {
      const { allowedValues, requiredProperties, comparison, limit } = params as Record<string, unknown>
      const pointer = `/${name}${instancePath}`
      switch (keyword) {
        case 'enum':
          return { pointer, detail: `must be ${(allowedValues as unknown[]).map((one) => JSON.stringify(one)).join(' or ')}.` }
        case 'required':
          return { pointer: `${pointer}/${(requiredProperties as string[])[0]}`, detail: 'is required.' }
        case 'boolean':
          return { pointer, detail: 'is not a field that is known here.' }
        case 'type':
          return { pointer, detail: `must be ${kinds[String((params as { type: unknown }).type)] ?? 'of another type'}.` }
        default:
          return { pointer, detail: comparison === undefined ? `${message}.` : `must be ${comparison} ${limit}.` }
      }
    })
}

const kinds: Record<string, string> = { number: 'a number', integer: 'an integer', string: 'a text', object: 'an object', array: 'a list' }

/** RFC 6901. */
const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
