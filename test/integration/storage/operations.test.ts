import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import type { OperationQueue } from '../../../src/storage/operation-queue.ts'
import type { NewOperation, OperationRepository, TakenOperation } from '../../../src/storage/operation-repository.ts'
import type { NewSchedule } from '../../../src/storage/schedule-repository.ts'
import { openStorage, type Storage } from '../../../src/storage/storage.ts'
import { testDatabase } from '../../support/database.ts'
import { sameBits } from '../../support/numbers.ts'

/** What a project does with its operations, and what those do who work on them. */
type AllOfOperations = OperationRepository & OperationQueue

const database = await testDatabase()
const replicas = await Promise.all([1, 2].map(() => openStorage({ databaseUrl: database.url, dataDir: '' })))
const [operations, others] = replicas.map((storage) => ({ ...storage.of('default').operations, ...storage.operations })) as [
  AllOfOperations,
  AllOfOperations
]
const { runs, schedules } = (replicas[0] as Storage).of('default')
const sql = new pg.Client(database.url)
await sql.connect()
afterAll(async () => {
  await sql.end()
  for (const replica of replicas) await replica.close()
  await database.drop()
})

const operation = (values = Float64Array.of(1, 2, 3)): NewOperation => ({
  id: uuidv7(),
  kind: 'refine',
  requestId: 'r',
  work: { what: 'this' },
  numbers: { values }
})
const schedule = (id: string, identity: string): NewSchedule => ({
  id,
  identity,
  name: null,
  runId: 'the-run',
  rule: 'refined',
  parameters: {},
  steps: 2,
  peakLearningRate: null,
  report: null,
  digest: 'd',
  multipliers: Float64Array.of(1, 0)
})
const outcome = { steps: 2, report: {} }
async function taken(from = operations): Promise<TakenOperation> {
  const found = await from.take()
  if (found === null) throw new Error('nothing waits')
  return found
}
async function collected(id: string, part: string): Promise<number[]> {
  const all: number[] = []
  for await (const piece of operations.numbers(id, part)) all.push(...piece)
  return all
}
/** As if whoever works on it had not been heard of for long. */
const abandon = (id: string) => sql.query(`update operations set lease_until = now() - interval '1 second' where id = $1`, [id])

describe('operations', () => {
  it('are taken in the order of their arrival, each by one replica', async () => {
    const begun = [operation(), operation(), operation(), operation(), operation(), operation()]
    for (const one of begun) await operations.start(one)
    const takers = [operations, others, operations, others, others, operations, others]
    const found = await Promise.all(takers.map((one) => one.take()))
    const ids = found.flatMap((one) => (one === null ? [] : [one.id]))
    expect(ids.sort()).toEqual(begun.map(({ id }) => id).sort())
    for (const one of found) if (one !== null) expect(await operations.finish(one, outcome)).toBe(true)
  })

  it('with an id that is there already are the one that is there', async () => {
    const one = operation()
    const first = await operations.start(one)
    expect(await operations.start({ ...one, requestId: 'another' })).toEqual(first)
    expect((await taken()).id).toBe(one.id)
    expect(await operations.take()).toBeNull()
    await operations.cancel(one.id)
  })

  it('keep what they work on and what they have made, to the bit', async () => {
    const values = Float64Array.from({ length: 131_073 }, (_, i) => Math.sin(i))
    const one = operation(values)
    await operations.start(one)
    expect(sameBits(Float64Array.from(await collected(one.id, 'values')), values)).toBe(true)
    const work = await taken(others)
    expect(work).toMatchObject({ id: one.id, kind: 'refine', work: { what: 'this' }, attempt: 1 })
    const multipliers = values.map((value) => value / 2)
    expect(await others.finish(work, outcome, { multipliers })).toBe(true)
    expect(sameBits(Float64Array.from(await collected(one.id, 'multipliers')), multipliers)).toBe(true)
    expect(await collected(one.id, 'values')).toEqual([])
    expect(await operations.find(one.id)).toMatchObject({ status: 'done', progress: 1, outcome })
  })

  it('tell how far they are, and never less than before', async () => {
    await operations.start(operation())
    const work = await taken()
    for (const [progress, shown] of [
      [0.5, 0.5],
      [0.25, 0.5],
      [0.75, 0.75]
    ] as const) {
      expect(await operations.report(work, progress)).toBe(true)
      expect((await operations.find(work.id))?.progress).toBe(shown)
    }
    await operations.giveBack(work)
    const again = await taken()
    expect([again.id, again.attempt]).toEqual([work.id, 1])
    await operations.report(again, 0)
    expect((await operations.find(work.id))?.progress).toBe(0.75)
    await operations.cancel(work.id)
  })

  it('that nobody is heard of for long are taken up by another, and the first one writes nothing more', async () => {
    await operations.start(operation())
    const lost = await taken()
    await operations.tidy()
    expect(await others.take()).toBeNull()
    await abandon(lost.id)
    await Promise.all([operations.tidy(), others.tidy()])
    expect((await operations.find(lost.id))?.status).toBe('queued')
    const again = await taken(others)
    expect([again.id, again.attempt]).toEqual([lost.id, 2])
    expect(await operations.report(lost, 0.9)).toBe(false)
    expect(await operations.finish(lost, outcome)).toBe(false)
    expect(await operations.finishWithSchedule(lost, schedule(uuidv7(), randomUUID()))).toBe(false)
    expect(await operations.fail(lost, { type: 'internal', detail: '' })).toBe(false)
    expect(await others.finish(again, outcome)).toBe(true)
  })

  it('whose process dies over them again and again fail', async () => {
    const one = operation()
    await operations.start(one)
    for (let attempt = 1; attempt <= 5; attempt++) {
      expect((await taken()).attempt).toBe(attempt)
      await abandon(one.id)
      await operations.tidy()
    }
    expect(await operations.take()).toBeNull()
    expect(await operations.find(one.id)).toMatchObject({ status: 'failed', problem: { type: 'internal' } })
  })

  it('that are cancelled end there: what waits is not taken, and what is worked on stores nothing', async () => {
    const [waiting, running] = [operation(), operation()]
    await operations.start(running)
    const work = await taken()
    await operations.start(waiting)
    for (const { id } of [waiting, running]) expect(await others.cancel(id)).toMatchObject({ status: 'cancelled' })
    expect(await operations.take()).toBeNull()
    expect(await operations.report(work, 0.5)).toBe(false)
    const made = schedule(uuidv7(), randomUUID())
    expect(await operations.finishWithSchedule(work, made)).toBe(false)
    expect(await schedules.find(made.id)).toBeNull()
    expect(await operations.cancel(work.id)).toMatchObject({ status: 'cancelled' })
    expect(await operations.cancel('nobody')).toBeNull()
    expect((await sql.query('select 1 from operation_chunks where operation_id = any($1)', [[waiting.id, running.id]])).rowCount).toBe(0)
  })

  it('store their schedule with their end, or find the one with its identity', async () => {
    await runs.put('the-run', {})
    const identity = randomUUID()
    const ids = [uuidv7(), uuidv7()] as const
    for (const [id, created] of [
      [ids[0], true],
      [ids[1], false]
    ] as const) {
      await operations.start(operation())
      const work = await taken()
      expect(await operations.finishWithSchedule(work, schedule(id, identity))).toBe(true)
      expect(await operations.find(work.id)).toMatchObject({ status: 'done', outcome: { created, schedule: { id: ids[0], steps: 2 } } })
    }
    expect([(await schedules.find(ids[0]))?.id, await schedules.find(ids[1])]).toEqual([ids[0], null])
  })

  it('more than may wait are refused as overloaded, with a time to come back', async () => {
    const begun: NewOperation[] = []
    const start = async () => {
      const one = operation(Float64Array.of(1))
      await operations.start(one)
      begun.push(one)
    }
    await Promise.all(Array.from({ length: 256 }, start))
    await expect(start()).rejects.toMatchObject({ type: 'overloaded', retryAfterSeconds: 30 })
    for (const { id } of begun) await operations.cancel(id)
    await start()
    await operations.cancel((begun.at(-1) as NewOperation).id)
  })

  it('that ended a week ago are forgotten', async () => {
    await operations.start(operation())
    const work = await taken()
    await operations.finish(work, outcome, { multipliers: Float64Array.of(1) })
    await operations.tidy()
    expect(await operations.find(work.id)).not.toBeNull()
    await sql.query(`update operations set finished_at = now() - interval '8 days' where id = $1`, [work.id])
    await operations.tidy()
    expect(await operations.find(work.id)).toBeNull()
    expect(await collected(work.id, 'multipliers')).toEqual([])
  })
})
