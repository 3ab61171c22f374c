import type { ErrorObject } from 'ajv'
import { closestName } from '../domain/closest-name.ts'
import type { InvalidPart } from '../domain/problems.ts'

/** Where in a request a schema was not met. */
export type Part = 'body' | 'query' | 'path' | 'header'

/** As many places as are named at once; one who sends more wrong ones learns nothing from a longer list. */
const placesMax = 20

/** What the errors of a schema mean for who sent the request: one entry for each place that is wrong. */
export function invalidParts(part: Part, errors: readonly ErrorObject[]): InvalidPart[] {
  const seen = new Set<string>()
  const invalid: InvalidPart[] = []
  for (const error of causes(errors)) {
    const place = { pointer: pointerOf(part, error), ...sentences(part, error) }
    const key = `${place.pointer} ${place.detail}`
    if (!seen.has(key) && invalid.length < placesMax) invalid.push(place)
    seen.add(key)
  }
  return invalid
}

/**
 * Where a value may be one of several kinds, every kind says why it is not met, and then the choice says so too. What helps is
 * the complaint of the kind that came nearest: one about something inside the value, else one that is not about its type, else
 * the choice as a whole.
 */
function causes(errors: readonly ErrorObject[]): ErrorObject[] {
  let kept: ErrorObject[] = []
  for (const error of errors) {
    if (error.keyword === 'propertyNames' || error.keyword === 'if') continue
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') {
      kept.push(error)
      continue
    }
    if (isChoiceOfFields(error)) {
      kept = kept.filter((other) => other.keyword !== 'required' || other.instancePath !== error.instancePath)
      kept.push(error)
      continue
    }
    const inside = (other: ErrorObject) =>
      other.instancePath === error.instancePath || other.instancePath.startsWith(`${error.instancePath}/`)
    const ofBranches = kept.filter(inside)
    const deeper = ofBranches.filter((other) => other.instancePath !== error.instancePath)
    const specific = ofBranches.filter((other) => other.keyword !== 'type' && other.keyword !== 'const' && other.keyword !== 'enum')
    kept = kept.filter((other) => !inside(other))
    kept.push(...(deeper.length > 0 ? deeper : specific.length > 0 ? specific : [error]))
  }
  return kept
}

/** Whether an object must have one of some fields, and has none or several. */
const isChoiceOfFields = ({ keyword, parentSchema }: ErrorObject): boolean =>
  keyword === 'oneOf' && ((parentSchema?.oneOf ?? []) as { required?: string[] }[]).every(({ required }) => required !== undefined)

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function pointerOf(part: Part, { keyword, instancePath, params, propertyName }: ErrorObject): string {
  const named =
    keyword === 'required' ? params.missingProperty : keyword === 'additionalProperties' ? params.additionalProperty : propertyName
  if (part === 'body') return named === undefined ? instancePath : `${instancePath}/${escaped(named)}`
  return `${part}/${named ?? instancePath.slice(1)}`
}

const article: Record<string, string> = { integer: 'an integer', object: 'an object', array: 'a list', null: 'null' }
const kind = (type: string): string => article[type] ?? `a ${type}`

function sentences(part: Part, error: ErrorObject): { detail: string; fix?: string } {
  const { keyword, params, parentSchema, data, propertyName } = error
  if (propertyName !== undefined) return { detail: `The name ${shown(propertyName)} is not allowed here: ${error.message}.` }
  switch (keyword) {
    case 'required':
      return { detail: 'is required.' }
    case 'additionalProperties':
      return unknownName(part, params.additionalProperty, Object.keys(parentSchema?.properties ?? {}))
    case 'type':
      return { detail: `must be ${[params.type].flat().map(kind).join(' or ')}, but is ${shown(data)}.` }
    case 'oneOf':
    case 'anyOf':
      if (isChoiceOfFields(error)) {
        const fields = ((parentSchema?.oneOf ?? []) as { required: string[] }[]).flatMap(({ required }) => required)
        return { detail: `must have exactly one of ${fields.join(', ')}.` }
      }
      return { detail: `must be ${alternatives(parentSchema?.[keyword] ?? [])}, but is ${shown(data)}.` }
    case 'enum':
      return oneOf(params.allowedValues, data)
    case 'const':
      return oneOf([params.allowedValue], data)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return { detail: `must be ${params.comparison} ${params.limit}, but is ${shown(data)}.` }
    case 'pattern':
      return { detail: `must match ${params.pattern}, but is ${shown(data)}.` }
    default:
      return { detail: `${error.message}.` }
  }
}

function unknownName(part: Part, name: string, known: string[]): { detail: string; fix: string } {
  const closest = closestName(name, known)
  const what = part === 'query' ? 'a query parameter of this path' : 'a known field'
  const list = known.length === 0 ? 'Leave it out; none are allowed here.' : `Leave it out, or use one of: ${known.join(', ')}.`
  return { detail: `is not ${what}.`, fix: closest === undefined ? list : `Did you mean ${JSON.stringify(closest)}?` }
}

function oneOf(allowed: readonly unknown[], data: unknown): { detail: string; fix?: string } {
  const detail = `must be ${allowed.map((value) => JSON.stringify(value)).join(' or ')}, but is ${shown(data)}.`
  const names = allowed.filter((value) => typeof value === 'string')
  const closest = typeof data === 'string' ? closestName(data, names) : undefined
  return closest === undefined ? { detail } : { detail, fix: `Did you mean ${JSON.stringify(closest)}?` }
}

interface Alternative {
  type?: string
  const?: unknown
  enum?: unknown[]
  $ref?: string
}

const alternatives = (branches: Alternative[]): string =>
  branches
    .flatMap(({ type, const: constant, enum: values, $ref }) => {
      if (constant !== undefined) return [JSON.stringify(constant)]
      if (values !== undefined) return values.map((value) => JSON.stringify(value))
      return [type === undefined ? ($ref ?? 'something else') : kind(type)]
    })
    .join(' or ')

/** A value as JSON, short enough for a sentence. */
function shown(data: unknown): string {
  if (Array.isArray(data)) return 'a list'
  if (typeof data === 'object' && data !== null) return 'an object'
  const text = JSON.stringify(data) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
