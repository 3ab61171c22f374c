import { expect, test } from 'vitest'
import { cursorText } from '../../../src/services/runs/run-cursor.ts'
import { createRunWatch, type Heard } from '../../../src/services/runs/watch-run.ts'
import { testApp } from '../../support/app.ts'

const { storage, send, newRun } = await testApp()
const watcher = { storage: storage.of('default'), project: 'default', subject: 'test' }
const append = (run: string, startStep: number, l2: number[]) =>
  send('POST', `/v1/runs/${run}/series`, { payload: { startStep, series: { l2 } } })

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
