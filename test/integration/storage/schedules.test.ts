import { expect, it } from 'vitest'
import type { NewSchedule } from '../../../src/storage/schedule-repository.ts'
import { testStorage } from '../../support/database.ts'

const storage = (await testStorage()).of('default')
const schedule = (id: string, more: Partial<NewSchedule> = {}): NewSchedule => ({
  id,
  identity: null,
  name: null,
  runId: null,
  rule: 'refined',
  parameters: { window: 0.1 },
  steps: 3,
  peakLearningRate: 0.25,
  report: { gain: 1.5 },
  digest: 'abc',
  multipliers: Float64Array.of(1, 0.5, 0),
  ...more
})

it('a schedule comes back as it was stored, multipliers to the bit, whole or in part', async () => {
  const multipliers = Float64Array.from({ length: 150_001 }, (_, i) => Math.random() / (i + 1))
  await storage.schedules.create(schedule('long', { steps: multipliers.length, multipliers }))
  const stored = await storage.schedules.find('long')
  expect(stored).toMatchObject({
    id: 'long',
    runId: null,
    runDeleted: false,
    parameters: { window: 0.1 },
    steps: 150_001,
    peakLearningRate: 0.25
  })
  expect(stored?.report).toEqual({ gain: 1.5 })
  for (const [from, to] of [
    [0, 150_001],
    [65_535, 65_537],
    [140_000, 150_001],
    [5, 5]
  ] as const) {
    const read: number[] = []
    for await (const piece of storage.schedules.multipliers(stored!, from, to)) read.push(...piece)
    expect(read).toEqual([...multipliers.subarray(from, to)])
  }
  expect(await storage.schedules.multiplierAt(stored!, 65_536)).toBe(multipliers[65_536])
  expect(storage.schedules.multiplierAt(stored!, 65_537)).toBe(multipliers[65_537])
})

it('a long schedule has the smallest and largest multiplier of each stretch beside it, a short one has not', async () => {
  const steps = 2 ** 20 + 5
  const multipliers = Float64Array.from({ length: steps }, (_, i) => Math.abs(Math.sin(i * 1.7)) * (1 - i / steps))
  const { schedule: stored } = await storage.schedules.create(schedule('extrema', { steps, multipliers }))
  const { low, high, length } = (await storage.schedules.extrema(stored))!
  expect(length).toBe(257)
  expect(low.length).toBe(Math.ceil(steps / 257))
  for (let i = 0; i < low.length; i++) {
    const stretch = multipliers.subarray(i * length, (i + 1) * length)
    expect([low[i], high[i]]).toEqual([Math.min(...stretch), Math.max(...stretch)])
  }
  const { schedule: short } = await storage.schedules.create(schedule('short'))
  expect(await storage.schedules.extrema(short)).toBeNull()
})

it('what was made from the same is stored once, also by two at the same time', async () => {
  await storage.runs.put('r', {})
  const both = await Promise.all(['one', 'two'].map((id) => storage.schedules.create(schedule(id, { identity: 'same', runId: 'r' }))))
  expect(both.map((result) => result.created).sort()).toEqual([false, true])
  expect(both[0]?.schedule.id).toBe(both[1]?.schedule.id)
  expect((await storage.schedules.list({ runId: 'r' }, { limit: 10 })).items.length).toBe(1)
})

it('schedules outlive their run and say so, and a new run of that name starts anew', async () => {
  await storage.runs.put('gone', {})
  await storage.schedules.create(schedule('left', { identity: 'gone-1', runId: 'gone' }))
  await storage.runs.delete('gone')
  expect(await storage.schedules.find('left')).toMatchObject({ runId: 'gone', runDeleted: true })
  await storage.runs.put('gone', {})
  expect((await storage.schedules.create(schedule('anew', { identity: 'gone-1', runId: 'gone' }))).created).toBe(true)
  // One whose run is deleted while it is computed.
  await storage.runs.delete('gone')
  expect((await storage.schedules.create(schedule('late', { identity: 'gone-2', runId: 'gone' }))).schedule).toMatchObject({
    runDeleted: true
  })
})

it('lists are paged, newest first, without a gap or a repetition', async () => {
  for (let i = 0; i < 7; i++) await storage.schedules.create(schedule(`p${i}`, { runId: 'paged' }))
  const ids: string[] = []
  let after: { at: string; id: string } | undefined
  do {
    const page = await storage.schedules.list({ runId: 'paged' }, { limit: 3, ...(after ? { after } : {}) })
    ids.push(...page.items.map((item) => item.id))
    after = page.next ?? undefined
  } while (after)
  expect(ids).toEqual(['p6', 'p5', 'p4', 'p3', 'p2', 'p1', 'p0'])
})

it('a deleted schedule is gone with its multipliers', async () => {
  await storage.schedules.create(schedule('short-lived'))
  expect(await storage.schedules.findRecent('short-lived')).not.toBeNull()
  expect(await storage.schedules.delete('short-lived')).toBe(true)
  expect(await storage.schedules.delete('short-lived')).toBe(false)
  expect(await storage.schedules.findRecent('short-lived')).toBeNull()
})
