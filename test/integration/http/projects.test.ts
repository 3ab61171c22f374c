import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { operations } from '../../support/openapi.ts'

const { send, storage } = await testApp()
const theirs = storage.of('another')
const [runId, scheduleId, operationId] = ['of-another', uuidv7(), uuidv7()]
const values = Float64Array.from({ length: 100 }, (_, i) => 1 + i / 100)

await theirs.runs.put(runId, {})
await theirs.series.append(runId, 'l2', {
  points: { steps: { first: 0, stride: 1 }, values },
  startless: false,
  onConflict: 'replace'
})
await theirs.schedules.create({
  id: scheduleId,
  identity: null,
  name: null,
  runId,
  rule: 'refined',
  parameters: {},
  steps: values.length,
  peakLearningRate: 1,
  report: null,
  digest: 'd',
  multipliers: values
})
await theirs.operations.start({ id: operationId, kind: 'refine', requestId: 'q', work: {}, numbers: { values } })
const before = await Promise.all([theirs.runs.find(runId), theirs.schedules.find(scheduleId)])

const idOf: Record<string, string> = { runs: runId, schedules: scheduleId, operations: operationId }
/** A request that each route takes, so that it is the id that fails. */
const bodies: Record<string, object> = {
  patchRun: { name: 'mine now' },
  appendGradientNorms: { startStep: 0, values: [1] },
  appendSeries: { startStep: 0, series: { loss: [1] } },
  createRefinedSchedule: {},
  fitSchedule: {},
  createHorizon: { steps: 200 }
}
const parts: Record<string, string> = { step: '0', target: 'optax', format: 'svg', name: 'loss' }
/** The operations of the contract that name a run, schedule or operation in their path; PUT makes the run. */
const named = operations.filter(({ path, method }) => /^\/v1\/(runs|schedules|operations)\/\{/.test(path) && method !== 'put')

describe('what another project has stored is not there', () => {
  it.each(named.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))('for %s', async (_name, operation) => {
    const { path, method, operationId: name } = operation
    const noun = path.split('/')[2] as string
    const url = path.replace(/\{(\w+)\}/, idOf[noun] as string).replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? part)
    const body = bodies[name]
    const answer = await send(method.toUpperCase(), url, body ? { payload: body } : {})
    expect([answer.statusCode, problemOf(answer).type]).toEqual([
      404,
      expect.stringMatching(/^\/problems\/(run|schedule|operation)-not-found$/)
    ])
  })

  it('for bodies that name it', async () => {
    const norms = { runId }
    const linear = { rule: 'linear' }
    const requests: [url: string, payload: object][] = [
      ['/v1/refinements', { runId }],
      ['/v1/refinements', { runIds: [runId, `${runId}-2`] }],
      ['/v1/bounds', { candidate: { scheduleId }, norms: { constant: 1 } }],
      ['/v1/bounds', { candidate: linear, norms, steps: 100 }],
      ['/v1/comparisons', { candidates: [linear, { rule: 'cosine' }], norms }],
      ['/v1/comparisons', { candidates: [{ scheduleId }, linear], norms: { constant: 1 } }],
      ['/v1/runs', { scheduleId }]
    ]
    for (const [url, payload] of requests) {
      const answer = await send('POST', url, { payload })
      expect([url, problemOf(answer)]).toEqual([
        url,
        expect.objectContaining({ type: expect.stringMatching(/^\/problems\/(run|schedule)-not-found$/) })
      ])
    }
  })

  it('in lists', async () => {
    for (const url of ['/v1/runs', `/v1/runs?scheduleId=${scheduleId}`, '/v1/schedules', `/v1/schedules?runId=${runId}`]) {
      expect([url, (await send('GET', url)).json().items]).toEqual([url, []])
    }
  })

  it('and a run of its id is another run, whose end leaves it as it was', async () => {
    expect((await send('PUT', `/v1/runs/${runId}`, { payload: {} })).statusCode).toBe(201)
    expect((await send('GET', `/v1/runs/${runId}`)).json().series).toEqual([])
    expect((await send('DELETE', `/v1/runs/${runId}`)).statusCode).toBe(204)
    expect(await Promise.all([theirs.runs.find(runId), theirs.schedules.find(scheduleId)])).toEqual(before)
    expect((await theirs.operations.find(operationId))?.status).not.toBe('cancelled')
  })
})
