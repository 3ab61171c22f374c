import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { ProjectStorage } from '../../../src/storage/project-storage.ts'
import type { NewSchedule } from '../../../src/storage/schedule-repository.ts'
import type { Append } from '../../../src/storage/series-repository.ts'
import { testStorage } from '../../support/database.ts'

const storage = await testStorage()
const [a, b] = [storage.of('a'), storage.of('b')]

const norms = (...values: number[]): Append => ({
  points: { steps: { first: 0, stride: 1 }, values: Float64Array.from(values) },
  startless: false,
  onConflict: 'replace'
})
const schedule = (id: string, ...multipliers: number[]): NewSchedule => ({
  id,
  identity: 'made-alike',
  name: null,
  runId: 'r',
  rule: 'refined',
  parameters: {},
  steps: multipliers.length,
  peakLearningRate: null,
  report: null,
  digest: 'd',
  multipliers: Float64Array.from(multipliers)
})
async function valuesOf({ series }: ProjectStorage): Promise<number[]> {
  const all: number[] = []
  for await (const { values } of (await series.read('r', 'l2')).pieces()) all.push(...values)
  return all
}

describe('two projects', () => {
  it('each have a run of one id, with norms of their own', async () => {
    expect((await a.runs.put('r', { name: 'of a' })).created).toBe(true)
    expect((await b.runs.put('r', { name: 'of b' })).created).toBe(true)
    await Promise.all([a.series.append('r', 'l2', norms(1, 2)), b.series.append('r', 'l2', norms(3, 4, 5))])
    // What is known in memory of the one series is none of the other's.
    expect(await a.series.append('r', 'l2', norms(1, 2))).toMatchObject({ duplicates: 2, points: 2 })
    expect(await b.series.append('r', 'l2', norms(1, 2))).toMatchObject({ superseded: 2, points: 3 })
    expect([await valuesOf(a), await valuesOf(b)]).toEqual([
      [1, 2],
      [1, 2, 5]
    ])
    expect([(await a.runs.find('r'))?.name, (await b.runs.list({}, { limit: 5 })).items.map((run) => run.name)]).toEqual(['of a', ['of b']])
  })

  it('each have a schedule of one id and identity', async () => {
    const id = uuidv7()
    expect((await a.schedules.create(schedule(id, 1, 0))).created).toBe(true)
    expect((await b.schedules.create(schedule(id, 0.5, 0.25))).created).toBe(true)
    for (const [project, first] of [
      [a, 1],
      [b, 0.5]
    ] as const) {
      const found = await project.schedules.findRecent(id)
      expect(await project.schedules.multiplierAt(found!, 0)).toBe(first)
      expect((await project.schedules.findByIdentity('made-alike'))?.id).toBe(id)
      expect((await project.schedules.list({}, { limit: 5 })).items.length).toBe(1)
    }
    expect(await a.schedules.delete(id)).toBe(true)
    expect(await a.schedules.findRecent(id)).toBeNull()
    expect(await b.schedules.findRecent(id)).not.toBeNull()
  })

  it('each have an idempotency key of one name', async () => {
    expect((await a.idempotency.claim('k', 'print')).state).toBe('new')
    expect((await b.idempotency.claim('k', 'another print')).state).toBe('new')
    expect((await a.idempotency.claim('k', 'another print')).state).toBe('reused')
  })

  it('each see their own operations, which whoever works on them takes up for both', async () => {
    const start = (project: ProjectStorage) =>
      project.operations.start({ id: uuidv7(), kind: 'refine', requestId: 'q', work: {}, numbers: { values: Float64Array.of(1) } })
    const [one, other] = [await start(a), await start(b)]
    expect([await a.operations.find(other.id), await b.operations.find(one.id)]).toEqual([null, null])
    expect(await b.operations.cancel(one.id)).toBeNull()
    const taken = [await storage.operations.take(), await storage.operations.take()]
    expect(taken).toMatchObject([
      { project: 'a', id: one.id },
      { project: 'b', id: other.id }
    ])
    for (const work of taken) {
      expect(await storage.of(work!.project).operations.finish(work!, { steps: 1, report: {} }, { multipliers: Float64Array.of(2) })).toBe(
        true
      )
    }
    expect((await a.operations.find(one.id))?.status).toBe('done')
  })

  it('lose nothing by the deletion of the other one’s run', async () => {
    expect(await a.runs.delete('r')).toBe(true)
    expect(await valuesOf(a)).toEqual([])
    expect(await valuesOf(b)).toEqual([1, 2, 5])
    expect(await b.runs.find('r')).not.toBeNull()
  })
})
