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
