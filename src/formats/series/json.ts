import { asProgression, type Steps, stepAt, stepMax } from '../../domain/gradient-norm.ts'
import { pointerTo } from '../../domain/json-pointer.ts'
import { invalid } from '../../domain/problems.ts'
import type { SeriesName } from '../../domain/series.ts'
import { stepOf } from '../logs/point-checks.ts'
import { readJson } from '../read-json.ts'
import { type SeriesLog, seriesNamed, seriesValueOf } from './series-log.ts'

const shapes = 'Send { "startStep": 0, "series": { "l2": [ … ], "loss": [ … ] } } or { "steps": [ … ], "series": { … } }.'

/**
 * Parses the JSON of series: `{ startStep?, stride?, series }` or `{ steps, series }`. All lists are as long as the step axis; null is no
 * point.
 * @throws Problem `invalid-request` naming the first place that is wrong, as `/series/loss/70000`
 */
export const readJsonSeries = (bytes: Uint8Array): SeriesLog => jsonSeries(readJson(bytes))

/** The same from parsed JSON. */
export function jsonSeries(body: unknown): SeriesLog {
  if (!isObject(body)) throw invalid('', 'The body must be a JSON object.', shapes)
  for (const field in body) {
    if (field === 'series' || field === 'steps' || field === 'startStep' || field === 'stride') continue
    throw invalid(
      pointerTo('', field),
      `The field ${JSON.stringify(field)} is not known beside steps, startStep, stride and series.`,
      shapes
    )
  }
  if (!isObject(body.series)) throw invalid('/series', '`series` must be an object with a list for each series.', shapes)
  const lists = Object.entries(body.series).map(([key, list]): [SeriesName, unknown[]] => {
    const name = seriesNamed(key, pointerTo('/series', key))
    if (!Array.isArray(list)) throw invalid(`/series/${name}`, 'must be a list.', shapes)
    return [name, list]
  })
  const given = body.steps === undefined ? null : stepList(body)
  const count = given?.length ?? lists[0]?.[1].length ?? 0
  for (const [name, { length }] of lists) {
    if (length === count) continue
    const axis = given === null ? `${lists[0]?.[0]} has ${count}` : `there are ${count} steps`
    throw invalid(`/series/${name}`, `has ${length} values, and ${axis}.`, 'Send lists of one length; null stands for no point.')
  }
  const steps = given === null ? evenSteps(body, count) : asProgression(given, count)
  const parts = lists.map(([name, list]) => [name, pointsOf(name, list, steps)] as const)
  return { parts: new Map(parts), startless: given === null && body.startStep === undefined }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function stepList(body: Record<string, unknown>): Float64Array {
  for (const field of ['startStep', 'stride']) {
    if (body[field] !== undefined) throw invalid(`/${field}`, 'cannot stand beside `steps`.', 'Leave it out.')
  }
  if (!Array.isArray(body.steps)) throw invalid('/steps', '`steps` must be a list.', shapes)
  const items: unknown[] = body.steps
  const steps = new Float64Array(items.length)
  let before = -1
  for (let i = 0; i < items.length; i++) {
    before = stepOf(items[i], before, () => ({ pointer: () => `/steps/${i}`, prefix: '' }))
    steps[i] = before
  }
  return steps
}

function evenSteps(body: Record<string, unknown>, count: number): Steps {
  const first = wholeNumber(body.startStep ?? 0, '/startStep', 0)
  const stride = wholeNumber(body.stride ?? 1, '/stride', 1)
  if (count > 0 && first + (count - 1) * stride > stepMax) {
    throw invalid('/startStep', `The last of ${count} values would be beyond step ${stepMax} = 2^53 − 1.`)
  }
  return { first, stride }
}

function wholeNumber(value: unknown, pointer: string, minimum: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= stepMax) return value + 0
  throw invalid(pointer, `must be a whole number from ${minimum} to ${stepMax}.`)
}

function pointsOf(name: SeriesName, list: readonly unknown[], steps: Steps) {
  const values = new Float64Array(list.length)
  let gaps = 0
  for (let i = 0; i < list.length; i++) {
    const item = list[i]
    if (item === null) gaps++
    else values[i] = seriesValueOf(name, item, () => ({ pointer: () => `/series/${name}/${i}`, prefix: '' }))
  }
  if (gaps === 0) return { steps, values }
  const kept = new Float64Array(list.length - gaps)
  const keptSteps = new Float64Array(kept.length)
  for (let i = 0, at = 0; i < list.length; i++) {
    if (list[i] === null) continue
    kept[at] = values[i]!
    keptSteps[at++] = stepAt(steps, i)
  }
  return { steps: asProgression(keptSteps, kept.length), values: kept }
}
