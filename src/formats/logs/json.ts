import { asProgression, stepMax } from '../../domain/gradient-norm.ts'
import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid } from '../../domain/problems.ts'
import { LogBuilder } from './log-builder.ts'
import type { LogFormat } from './log-format.ts'
import type { NormLog } from './norm-log.ts'
import { parseJson } from './parse-json.ts'
import { normOf, stepOf } from './point-checks.ts'
import { allText } from './text.ts'

/** `{ values, startStep?, stride? }`, `{ steps, values }` or `{ points: [{ step, value }] }`. */
export const json: LogFormat = {
  name: 'json',
  mediaType: 'application/json',
  content: 'json',
  hasColumns: false,
  examples: {
    values: { summary: 'Values of successive steps', value: { values: [4.1, 3.9, 'NaN', 3.2], startStep: 0, stride: 1 } },
    steps: { summary: 'Values with their steps', value: { steps: [0, 50, 120], values: [4.1, 3.9, 3.2] } },
    points: { summary: 'Points', value: { points: [{ step: 0, value: 4.1 }] } }
  },
  read: async (chunks) => jsonLog(parseJson(await allText(chunks)))
}

/**
 * Reads a log from parsed JSON, in one pass.
 * @throws Problem `invalid-request` naming the first place that is wrong, as `/values/70000` or `/points/3/step`
 */
export function jsonLog(body: unknown): NormLog {
  if (!isObject(body)) throw invalid('', 'The body must be a JSON object with `values` or `points`.', shapes)
  if (body.points !== undefined) {
    requireFields(body, ['points'])
    return fromPoints(body.points)
  }
  if (body.values === undefined) throw invalid('', 'The body has neither `values` nor `points`.', shapes)
  if (body.steps !== undefined) {
    requireFields(body, ['steps', 'values'])
    return fromSteps(body.steps, body.values)
  }
  requireFields(body, ['values', 'startStep', 'stride'])
  return {
    values: normList(body.values),
    steps: null,
    startStep: wholeNumber(body.startStep, '/startStep', 0),
    stride: wholeNumber(body.stride, '/stride', 1)
  }
}

const shapes = 'Send { "values": [ … ] }, { "steps": [ … ], "values": [ … ] } or { "points": [{ "step": 0, "value": 1.5 }] }.'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function requireFields(body: Record<string, unknown>, known: readonly string[], at = ''): void {
  for (const name of Object.keys(body)) {
    if (known.includes(name)) continue
    throw invalid(
      pointerTo(at, name),
      `The field ${JSON.stringify(name)} is not known beside ${known.join(', ')}.`,
      at === '' ? shapes : 'Leave it out.'
    )
  }
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value
  throw invalid(`/${name}`, `\`${name}\` must be a list.`, shapes)
}

function normList(body: unknown): Float64Array {
  const items = list(body, 'values')
  const values = new Float64Array(items.length)
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    values[i] =
      typeof item === 'number' && item >= 0 && item < Number.POSITIVE_INFINITY
        ? item
        : normOf(item, () => ({ pointer: () => `/values/${i}`, prefix: '' }))
  }
  return values
}

function fromSteps(bodySteps: unknown, bodyValues: unknown): NormLog {
  const items = list(bodySteps, 'steps')
  const values = normList(bodyValues)
  if (items.length !== values.length) {
    throw invalid('/steps', `There are ${items.length} steps and ${values.length} values.`, 'Send one step for each value.')
  }
  const steps = new Float64Array(items.length)
  let before = -1
  for (let i = 0; i < items.length; i++) {
    before = stepOf(items[i], before, () => ({ pointer: () => `/steps/${i}`, prefix: '' }))
    steps[i] = before
  }
  return { values, steps: asProgression(steps, steps.length), startStep: null, stride: null }
}

function fromPoints(bodyPoints: unknown): NormLog {
  const items = list(bodyPoints, 'points')
  const log = new LogBuilder()
  for (let i = 0; i < items.length; i++) {
    const item = items[i]
    addPoint(log, item, () => ({ pointer: (field) => `/points/${i}/${field}`, prefix: '' }), `/points/${i}`)
  }
  return log.finish()
}

/** Adds a `{ step, value }` to a log. */
function addPoint(log: LogBuilder, item: unknown, place: Parameters<typeof normOf>[1], at: string): void {
  if (!isObject(item)) throw invalid(at, `${place().prefix}A point must be an object { "step", "value" }.`)
  let fields = 0
  for (const name in item) {
    if (name !== 'step' && name !== 'value') requireFields(item, ['step', 'value'], at)
    fields++
  }
  if (fields < 2)
    throw invalid(`${at}/${item.step === undefined ? 'step' : 'value'}`, `${place().prefix}A point has both a step and a value.`)
  log.add(stepOf(item.step, log.lastStep, place), normOf(item.value, place))
}

function wholeNumber(value: unknown, pointer: string, minimum: number): number | null {
  if (value === undefined) return null
  if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= stepMax) return value + 0
  throw invalid(pointer, `must be a whole number from ${minimum} to ${stepMax}.`)
}
