import { afterAll, expect, test } from 'vitest'
import { cursorText } from '../../../src/services/runs/run-cursor.ts'
import { createRunWatch, type Heard } from '../../../src/services/runs/watch-run.ts'
import { openStorage } from '../../../src/storage/storage.ts'
import { testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'

const database = await testDatabase()
const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
afterAll(async () => {
  await storage.close()
  await database.drop()
})
const { send, newRun } = await testApp({}, { storage })
const watcher = { storage: storage.of('default'), project: 'default', subject: 'test' }
async function append(run: string, startStep: number, l2: (number | string)[]): Promise<void> {
  const answer = await send('POST', `/v1/runs/${run}/series`, { payload: { startStep, series: { l2 } } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

async function watched(run: string, since: string | null, waits: Parameters<typeof createRunWatch>[0]) {
  const left = new AbortController()
  const heard = await createRunWatch(waits).open(watcher, run, since, left.signal)
  const each = heard[Symbol.asyncIterator]()
  return {
    next: async (): Promise<Heard> => (await each.next()).value as Heard,
    async leave() {
      left.abort()
      await each.return?.()
    }
  }
}

test('where nothing happens a word says now and then that the connection stands', async () => {
  const run = await newRun()
  const { next, leave } = await watched(run, null, { everyMs: 10, quietMs: 30 })
  expect(await next()).toMatchObject({ event: 'run' })
  expect([await next(), await next()]).toEqual(['still', 'still'])
  await append(run, 0, [1])
  const heard = [await next(), await next()].filter((one) => one !== 'still')
  expect(heard[0]).toMatchObject({ event: 'points', data: { points: 1 } })
  await leave()
})

test('for a watcher that does not read nothing is kept: it hears of the run as it is when it reads on', async () => {
  const run = await newRun()
  await append(run, 0, [1])
  const { next, leave } = await watched(run, null, { everyMs: 1 })
  expect([await next(), await next()]).toMatchObject([{ event: 'run' }, { event: 'points', data: { points: 1 } }])
  for (let step = 1; step <= 30; step++) await append(run, step, [1])
  expect(await next()).toMatchObject({ event: 'points', data: { points: 31, lastStep: 30 } })
  await leave()
})

test('more schedules than a look has are all told, in their order, to who was there before them and to who was away', async () => {
  const run = await newRun()
  await append(
    run,
    0,
    Array.from({ length: 64 }, (_, step) => 2 + Math.sin(step))
  )
  const there = await watched(run, null, { everyMs: 1 })
  const seen = [await there.next(), await there.next()]
  const ids: string[] = []
  for (let steps = 100; steps < 125; steps++) ids.push((await send('POST', `/v1/runs/${run}/schedules`, { payload: { steps } })).json().id)
  const last = seen[1] as Exclude<Heard, string>
  const away = await watched(run, cursorText(last.cursor), { everyMs: 1 })
  for (const { next, leave } of [there, away]) {
    const told: unknown[] = []
    while (told.length < ids.length) {
      const one = await next()
      if (typeof one === 'object' && one.event === 'schedule') told.push(one.data)
    }
    expect(told).toEqual(ids.map((scheduleId) => ({ scheduleId })))
    await leave()
  }
})

/** What a watcher hears of `l2` until it has so many points. */
async function heardUntil(next: () => Promise<Heard>, points: number) {
  const told: { points: number; added?: { after: string; steps: Float64Array; values: Float64Array }; version: string }[] = []
  while (told.at(-1)?.points !== points) {
    const one = await next()
    if (typeof one === 'object' && one.event === 'points') told.push(one.data)
  }
  return told
}

test('points of this replica are told with their steps and values, in order and each once, without a look at what is stored', async () => {
  const run = await newRun()
  await append(run, 0, [1])
  const { next, leave } = await watched(run, null, { everyMs: 60_000 })
  await heardUntil(next, 1)
  const hearing = heardUntil(next, 201)
  for (let step = 1; step <= 200; step += 2) await append(run, step, [step, 'Infinity'])
  const told = await hearing
  const steps = told.flatMap(({ added }) => [...(added?.steps ?? [Number.NaN])])
  expect(steps).toEqual(Array.from({ length: 200 }, (_, i) => i + 1))
  expect(told.flatMap(({ added }) => [...(added?.values ?? [])])).toEqual(
    steps.map((step) => (step % 2 === 1 ? step : Number.POSITIVE_INFINITY))
  )
  expect(told.slice(1).map(({ added }) => added?.after)).toEqual(told.slice(0, -1).map(({ version }) => version))
  await leave()
})

test.each([
  ['went back', 'resumeFrom=2', { startStep: 2, series: { l2: [7, 8] } }, 4, 1],
  ['was given another value', '', { startStep: 1, series: { l2: [7] } }, 3, 1],
  ['got many points at once', '', { startStep: 3, series: { l2: Array.from({ length: 1025 }, () => 1) } }, 1028, 0]
])('a series that %s is told of without points, so that its readers read it anew', async (_what, query, payload, points, superseded) => {
  const run = await newRun()
  await append(run, 0, [1, 2, 3])
  const { next, leave } = await watched(run, null, { everyMs: 60_000 })
  const [first] = await heardUntil(next, 3)
  expect(first).toMatchObject({ superseded: 0 })
  expect((await send('POST', `/v1/runs/${run}/series?${query}`, { payload })).statusCode).toBe(200)
  const heard = await next()
  expect(heard).toMatchObject({ event: 'points', data: { points } })
  expect(heard).not.toHaveProperty('data.added')
  const changed = (heard as Exclude<Heard, string>).data as { superseded: number }
  expect(changed.superseded > 0).toBe(superseded > 0)
  await leave()
})

test('whoever takes a cursor up hears of what came since and of nothing twice, while points go on coming', async () => {
  const run = await newRun()
  await append(run, 0, [1])
  let since: string | null = null
  let known = 0
  let going = true
  const training = (async () => {
    for (let step = 1; going; step++) await append(run, step, [step])
  })()
  for (let round = 0; round < 8; round++) {
    const { next, leave } = await watched(run, since, { everyMs: 5 })
    for (let heard = 0; heard < 6; ) {
      const one = await next()
      if (typeof one !== 'object' || one.event !== 'points') continue
      const { points, added } = one.data
      expect(points).toBeGreaterThan(known)
      // The steps count the points, so that what is told follows what was known.
      if (added !== undefined) expect([...added.steps]).toEqual(Array.from({ length: points - known }, (_, i) => known + i))
      known = points
      since = cursorText(one.cursor)
      heard++
    }
    await leave()
  }
  going = false
  await training
})

test('what another replica stores is heard by looks, and what this one stores then is told with its points again', async () => {
  const run = await newRun()
  await append(run, 0, [1])
  const { next, leave } = await watched(run, null, { everyMs: 10 })
  await heardUntil(next, 1)
  // As another process does it: the head of the series changes, and nobody here hears of it.
  const elsewhere = await openStorage({ databaseUrl: database.url, dataDir: '' })
  try {
    const points = { steps: { first: 1, stride: 1 }, values: Float64Array.of(2) }
    await elsewhere.of('default').series.append(run, 'l2', { points, startless: false, onConflict: 'replace' })
    expect((await heardUntil(next, 2)).at(-1)).not.toHaveProperty('added')
    await append(run, 2, [3])
    expect((await heardUntil(next, 3)).at(-1)).toMatchObject({ added: { steps: Float64Array.of(2), values: Float64Array.of(3) } })
  } finally {
    await elsewhere.close()
    await leave()
  }
})
