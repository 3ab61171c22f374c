import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStorage, type Storage } from '../../../src/storage/storage.ts'
import { testDatabase } from '../../support/database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let storage: Storage
let client: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
  client = new pg.Client(database.url)
  await client.connect()
})
afterAll(async () => {
  await storage.close()
  await client.end()
  await database.drop()
})

const signal = new AbortController().signal
const append = async (runId: string, steps: number[], value: (step: number) => number, resumeFrom?: number) => {
  const points = { steps: Float64Array.from(steps), values: Float64Array.from(steps, value) }
  await storage
    .of('p')
    .series.append(runId, 'l2', { points, startless: false, onConflict: 'replace', ...(resumeFrom !== undefined && { resumeFrom }) })
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)
/** All that is stored was stored, and looked at, so many days earlier. */
async function age(days: number): Promise<void> {
  await client.query(`update gradient_norm_chunks set stored_at = stored_at - $1::int * interval '1 day'`, [days])
  await client.query(`update gradient_norm_series set purged_before = purged_before - $1::int * interval '1 day'`, [days])
}
async function history(runId: string) {
  const all: { step: number; value: number; sequence: number; current: boolean }[] = []
  for await (const points of storage.of('p').series.history(runId, 'l2')) all.push(...points)
  return all
}
async function current(runId: string) {
  const all: [number, number][] = []
  const reading = await storage.of('p').series.read(runId, 'l2')
  for await (const { steps, values } of reading.pieces()) {
    for (let i = 0; i < values.length; i++)
      all.push([steps instanceof Float64Array ? steps[i]! : steps.first + i * steps.stride, values[i]!])
  }
  return { all, head: reading.head, count: reading.count }
}

it('what was superseded longer ago than the days is gone from the tables; what is current stays to the last bit, with its version and sequence', async () => {
  const { runs } = storage.of('p')
  await runs.put('r', {})
  await append('r', range(0, 1000), Math.sin)
  await append('r', range(500, 700), Math.cos, 500) // went back: 500 … 999 are superseded
  await append('r', [3, 5, 7, 650], (step) => -step) // replaced one by one
  await append('r', range(700, 800), Math.sqrt)
  await age(10)
  await append('r', [4, 799], () => Number.NaN) // superseded today
  const [before, all] = [await current('r'), await history('r')]

  expect(await storage.retention.sweep(5, signal)).toBe(500 + 3 + 1)
  expect(await current('r')).toEqual(before)
  const kept = all.filter(
    (point) => point.current || (point.step === 4 && point.value === Math.sin(4)) || (point.step === 799 && point.value === Math.sqrt(799))
  )
  expect(await history('r')).toEqual(kept)
  const { rows } = await client.query<{ numbers: number }>(
    `select sum(length("values")) / 8 as numbers from gradient_norm_chunks where run_id = 'r'`
  )
  expect(Number(rows[0]!.numbers), 'nothing else holds a value').toBe(kept.length)

  expect(await storage.retention.sweep(5, signal), 'there is nothing left to do').toBe(0)
  await age(10)
  expect(await storage.retention.sweep(5, signal)).toBe(2)
  expect(await history('r')).toEqual(all.filter((point) => point.current))
  expect(await current('r')).toEqual(before)
})

it('appends go on after a sweep as if nothing had happened, also those that look at older points', async () => {
  await storage.of('p').runs.put('goes-on', {})
  await append('goes-on', range(0, 100), Math.sin)
  await append('goes-on', range(20, 100), Math.cos, 20)
  await append('goes-on', range(0, 100), Math.tan, 0)
  await age(10)
  expect(await storage.retention.sweep(1, signal)).toBe(180)
  await append('goes-on', range(90, 120), Math.tan)
  await append('goes-on', [1, 2], Math.abs, 1)
  expect((await current('goes-on')).all).toEqual([
    [0, Math.tan(0)],
    [1, 1],
    [2, 2]
  ])
  expect((await history('goes-on')).length).toBe(122)
})

it('a reader that began before a sweep reads what it would have read without it', async () => {
  await storage.of('p').runs.put('read', {})
  for (let piece = 0; piece < 40; piece++) await append('read', range(10_000 * piece, 10_000 * (piece + 1)), Math.sin)
  await append(
    'read',
    range(0, 400_000).filter((step) => step % 3 === 0),
    Math.cos
  )
  await age(10)
  const expected = (await current('read')).all
  const read: number[] = []
  const pieces = (await storage.of('p').series.read('read', 'l2')).pieces()[Symbol.asyncIterator]()
  read.push(...(await pieces.next()).value.values)
  expect(await storage.retention.sweep(1, signal)).toBeGreaterThanOrEqual(133_334)
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) read.push(...next.value.values)
  expect(read).toEqual(expected.map(([, value]) => value))
})

it('a deleted run leaves no dead rows behind', async () => {
  await storage.of('p').runs.put('deleted', {})
  await append('deleted', range(0, 20_000), Math.sin)
  await storage.of('p').runs.delete('deleted')
  await storage.retention.sweep(1, signal)
  const { rows } = await client.query<{ dead: number }>(`select pg_stat_get_dead_tuples('gradient_norm_chunks'::regclass)::int as dead`)
  expect(rows[0]!.dead).toBe(0)
})

it('each project keeps superseded points as long as it says, and for ever where it says so', async () => {
  const twice = async (project: string) => {
    await storage.of(project).runs.put('r', {})
    for (const value of [1, 2]) {
      const points = { steps: Float64Array.of(0), values: Float64Array.of(value) }
      await storage.of(project).series.append('r', 'l2', { points, startless: false, onConflict: 'replace' })
    }
  }
  const stored = async (project: string) => {
    let count = 0
    for await (const points of storage.of(project).series.history('r', 'l2')) count += points.length
    return count
  }
  for (const project of ['short', 'long', 'never', 'silent']) await twice(project)
  await storage.retention.set('short', { supersededDays: 3 })
  await storage.retention.set('long', { supersededDays: 30 })
  await storage.retention.set('never', { supersededDays: null })
  await age(5)

  await storage.retention.sweep(null, signal)
  expect([await stored('short'), await stored('long'), await stored('never'), await stored('silent')]).toEqual([1, 2, 2, 2])
  await storage.retention.sweep(4, signal)
  expect([await stored('long'), await stored('never'), await stored('silent')]).toEqual([2, 2, 1])
  await storage.retention.set('long', null)
  expect(await storage.retention.of('long')).toBeNull()
  await storage.retention.sweep(4, signal)
  expect([await stored('long'), await stored('never')]).toEqual([1, 2])
})

it('where nobody says how long, nothing is removed and nothing is vacuumed', async () => {
  for (const project of ['short', 'long', 'never']) await storage.retention.set(project, null)
  await storage.of('p').runs.put('dead', {})
  await append('dead', range(0, 20_000), Math.sin)
  await storage.of('p').runs.delete('dead')
  const dead = async () => {
    await client.query('select pg_stat_force_next_flush()')
    const { rows } = await client.query<{ dead: number }>(`select pg_stat_get_dead_tuples('gradient_norm_chunks'::regclass)::int as dead`)
    return rows[0]!.dead
  }
  const before = await dead()
  expect(await storage.retention.sweep(null, signal)).toBe(0)
  expect(await dead()).toBe(before)
})

it('one replica sweeps at a time', async () => {
  await client.query('select pg_advisory_lock($1)', [0x7a9ea])
  expect(await storage.retention.sweep(1, signal)).toBeNull()
  await client.query('select pg_advisory_unlock($1)', [0x7a9ea])
  expect(await storage.retention.sweep(1, signal)).not.toBeNull()
})
