import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const { send, newRun } = await testApp()

interface Made {
  id: string
  report: { bound: { gain: number } }
}

/** A run with norms of its own, trained with a schedule. */
async function train(scheduleId: string | null, seed: number): Promise<string> {
  const id = await newRun({ scheduleId, name: `seed ${seed}` })
  await send('POST', `/v1/runs/${id}/gradient-norms`, { payload: { values: [...trainingLikeNorms(200, seed)] } })
  return id
}
const refine = async (runId: string) => (await send('POST', `/v1/runs/${runId}/schedules`)).json<Made>()
const lineage = async (runId: string) => (await send('GET', `/v1/runs/${runId}/lineage`)).json()
const nowhere = '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e82'

describe('a run says which schedule it was trained with', () => {
  it('at its creation, by PUT and by PATCH; null clears it', async () => {
    const { id: scheduleId } = await refine(await train(null, 1))
    const created = await send('POST', '/v1/runs', { payload: { scheduleId } })
    expect(created.json()).toMatchObject({ scheduleId })
    const run = await newRun()
    expect((await send('GET', `/v1/runs/${run}`)).json()).toMatchObject({ scheduleId: null })
    expect((await send('PUT', `/v1/runs/${run}`, { payload: { scheduleId } })).json()).toMatchObject({ scheduleId })
    expect((await send('PUT', `/v1/runs/${run}`, { payload: { name: 'a' } })).json()).toMatchObject({ scheduleId })
    expect((await send('PATCH', `/v1/runs/${run}`, { payload: { scheduleId: null } })).json()).toMatchObject({ scheduleId: null })
    expect((await send('PATCH', `/v1/runs/${run}`, { payload: { scheduleId } })).json()).toMatchObject({ scheduleId })
    const listed = (await send('GET', `/v1/runs?scheduleId=${scheduleId}`)).json<{ items: { id: string }[] }>()
    expect(listed.items.map(({ id }) => id)).toEqual([run, created.json<{ id: string }>().id])
  })

  it.each(['POST', 'PUT', 'PATCH'])(
    'and %s with one that there is not is a 404 that names the place, and changes nothing',
    async (method) => {
      const run = await newRun({ name: 'before' })
      const url = method === 'POST' ? '/v1/runs' : `/v1/runs/${run}`
      const answer = await send(method, url, { payload: { scheduleId: nowhere, name: 'after' } })
      expect(problemOf(answer)).toMatchObject({ type: '/problems/schedule-not-found', status: 404, errors: [{ pointer: '/scheduleId' }] })
      expect((await send('GET', `/v1/runs/${run}`)).json()).toMatchObject({ name: 'before', scheduleId: null })
    }
  )

  it('also after the schedule was deleted, so that a trainer can say it again', async () => {
    const { id: scheduleId } = await refine(await train(null, 2))
    const run = await newRun({ scheduleId })
    await send('DELETE', `/v1/schedules/${scheduleId}`)
    expect((await send('PUT', `/v1/runs/${run}`, { payload: { scheduleId } })).json()).toMatchObject({ scheduleId })
    expect(await lineage(run)).toMatchObject({
      ancestors: [{ generation: -1, schedule: { id: scheduleId, deleted: true }, runs: [] }]
    })
  })
})

describe('the lineage of a run', () => {
  it('goes back and forward over all generations, with the gain of each refinement on its own norms, and adds up none', async () => {
    const first = await train(null, 3)
    const one = await refine(first)
    const second = await train(one.id, 4)
    const sibling = await train(one.id, 5)
    const two = await refine(second)
    const third = await train(two.id, 6)

    const ofThird = await lineage(third)
    expect(ofThird).toMatchObject({
      runId: third,
      ancestors: [
        {
          generation: -1,
          schedule: { id: two.id, rule: 'refined', runId: second, gain: two.report.bound.gain, deleted: false },
          runs: [{ id: second, name: 'seed 4' }]
        },
        { generation: -2, schedule: { id: one.id, runId: first }, runs: [{ id: first, deleted: false }] }
      ],
      descendants: [],
      truncated: false
    })
    expect(ofThird).not.toHaveProperty('gains')

    const ofFirst = await lineage(first)
    expect(ofFirst).toMatchObject({
      ancestors: [],
      descendants: [
        { generation: 1, schedule: { id: one.id }, runs: [{ id: second }, { id: sibling }] },
        { generation: 2, schedule: { id: two.id }, runs: [{ id: third }] }
      ]
    })

    const ofSecond = await lineage(second)
    expect([ofSecond.ancestors.length, ofSecond.descendants.length]).toEqual([1, 1])
  })

  it('ends where it goes in a circle', async () => {
    const run = await train(null, 7)
    const made = await refine(run)
    await send('PATCH', `/v1/runs/${run}`, { payload: { scheduleId: made.id } })
    const found = await lineage(run)
    expect(found).toMatchObject({
      ancestors: [{ generation: -1, schedule: { id: made.id }, runs: [{ id: run }] }],
      descendants: [{ generation: 1, schedule: { id: made.id }, runs: [{ id: run }] }]
    })
  })

  it('names a run that was deleted, and goes no further there', async () => {
    const run = await train(null, 8)
    const made = await refine(run)
    const next = await train(made.id, 9)
    await send('DELETE', `/v1/runs/${run}`)
    expect(await lineage(next)).toMatchObject({
      ancestors: [{ schedule: { id: made.id }, runs: [{ id: run, name: null, deleted: true }] }]
    })
    expect(problemOf(await send('GET', `/v1/runs/${run}/lineage`))).toMatchObject({ type: '/problems/run-not-found' })
  })

  it('shows a part of one that is very wide, and says so', async () => {
    const run = await train(null, 10)
    const made = await refine(run)
    for (let i = 0; i < 201; i++) await newRun({ scheduleId: made.id })
    const found = await lineage(run)
    expect([found.truncated, found.descendants.length, found.descendants[0].runs.length]).toEqual([true, 1, 200])
  })
})
