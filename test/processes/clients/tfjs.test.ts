import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { memory, mul, type Optimizer, type Scalar, square, sub, sum, tensor1d, tidy, train, variable } from '@tensorflow/tfjs'
import { afterAll, expect, it } from 'vitest'
import { openRun, Schedule } from '../../../clients/typescript/src/index.ts'
import { watch } from '../../../clients/typescript/src/tfjs.ts'
import { testApp } from '../../support/app.ts'

const { listen } = await testApp()
const folder = mkdtempSync(join(tmpdir(), 'taper-tfjs-'))
const url = await listen()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const schedule = new Schedule(Float64Array.from([1, 0.75, 0.5, 0.25, 0]))
const target = [3, -4]

/** Five steps on ½‖x − target‖², whose gradient is x − target. Gives x after each. */
function descend(optimizer: Optimizer): number[][] {
  const x = variable(tensor1d([0, 0]))
  const goal = tensor1d(target)
  return Array.from({ length: 5 }, () => {
    optimizer.minimize(() => tidy(() => mul(0.5, sum(square(sub(x, goal)))) as Scalar), false, [x])
    return [...x.dataSync()]
  })
}

it('logs both norms of each raw gradient and the loss, and sets the rate of each step', async () => {
  const run = await openRun('watched', { url, home: folder })
  const optimizer = train.sgd(1)
  watch(optimizer, run, { schedule, peakLearningRate: 0.5 })
  const path = descend(optimizer)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await run.close()

  let distance = 1
  const distances = path.map((_, step) => {
    const before = distance
    distance *= 1 - 0.5 * schedule.multiplier(step)
    return before
  })
  for (const [step, point] of path.entries()) {
    const left = (distances[step + 1] as number | undefined) ?? distance
    expect(point[0]).toBeCloseTo(3 * (1 - left), 5)
  }
  const read = async (norm: 'l1' | 'l2') =>
    ((await (await fetch(`${url}/v1/runs/watched/gradient-norms?norm=${norm}`)).json()) as { values: number[] }).values
  for (const [step, norm] of (await read('l1')).entries()) expect(norm).toBeCloseTo(7 * distances[step]!, 5)
  for (const [step, norm] of (await read('l2')).entries()) expect(norm).toBeCloseTo(5 * distances[step]!, 5)
  expect((await read('l2')).length).toBe(5)
  const { values: losses } = (await (await fetch(`${url}/v1/runs/watched/series/loss`)).json()) as { values: number[] }
  expect(losses).toHaveLength(5)
  for (const [step, loss] of losses.entries()) expect(loss).toBeCloseTo(12.5 * distances[step]! ** 2, 4)
})

it('sets the rate of optimizers that keep it in a field, and leaves alone what it no longer watches', () => {
  const [watched, plain] = [train.adam(0.1), train.adam(0.1)]
  const stop = watch(watched, null, { schedule: new Schedule(new Float64Array(5)), peakLearningRate: 1 })
  expect(descend(watched).at(-1), 'a rate of 0 moves nothing').toEqual([0, 0])
  stop()
  const [after] = descend(train.adam(0.1))
  expect(descend(plain)[0]).toEqual(after)
})

it('leaves no tensor behind', async () => {
  const run = await openRun('tidy', { url, home: folder })
  const optimizer = train.sgd(0.1)
  const gradients = { x: tensor1d([1, 2]) }
  const x = variable(tensor1d([0, 0]), true, 'x')
  watch(optimizer, run)
  const before = memory().numTensors
  for (let step = 0; step < 20; step++) optimizer.applyGradients(gradients)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(memory().numTensors).toBe(before)
  console.log(await run.flush(10000))
  await run.close()
  x.dispose()
})

it('the example trains on digits with TensorFlow.js, by linear decay and by the schedule refined from it', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'examples/tfjs/digits.ts'], {
    env: { ...process.env, TAPER_URL: url, TAPER_HOME: folder }
  })
  const accuracies = [...stdout.matchAll(/^(?:linear decay|refined schedule) +\S+ +(\S+)/gm)].map(([, accuracy]) => Number(accuracy))
  expect(accuracies.length).toBe(2)
  for (const accuracy of accuracies) expect(accuracy).toBeGreaterThan(0.7)
})
