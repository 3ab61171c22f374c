import type { Readable } from 'node:stream'
import type { Points } from '../domain/gradient-norm.ts'
import type { Schedule } from '../domain/schedule.ts'
import { toJson } from '../formats/json.ts'
import { safetensorsHead } from '../formats/safetensors/head.ts'
import type { KeptAnswer } from '../services/idempotency/answer-once.ts'
import type { MultiplierReading } from '../services/schedules/read-multipliers.ts'
import { mediaTypes } from './media-types.ts'
import { bytesOf, csvOf, jsonListOf, ndjsonOf, streamOf } from './number-stream.ts'

/** A schedule as the contract writes it; the multipliers are read apart. */
export function scheduleAnswer({ report, digest, ...schedule }: Schedule): object {
  return { ...schedule, ...(report === null ? {} : { report }), etag: `"${digest}"` }
}

/** The answer to a call that has stored a schedule, or found the one with its identity. */
export const storedScheduleAnswer = ({ schedule, created }: { schedule: Schedule; created: boolean }): KeptAnswer => ({
  status: created ? 201 : 200,
  headers: created ? { location: `/v1/schedules/${schedule.id}` } : {},
  body: toJson(scheduleAnswer(schedule))
})

/** Multipliers in a format, written as they are read. */
export function multipliersAnswer(reading: MultiplierReading, format: string): Readable {
  if (format === mediaTypes.csv) return streamOf(csvOf(pointsOf(reading), 'multiplier'))
  if (format === mediaTypes.ndjson) return streamOf(ndjsonOf(pointsOf(reading), 'multiplier'))
  if (format === mediaTypes.binary) return streamOf(bytesOf(pointsOf(reading)))
  if (format === mediaTypes.safetensors) return streamOf(safetensorsOf(reading))
  return streamOf(jsonOf(reading))
}

async function* pointsOf({ from, pieces }: MultiplierReading): AsyncGenerator<Points> {
  let first = from
  for await (const values of pieces()) {
    yield { steps: { first, stride: 1 }, values }
    first += values.length
  }
}

async function* jsonOf(reading: MultiplierReading): AsyncGenerator<string> {
  yield `{"steps":${reading.count},"multipliers":[`
  yield* jsonListOf(pointsOf(reading))
  yield ']}'
}

async function* safetensorsOf(reading: MultiplierReading): AsyncGenerator<Uint8Array> {
  const { schedule, from, count } = reading
  const { digest: _, report: __, ...facts } = schedule
  yield safetensorsHead([{ name: 'multipliers', dtype: 'F64', shape: [count] }], { schedule: toJson(facts), fromStep: String(from) })
  yield* bytesOf(pointsOf(reading))
}

/** A refinement that is not stored, as JSON. */
export const refinementAnswer = (multipliers: Float64Array, report: object): Readable => streamOf(refinementOf(multipliers, report))

async function* refinementOf(multipliers: Float64Array, report: object): AsyncGenerator<string> {
  yield `{"steps":${multipliers.length},"multipliers":[`
  yield* jsonListOf(onePiece(multipliers))
  yield `],"report":${toJson(report)}}`
}

async function* onePiece(values: Float64Array): AsyncGenerator<Points> {
  yield { steps: { first: 0, stride: 1 }, values }
}
