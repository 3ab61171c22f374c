import { afterAll, expect, test } from 'vitest'
import type { Points } from '../../../src/domain/gradient-norm.ts'
import { Problem } from '../../../src/domain/problems.ts'
import type { SeriesName } from '../../../src/domain/series.ts'
import type { JointAppend } from '../../../src/storage/series-repository.ts'
import { openStorage } from '../../../src/storage/storage.ts'
import { testDatabase } from '../../support/database.ts'

const { url: databaseUrl, drop } = await testDatabase()
const service = await openStorage({ databaseUrl, dataDir: '' })
const replica = await openStorage({ databaseUrl, dataDir: '' })
const storage = service.of('default')
const other = replica.of('default')
afterAll(async () => {
  await Promise.all([service.close(), replica.close()])
  await drop()
})

let runs = 0
async function newRun(): Promise<string> {
  const id = `joint-${++runs}`
  await storage.runs.put(id, {})
  return id
}

/** Values of each series from a step on. */
const from = (
  first: number,
  values: { readonly [name in SeriesName]?: readonly number[] },
  more: Partial<Omit<JointAppend, 'parts'>> = {}
): JointAppend => ({
  parts: new Map(
    Object.entries(values).map(([name, list]) => {
      const points: Points = { steps: { first, stride: 1 }, values: Float64Array.from(list) }
      return [name as SeriesName, { points, startless: false }]
    })
  ),
  onConflict: 'replace',
  ...more
})

async function valuesOf(run: string, name: SeriesName): Promise<number[]> {
  const all: number[] = []
  for await (const { values } of (await storage.series.read(run, name)).pieces()) all.push(...values)
  return all
}

const problemOf = async (promise: Promise<unknown>): Promise<string> => {
  const error = await promise.then(
    () => undefined,
    (caught) => caught
  )
  return error instanceof Problem ? error.type : String(error)
}

test('several series are stored by one request, and read each by itself', async () => {
  const run = await newRun()
  const outcome = await storage.series.appendJointly(run, from(0, { l2: [3, 2, 1], loss: [-1, -2, -3], 'learning-rate': [0.1, 0.2, 0.3] }))
  expect([...outcome.keys()].sort()).toEqual(['l2', 'learning-rate', 'loss'])
  expect(outcome.get('loss')).toEqual({ received: 3, appended: 3, duplicates: 0, superseded: 0, points: 3, lastStep: 2 })
  expect(await valuesOf(run, 'loss')).toEqual([-1, -2, -3])
  expect(await valuesOf(run, 'l2')).toEqual([3, 2, 1])
  expect((await storage.runs.find(run))?.series.map(({ name, points }) => [name, points])).toEqual([
    ['l2', 3],
    ['loss', 3],
    ['learning-rate', 3]
  ])
})

test('where one series refuses, nothing is stored in any', async () => {
  const run = await newRun()
  await storage.series.appendJointly(run, from(0, { l2: [1], loss: [5] }))
  const conflict = storage.series.appendJointly(run, from(0, { l2: [1, 2], loss: [6, 7], linf: [1, 1] }, { onConflict: 'reject' }))
  expect(await problemOf(conflict)).toBe('norm-conflict')
  expect(await valuesOf(run, 'l2')).toEqual([1])
  expect(await valuesOf(run, 'loss')).toEqual([5])
  expect(await valuesOf(run, 'linf')).toEqual([])
  // And what this process knows of them is as before.
  expect((await storage.series.appendJointly(run, from(1, { l2: [2], loss: [7] }))).get('l2')).toMatchObject({ appended: 1, points: 2 })
  expect(await problemOf(storage.series.appendJointly('no-such-run', from(0, { l2: [1], loss: [1] })))).toBe('run-not-found')
})

test('a retry stores nothing, and a request that is new in part stores that part', async () => {
  const run = await newRun()
  const request = from(0, { l2: [1, 2], loss: [3, 4] })
  await storage.series.appendJointly(run, request)
  const again = await storage.series.appendJointly(run, request)
  expect([...again.values()].map(({ appended, duplicates }) => [appended, duplicates])).toEqual([
    [0, 2],
    [0, 2]
  ])
  const part = await storage.series.appendJointly(run, from(0, { l2: [1, 2], loss: [3, 4, 5], linf: [9] }))
  expect(part.get('l2')).toMatchObject({ appended: 0, duplicates: 2 })
  expect(part.get('loss')).toMatchObject({ appended: 1, duplicates: 2, points: 3 })
  expect(part.get('linf')).toMatchObject({ appended: 1 })
})

test('going back supersedes every series of the run, also those that the request does not name', async () => {
  const run = await newRun()
  await storage.series.appendJointly(run, from(0, { l2: [1, 2, 3, 4], loss: [1, 2, 3, 4], distance: [1, 1] }))
  const request = from(2, { l2: [30] }, { resumeFrom: 2 })
  const outcome = await storage.series.appendJointly(run, request)
  expect(outcome.get('l2')).toEqual({ received: 1, appended: 1, duplicates: 0, superseded: 2, points: 3, lastStep: 2 })
  expect(outcome.get('loss')).toEqual({ received: 0, appended: 0, duplicates: 0, superseded: 2, points: 2, lastStep: 1 })
  expect(outcome.get('distance')).toMatchObject({ superseded: 0, points: 2 })
  expect(await valuesOf(run, 'loss')).toEqual([1, 2])
  await storage.series.append(run, 'loss', {
    points: { steps: { first: 2, stride: 1 }, values: Float64Array.of(9) },
    startless: false,
    onConflict: 'replace'
  })
  const retried = await storage.series.appendJointly(run, request)
  expect(retried.get('l2')).toMatchObject({ appended: 0, duplicates: 1, superseded: 0 })
  expect(await valuesOf(run, 'loss')).toEqual([1, 2, 9])
})

test('going back reaches what another replica has stored since', async () => {
  const run = await newRun()
  await storage.series.appendJointly(run, from(0, { l2: [1, 2], loss: [1, 2] }))
  await other.series.appendJointly(run, from(2, { loss: [3, 4], 'eval-loss': [7] }))
  await storage.series.appendJointly(run, from(1, { l2: [20] }, { resumeFrom: 1 }))
  expect(await valuesOf(run, 'loss')).toEqual([1])
  expect(await valuesOf(run, 'eval-loss')).toEqual([])
})

test('two replicas that write the same series at once lose nothing and double nothing', async () => {
  const run = await newRun()
  const names = ['l2', 'loss', 'learning-rate'] as const
  const requests = Array.from({ length: 40 }, (_, step) => {
    // Each names its series in another order, and some name two alone.
    const order = [...names.slice(step % 3), ...names.slice(0, step % 3)].slice(0, step % 4 === 0 ? 2 : 3)
    return (step % 2 === 0 ? storage : other).series.appendJointly(run, from(step, Object.fromEntries(order.map((name) => [name, [step]]))))
  })
  const outcomes = await Promise.all(requests)
  const appended = outcomes.reduce((sum, outcome) => sum + [...outcome.values()].reduce((all, one) => all + one.appended, 0), 0)
  const stored = await Promise.all(names.map((name) => valuesOf(run, name)))
  expect(appended).toBe(stored.reduce((sum, { length }) => sum + length, 0))
  for (const values of stored) expect(values).toEqual([...values].sort((a, b) => a - b))
  expect(appended).toBe(10 * 2 + 30 * 3)
})

test('long parts are cut into chunks beside short ones, in one transaction', async () => {
  const run = await newRun()
  const long = Array.from({ length: 70_000 }, (_, i) => i)
  await storage.series.appendJointly(run, from(0, { l2: long, loss: [1], 'weight-norm': [2] }))
  expect((await storage.series.head(run, 'l2'))?.points).toBe(70_000)
  expect(await valuesOf(run, 'weight-norm')).toEqual([2])
})
