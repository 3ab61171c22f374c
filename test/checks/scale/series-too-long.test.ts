import { expect, test } from 'vitest'
import { resolveOptions } from '../../../src/refinement/options.ts'
import { refine } from '../../../src/refinement/refine.ts'
import { problemOf, testApp } from '../../support/app.ts'

// A series has four positions a point at most, so 26 million points are the fewest that can ask for more than 10^8 of them.
const count = 26_000_000
const { send, newRun } = await testApp()

test('more than 10^8 positions are the problem series-too-long, before any memory is taken for them', () => {
  const steps = Float64Array.from({ length: count }, (_, i) => 5 * i + (i % 2))
  steps[count - 1] = 1e15
  const points = { steps, values: new Float64Array(count).fill(1) }
  const options = resolveOptions({ steps: 10 }, { norm: 'l2', totalSteps: null, extent: 1e15 })
  expect(() => refine(points, options)).toThrow(expect.objectContaining({ type: 'series-too-long' }))
})

test('a refinement of a stored series that would need more than 10^8 positions is a 409', async () => {
  const run = await newRun()
  const values = Buffer.alloc(count * 8)
  for (let i = 0; i < count; i++) values.writeDoubleLE(1, i * 8)
  const post = (body: Buffer, start: number, stride = 1) =>
    send('POST', `/v1/runs/${run}/gradient-norms?startStep=${start}&stride=${stride}`, {
      payload: body,
      headers: { 'content-type': 'application/octet-stream' }
    })
  await post(values, 0)
  await post(values.subarray(0, 8), 2 ** 40)
  const answer = await send('POST', '/v1/refinements', { payload: { runId: run, steps: 100 }, headers: { prefer: 'wait=60' } })
  expect(problemOf(answer).type).toBe('/problems/series-too-long')
})
