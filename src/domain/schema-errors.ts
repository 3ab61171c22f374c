import { didYouMean, fixOfName } from './closest-name.ts'
import { pointerTo } from './json-pointer.ts'
import type { InvalidPart } from './problems.ts'

/** One complaint of a check against a JSON Schema: what Ajv's verbose errors hold. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string | undefined
  readonly params: Readonly<Record<string, unknown>>
  /** The schema that the keyword is of. */
  readonly parentSchema?: Schema | undefined
  /** The value that is wrong. */
  readonly data?: unknown
  /** The name that is wrong, where it is a name. */
  readonly propertyName?: string | undefined
}

interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly $ref?: string
  readonly properties?: object
  readonly required?: readonly string[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly [keyword: string]: unknown
}

/** As many places as are named at once; one who sends more wrong ones learns nothing from a longer list. */
export const placesMax = 20

/**
 * What the errors of a schema mean for who sent the value: one entry for each place that is wrong, its pointer from the value on.
 * @param aField what an unknown name is not
 */
export function invalidPlaces(errors: readonly SchemaError[], aField = 'a known field'): InvalidPart[] {
  const seen = new Set<string>()
  const invalid: InvalidPart[] = []
  for (const error of causes(errors)) {
    const place = { pointer: pointerOf(error), ...sentences(error, aField) }
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
function causes(errors: readonly SchemaError[]): SchemaError[] {
  let kept: SchemaError[] = []
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
    const inside = (other: SchemaError) =>
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
const isChoiceOfFields = ({ keyword, parentSchema }: SchemaError): boolean =>
  keyword === 'oneOf' && (parentSchema?.oneOf ?? []).every(({ required }) => required !== undefined)

function pointerOf({ keyword, instancePath, params, propertyName }: SchemaError): string {
  const named =
    keyword === 'required' ? params.missingProperty : keyword === 'additionalProperties' ? params.additionalProperty : propertyName
  return named === undefined ? instancePath : pointerTo(instancePath, String(named))
}

const article: Readonly<Record<string, string>> = { integer: 'an integer', object: 'an object', array: 'a list', null: 'null' }
const kind = (type: string): string => article[type] ?? `a ${type}`

function sentences(error: SchemaError, aField: string): { detail: string; fix?: string } {
  const { keyword, params, parentSchema = {}, data, propertyName } = error
  if (propertyName !== undefined) return { detail: `The name ${shown(propertyName)} is not allowed here: ${error.message}.` }
  switch (keyword) {
    case 'required':
      return { detail: 'is required.' }
    case 'additionalProperties': {
      const known = Object.keys(parentSchema.properties ?? {})
      return { detail: `is not ${aField}.`, fix: fixOfName(String(params.additionalProperty), known) }
    }
    case 'type':
      return { detail: `must be ${[params.type].flat().map(String).map(kind).join(' or ')}, but is ${shown(data)}.` }
    case 'oneOf':
    case 'anyOf':
      return choice(error)
    case 'enum':
      return oneOf(params.allowedValues as unknown[], data)
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

function choice(error: SchemaError): { detail: string; fix?: string } {
  const { keyword, parentSchema = {}, data } = error
  const branches = (keyword === 'oneOf' ? parentSchema.oneOf : parentSchema.anyOf) ?? []
  if (isChoiceOfFields(error)) {
    return { detail: `must have exactly one of ${branches.flatMap(({ required = [] }) => required).join(', ')}.` }
  }
  const constants = branches.map((branch) => branch.const)
  if (constants.every((constant) => constant !== undefined)) return oneOf(constants, data)
  return { detail: `must be ${alternatives(branches)}, but is ${shown(data)}.` }
}

function oneOf(allowed: readonly unknown[], data: unknown): { detail: string; fix?: string } {
  const detail = `must be ${allowed.map((value) => JSON.stringify(value)).join(' or ')}, but is ${shown(data)}.`
  const names = allowed.filter((value) => typeof value === 'string')
  const fix = typeof data === 'string' ? didYouMean(data, names) : undefined
  return fix === undefined ? { detail } : { detail, fix }
}

const alternatives = (branches: readonly Schema[]): string =>
  branches
    .flatMap(({ type, const: constant, enum: values, $ref }) => {
      if (constant !== undefined) return [JSON.stringify(constant)]
      if (values !== undefined) return values.map((value) => JSON.stringify(value))
      return [type === undefined ? ($ref ?? 'something else') : kind(type)]
    })
    .join(' or ')

/** A value as JSON, short enough for a sentence. */
export function shown(data: unknown): string {
  if (data === undefined) return 'missing'
  if (Array.isArray(data)) return 'a list'
  if (typeof data === 'object' && data !== null) return 'an object'
  const text = typeof data === 'number' && !Number.isFinite(data) ? String(data) : JSON.stringify(data)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
