import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NormName, Points } from '../../../src/domain/gradient-norm.ts'
import { sameValue, stepAt } from '../../../src/domain/gradient-norm.ts'
import { Problem } from '../../../src/domain/problems.ts'
import { openDatabase } from '../../../src/storage/database.ts'
import { mergeNeighbours } from '../../../src/storage/gradient-norms/merge-neighbours.ts'
import type { Append, HistoryPoint } from '../../../src/storage/series-repository.ts'
import { openStorage } from '../../../src/storage/storage.ts'
import { testDatabase, testStorage } from '../../support/database.ts'

const storage = (await testStorage()).of('default')
let runs = 0
const newRun = async () => {
  const id = `run-${runs++}`
  await storage.runs.put(id, {})
  return id
}
const at = (first: number, values: number[], more: Partial<Append> = {}): Append => ({
  points: { steps: { first, stride: 1 }, values: Float64Array.from(values) },
  startless: false,
  onConflict: 'replace',
  ...more
})
const listed = (pairs: [number, number][], more: Partial<Append> = {}): Append => ({
  points: { steps: Float64Array.from(pairs, (p) => p[0]), values: Float64Array.from(pairs, (p) => p[1]) },
  startless: false,
  onConflict: 'replace',
  ...more
})
const pairsOf = ({ steps, values }: Points): [number, number][] => Array.from(values, (value, i) => [stepAt(steps, i), value])
async function current(runId: string, norm: NormName = 'l2', from?: number, to?: number): Promise<[number, number][]> {
  const pairs: [number, number][] = []
  for await (const piece of (await storage.series.read(runId, norm, from, to)).pieces()) pairs.push(...pairsOf(piece))
  return pairs
}
async function history(runId: string): Promise<HistoryPoint[]> {
  const all: HistoryPoint[] = []
  for await (const piece of storage.series.history(runId, 'l2')) all.push(...piece)
  return all
}
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => (error instanceof Problem ? error.type : error)
  )

describe('appending gradient norms', () => {
  it('stores points in step order, whatever order their requests came in', async () => {
    const run = await newRun()
    await storage.series.append(run, 'l2', at(10, [1, 2]))
    await storage.series.append(run, 'l2', at(0, [3, 4]))
    expect(await current(run)).toEqual([
      [0, 3],
      [1, 4],
      [10, 1],
      [11, 2]
    ])
    expect(await storage.series.head(run, 'l2')).toMatchObject({ points: 4, firstStep: 0, lastStep: 11, nonFinite: 0 })
  })

  it('counts a repeated request as duplicates and stores nothing twice', async () => {
    const run = await newRun()
    const first = await storage.series.append(run, 'l2', at(0, [1, Number.NaN, -0, 5e-324]))
    expect(first).toEqual({ received: 4, appended: 4, duplicates: 0, superseded: 0, points: 4, lastStep: 3 })
    const again = await storage.series.append(run, 'l2', at(0, [1, Number.NaN, -0, 5e-324], { startless: true }))
    expect(again).toEqual({ received: 4, appended: 0, duplicates: 4, superseded: 0, points: 4, lastStep: 3 })
    expect((await history(run)).length).toBe(4)
    expect((await current(run)).map((pair) => pair[1])).toEqual([1, Number.NaN, -0, 5e-324])
  })

  it('lets the later of two values at a step stand, and keeps the earlier in the history', async () => {
    const run = await newRun()
    await storage.series.append(run, 'l2', at(0, [1, Number.NaN, 3]))
    const outcome = await storage.series.append(run, 'l2', at(1, [2, 3, 4]))
    expect(outcome).toEqual({ received: 3, appended: 2, duplicates: 1, superseded: 1, points: 4, lastStep: 3 })
    expect(await current(run)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4]
    ])
    expect((await storage.series.head(run, 'l2'))?.nonFinite).toBe(0)
    expect(await history(run)).toEqual([
      { step: 0, value: 1, sequence: 0, current: true },
      { step: 1, value: Number.NaN, sequence: 1, current: false },
      { step: 2, value: 3, sequence: 2, current: true },
      { step: 1, value: 2, sequence: 3, current: true },
      { step: 3, value: 4, sequence: 4, current: true }
    ])
  })

  it('refuses another value under onConflict=reject and stores nothing of the request', async () => {
    const run = await newRun()
    await storage.series.append(run, 'l2', at(0, [1, 2]))
    expect(await problemOf(storage.series.append(run, 'l2', at(0, [1, 9, 3], { onConflict: 'reject' })))).toBe('norm-conflict')
    expect(await current(run)).toEqual([
      [0, 1],
      [1, 2]
    ])
    expect(await storage.series.append(run, 'l2', at(1, [2, 3], { onConflict: 'reject' }))).toMatchObject({
      appended: 1,
      duplicates: 1
    })
  })

  it('asks for the start step where a series has points and the values are not a repetition', async () => {
    const run = await newRun()
    await storage.series.append(run, 'l2', at(0, [1, 2], { startless: true }))
    expect(await problemOf(storage.series.append(run, 'l2', at(0, [1, 3], { startless: true })))).toBe('start-step-required')
    expect(await problemOf(storage.series.append(run, 'l2', at(0, [1, 2, 3], { startless: true })))).toBe('start-step-required')
    expect(await storage.series.append(run, 'l2', at(0, [1], { startless: true }))).toMatchObject({ duplicates: 1 })
  })

  it('goes back to a checkpoint: later points cease to be current, and a late retry harms nothing', async () => {
    const run = await newRun()
    await storage.series.append(run, 'l2', at(0, [1, 2, 3, 4, Number.POSITIVE_INFINITY]))
    const resumed = at(3, [40, 50], { resumeFrom: 2 })
    expect(await storage.series.append(run, 'l2', resumed)).toEqual({
      received: 2,
      appended: 2,
      duplicates: 0,
      superseded: 3,
      points: 4,
      lastStep: 4
    })
    expect(await current(run)).toEqual([
      [0, 1],
      [1, 2],
      [3, 40],
      [4, 50]
    ])
    await storage.series.append(run, 'l2', at(5, [60]))
    expect(await storage.series.append(run, 'l2', resumed)).toMatchObject({ duplicates: 2, superseded: 0, points: 5 })
    expect(await current(run)).toEqual([
      [0, 1],
      [1, 2],
      [3, 40],
      [4, 50],
      [5, 60]
    ])
    expect(await storage.series.append(run, 'l2', at(0, [], { resumeFrom: 1 }))).toEqual({
      received: 0,
      appended: 0,
      duplicates: 0,
      superseded: 4,
      points: 1,
      lastStep: 0
    })
    expect(await storage.series.append(run, 'l2', at(0, [], { resumeFrom: 0 }))).toMatchObject({
      superseded: 1,
      points: 0,
      lastStep: null
    })
    expect(await current(run)).toEqual([])
    expect(await storage.series.append(run, 'l2', at(0, [7], { startless: true }))).toMatchObject({ appended: 1, points: 1 })
    expect((await history(run)).filter((point) => point.current)).toEqual([{ step: 0, value: 7, sequence: 11, current: true }])
  })

  it('answers run-not-found for a run that is not there, or is deleted and made again meanwhile', async () => {
    expect(await problemOf(storage.series.append('nobody', 'l2', at(0, [1])))).toBe('run-not-found')
    const run = await newRun()
    await storage.series.append(run, 'l2', at(0, [1, 2, 3]))
    expect(await storage.runs.delete(run)).toBe(true)
    expect(await problemOf(storage.series.append(run, 'l2', at(3, [4])))).toBe('run-not-found')
    await storage.runs.put(run, {})
    expect(await storage.series.append(run, 'l2', at(3, [4]))).toMatchObject({ appended: 1, points: 1 })
    expect(await current(run)).toEqual([[3, 4]])
  })

  it('keeps series and their norms apart', async () => {
    const run = await newRun()
    await storage.series.append(run, 'l2', at(0, [1]))
    await storage.series.append(run, 'l1', at(5, [2, 3]))
    expect((await storage.runs.find(run))?.series).toEqual([
      { name: 'l2', points: 1, firstStep: 0, lastStep: 0, nonFinite: 0 },
      { name: 'l1', points: 2, firstStep: 5, lastStep: 6, nonFinite: 0 }
    ])
    expect(await current(run, 'linf')).toEqual([])
  })

  it('takes the steps 0, 1 and 2^53 − 1 without trouble', async () => {
    const run = await newRun()
    const pairs: [number, number][] = [
      [0, 1],
      [1, 2],
      [Number.MAX_SAFE_INTEGER, 3]
    ]
    await storage.series.append(run, 'l2', listed(pairs))
    expect(await current(run)).toEqual(pairs)
    expect(await storage.series.append(run, 'l2', listed(pairs))).toMatchObject({ duplicates: 3 })
    expect(await current(run, 'l2', 1, Number.MAX_SAFE_INTEGER)).toEqual([[1, 2]])
    expect(await storage.series.append(run, 'l2', at(Number.MAX_SAFE_INTEGER, [4], { resumeFrom: 1 }))).toMatchObject({
      superseded: 2
    })
    expect(await current(run)).toEqual([
      [0, 1],
      [Number.MAX_SAFE_INTEGER, 4]
    ])
  })

  it('loses and doubles nothing when many write to one series at once', async () => {
    const run = await newRun()
    const appends = Array.from({ length: 400 }, (_, i) => storage.series.append(run, 'l2', at(i, [i + 0.5])))
    const outcomes = await Promise.all(appends)
    expect(outcomes.reduce((sum, outcome) => sum + outcome.appended, 0)).toBe(400)
    expect(await current(run)).toEqual(Array.from({ length: 400 }, (_, i) => [i, i + 0.5]))
  })

  it('merges what came point by point, so that few chunks are left, and loses the arrival of none', async () => {
    const run = await newRun()
    const order = Array.from({ length: 1500 }, (_, i) => (i % 2 === 0 ? i + 1 : i - 1))
    for (let start = 0; start < order.length; start += 10) {
      for (const step of order.slice(start, start + 10)) await storage.series.append(run, 'l2', at(step, [step + 0.25]))
    }
    const points = await history(run)
    expect(points.map((point) => point.step)).toEqual(order)
    expect(points.map((point) => point.sequence)).toEqual(order.map((_, i) => i))
    expect(points.every((point) => point.current)).toBe(true)
    const reading = await storage.series.read(run, 'l2')
    expect(reading).toMatchObject({ count: 1500, progression: { first: 0, stride: 1 } })
    expect(await current(run)).toEqual(Array.from({ length: 1500 }, (_, i) => [i, i + 0.25]))
  })

  it('reads on where chunks are merged under its hands', async () => {
    const database = await testDatabase()
    const own = await openStorage({ databaseUrl: database.url, dataDir: '' })
    const seen = await openDatabase({ connectionString: database.url })
    await own.of('default').runs.put('r', {})
    for (let i = 0; i < 100; i++) await own.of('default').series.append('r', 'l2', at(i * 7, [i, -0, i, i, i, i, i]))
    const reading = await own.of('default').series.read('r', 'l2', 3, 690)
    await mergeNeighbours(seen.of('default'), 'r', 'l2')
    const read: [number, number][] = []
    for await (const piece of reading.pieces()) read.push(...pairsOf(piece))
    expect(read).toEqual(Array.from({ length: 687 }, (_, i) => [i + 3, (i + 3) % 7 === 1 ? -0 : Math.floor((i + 3) / 7)]))
    await own.close()
    await seen.close()
    await database.drop()
  })

  it('behaves like a simple model under any sequence of appends, resumptions, retries and merges', async () => {
    const value = fc.constantFrom(0, -0, 1, 2, 3.5, Number.NaN, Number.POSITIVE_INFINITY)
    const step = fc.integer({ min: 0, max: 40 })
    const append: fc.Arbitrary<Append> = fc.oneof(
      fc.tuple(step, fc.integer({ min: 1, max: 3 }), fc.array(value, { minLength: 1, maxLength: 12 })).map(([first, stride, values]) => ({
        ...at(0, []),
        points: { steps: { first, stride }, values: Float64Array.from(values) }
      })),
      fc
        .uniqueArray(step, { minLength: 1, maxLength: 8 })
        .chain((steps) =>
          fc.tuple(fc.constant(steps.sort((a, b) => a - b)), fc.array(value, { minLength: steps.length, maxLength: steps.length }))
        )
        .map(([steps, values]) => listed(steps.map((s, i) => [s, values[i]!]))),
      fc.tuple(step, fc.array(value, { maxLength: 5 })).map(([from, values]) => at(from, values, { resumeFrom: from })),
      fc.array(value, { minLength: 1, maxLength: 5 }).map((values) => at(0, values, { startless: true })),
      fc.tuple(step, fc.array(value, { minLength: 1, maxLength: 5 })).map(([first, values]) => at(first, values, { onConflict: 'reject' }))
    )
    // Two storages on one database: what one knows in memory the other makes stale.
    const database = await testDatabase()
    const seen = await openDatabase({ connectionString: database.url })
    const opened = [
      await openStorage({ databaseUrl: database.url, dataDir: '' }),
      await openStorage({ databaseUrl: database.url, dataDir: '' })
    ] as const
    const both = [opened[0].of('default'), opened[1].of('default')] as const
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(append, fc.boolean(), fc.integer({ max: 4, min: 0 })), { maxLength: 25 }), async (appends) => {
        const run = `model-${runs++}`
        await both[0].runs.put(run, {})
        const model = new Map<number, number>()
        for (const [one, second, merge] of appends) {
          const expected = apply(model, one)
          const outcome = await both[second ? 1 : 0].series.append(run, 'l2', one).catch((error: Problem) => error.type)
          expect(outcome).toEqual(expected)
          if (merge === 0) await mergeNeighbours(seen.of('default'), run, 'l2')
        }
        const reading = await both[0].series.read(run, 'l2')
        const pairs: [number, number][] = []
        for await (const piece of reading.pieces()) pairs.push(...pairsOf(piece))
        const sorted = [...model].sort((a, b) => a[0] - b[0])
        expect(pairs).toEqual(sorted)
        expect(reading.count).toBe(sorted.length)
        const head = await both[1].series.head(run, 'l2')
        if (head) {
          expect(head).toMatchObject({
            points: sorted.length,
            firstStep: sorted[0]?.[0] ?? null,
            lastStep: sorted.at(-1)?.[0] ?? null,
            nonFinite: sorted.filter((pair) => !Number.isFinite(pair[1])).length
          })
        }
        const kept: HistoryPoint[] = []
        for await (const piece of both[1].series.history(run, 'l2')) kept.push(...piece)
        expect(
          kept
            .filter((point) => point.current)
            .map((point) => [point.step, point.value])
            .sort((a, b) => a[0]! - b[0]!)
        ).toEqual(sorted)
        const part = await both[1].series.read(run, 'l2', 5, 20)
        expect(part.count).toBe(sorted.filter(([s]) => s >= 5 && s < 20).length)
      }),
      { numRuns: 40 }
    )
    for (const one of opened) await one.close()
    await seen.close()
    await database.drop()
  })
})

/** What an append does to a plain map from step to value: the contract in a dozen lines. */
function apply(model: Map<number, number>, { points, startless, resumeFrom, onConflict }: Append) {
  const pairs = pairsOf(points)
  const same = ([step, value]: [number, number]) => model.has(step) && sameValue(model.get(step) as number, value)
  const outcome = (appended: number, duplicates: number, superseded: number) => ({
    received: pairs.length,
    appended,
    duplicates,
    superseded,
    points: model.size,
    lastStep: model.size > 0 ? Math.max(...model.keys()) : null
  })
  if (pairs.length > 0 && pairs.every(same)) return outcome(0, pairs.length, 0)
  if (startless && model.size > 0) return 'start-step-required'
  let superseded = 0
  if (resumeFrom !== undefined) for (const step of [...model.keys()]) if (step >= resumeFrom && model.delete(step)) superseded++
  if (onConflict === 'reject' && pairs.some((pair) => model.has(pair[0]) && !same(pair))) return 'norm-conflict'
  const duplicates = pairs.filter(same).length
  superseded += pairs.filter((pair) => model.has(pair[0]) && !same(pair)).length
  for (const [step, value] of pairs) model.set(step, value)
  return outcome(pairs.length - duplicates, duplicates, superseded)
}
