import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send } = await testApp()

const golden = (name: string) => readFileSync(new URL(`../../golden/logs/files/${name}`, import.meta.url))
const importOf = (payload: Buffer | string, query = '', headers: Record<string, string> = {}) =>
  send('POST', `/v1/imports${query}`, { payload, headers: { 'content-type': 'application/octet-stream', ...headers } })

const trainerState = JSON.stringify({
  max_steps: 300,
  log_history: [
    { step: 10, loss: 2.5, grad_norm: 1.25, learning_rate: 1e-5, epoch: 0.1 },
    { step: 20, loss: 2.25, grad_norm: 1.5, learning_rate: 5e-6, epoch: 0.2 },
    { step: 20, eval_loss: 2.75, eval_runtime: 3.5, epoch: 0.2 }
  ]
})

describe('a log', () => {
  it('becomes a run with all its series, once', async () => {
    const first = await importOf(trainerState, '?filename=llama.json')
    expect([first.statusCode, first.json()]).toEqual([
      201,
      {
        format: 'json',
        runs: [
          {
            runId: 'llama',
            series: [
              series('l2', 'grad_norm', 2, 10, 20),
              series('loss', 'loss', 2, 10, 20),
              series('eval-loss', 'eval_loss', 1, 20, 20),
              series('learning-rate', 'learning_rate', 2, 10, 20)
            ],
            ignored: [{ source: 'eval_runtime', points: 1 }],
            facts: { totalSteps: 300, peakLearningRate: 1e-5 },
            warnings: ['It is read as trainer_state.json of Transformers.']
          }
        ]
      }
    ])
    expect((await send('GET', '/v1/runs/llama')).json()).toMatchObject({
      totalSteps: 300,
      peakLearningRate: 1e-5,
      series: [{ name: 'l2' }, { name: 'loss' }, { name: 'eval-loss' }, { name: 'learning-rate' }]
    })
    expect((await send('GET', '/v1/runs/llama/series/loss')).json()).toEqual({
      name: 'loss',
      startStep: 10,
      stride: 10,
      values: [2.5, 2.25]
    })
    const again = await importOf(trainerState, '?filename=llama.json')
    expect(again.statusCode).toBe(200)
    expect(again.json().runs[0].series[0]).toMatchObject({ points: 2, appended: 0, duplicates: 2 })
  })

  it('of an event file is read by its tags', async () => {
    const answer = await importOf(golden('scalars.tfevents'), '?runId=events')
    expect(answer.json()).toMatchObject({
      format: 'tensorboard',
      runs: [
        {
          runId: 'events',
          series: [
            { name: 'l2', source: 'train/grad_norm', points: 8 },
            { name: 'loss', source: 'train/loss', points: 8 }
          ]
        }
      ]
    })
    expect(answer.statusCode).toBe(201)
  })

  it('without a series of ours is refused with every column and the two ways on', async () => {
    const problem = problemOf(await importOf('step,accuracy,f1\n0,0.5,0.25\n1,0.75,0.5\n'))
    expect(problem).toMatchObject({ type: '/problems/ambiguous-log', status: 422 })
    expect(problem.detail).toContain('looks like a table')
    expect(problem.errors?.map(({ detail }) => detail)).toHaveLength(3)
  })

  it('of several runs becomes several runs, with names made valid ids', async () => {
    const table = 'run_id,metric,value,step\na b,grad_norm,1,0\na b,grad_norm,2,1\nc,grad_norm,3,0\n'
    const answer = await importOf(table, '?filename=runs.csv')
    const [first, second] = answer.json().runs
    expect(first).toMatchObject({ runId: 'a-b', series: [{ name: 'l2', points: 2 }] })
    expect(first.warnings[0]).toContain('"a b"')
    expect(second).toMatchObject({ runId: 'c', series: [{ points: 1 }] })
    expect((await send('GET', '/v1/runs/a-b')).json().name).toBe('a b')
    expect(problemOf(await importOf(table, '?runId=one'))).toMatchObject({ status: 422, type: '/problems/ambiguous-log' })
    expect((await importOf(table, '?runId=one&run=c')).json().runs).toMatchObject([{ runId: 'one', series: [{ points: 1 }] }])
  })

  it('that has grown stores what is new, and what has changed', async () => {
    const rows = (...values: number[]) => `step,grad_norm\n${values.map((value, step) => `${step},${value}`).join('\n')}\n`
    await importOf(rows(1, 2, 3), '?runId=grows')
    const grown = await importOf(rows(1, 2.5, 3, 4), '?runId=grows')
    expect([grown.statusCode, grown.json().runs[0].series[0]]).toMatchObject([
      201,
      { points: 4, appended: 2, duplicates: 2, superseded: 1 }
    ])
    expect((await send('GET', '/v1/runs/grows/series/l2')).json().values).toEqual([1, 2.5, 3, 4])
    expect(problemOf(await importOf(rows(9, 2.5), '?runId=grows&onConflict=reject')).type).toBe('/problems/norm-conflict')
    expect((await send('GET', '/v1/runs/grows')).json().series).toMatchObject([{ points: 4, firstStep: 0, lastStep: 3, nonFinite: 0 }])
  })

  it('goes on as an operation where that is wanted', async () => {
    const answer = await importOf(trainerState, '?runId=later', { prefer: 'respond-async' })
    expect(answer.statusCode).toBe(202)
    const operation = await send('GET', String(answer.headers.location), { headers: { prefer: 'wait=20' } })
    expect(operation.json()).toMatchObject({ kind: 'importLog', status: 'done', progress: 1, result: { runs: [{ runId: 'later' }] } })
    expect((await send('GET', '/v1/runs/later')).json().series).toHaveLength(4)
    const failing = await importOf('step,accuracy\n0,1\n', '', { prefer: 'respond-async, wait=20' })
    expect(problemOf(failing)).toMatchObject({ status: 422 })
  })
})

const series = (name: string, source: string, points: number, firstStep: number, lastStep: number) => ({
  name,
  source,
  step: 'step',
  points,
  firstStep,
  lastStep,
  dropped: 0,
  superseded: 0,
  appended: points,
  duplicates: 0
})
