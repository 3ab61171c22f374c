import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { ask, type Named, type Request } from '../../support/optimizer-requests.ts'
import { decodeSafetensors, encodeSafetensors } from '../../support/safetensors.ts'

const { send, newRun } = await testApp()
const vector = (...values: number[]): Named => ({ w: { shape: [values.length], values } })
const formats = ['json', 'F64', 'F32'] as const

/** JSON has words for the numbers that it lacks. */
const withWords = ({ gradients, ...step }: { gradients: Named; learningRate: number }) => ({
  ...step,
  gradients: Object.fromEntries(
    Object.entries(gradients).map(([name, { shape, values }]) => {
      const words = Array.from(values, (value) => (Number.isFinite(value) ? value : String(value)))
      return [name, { shape, values: words as unknown as number[] }]
    })
  )
})
const same = <T>(step: T): T => step

describe.each(formats)('in %s', (as) => {
  test('a scalar, an empty tensor, a zero gradient and names with slashes keep names and shapes', async () => {
    const parameters = {
      'layer/0/weight': { shape: [2, 1], values: [1, -2] },
      scalar: { shape: [], values: [3] },
      empty: { shape: [0, 3], values: [] }
    }
    const gradients = Object.fromEntries(
      Object.entries(parameters).map(([name, { shape, values }]) => [name, { shape, values: values.map(() => 0) }])
    )
    const { parameters: after, state } = await ask(send, 'adam/step', { parameters, gradients }, { as })
    expect(plain(after)).toEqual(plain(parameters))
    expect(plain(state.tensors.m!)).toEqual(plain(gradients))
  })

  test('a parameter whose gradient is absent stays as it is', async () => {
    const parameters = { a: { shape: [1], values: [1] }, b: { shape: [1], values: [1] } }
    const { parameters: after } = await ask(send, 'sgd/step', { parameters, gradients: { b: parameters.b }, learningRate: 0.5 }, { as })
    expect(plain(after)).toEqual(plain({ a: { shape: [1], values: [1] }, b: { shape: [1], values: [0.5] } }))
    const none = await ask(send, 'prodigy/step', { parameters, gradients: {} }, { as })
    expect(plain(none.parameters)).toEqual(plain(parameters))
  })

  test('a thousand tiny tensors, in any order, give the same bits', async () => {
    const names = Array.from({ length: 1000 }, (_, i) => `t${i}`)
    const tensors = (order: string[], scale: number): Named =>
      Object.fromEntries(order.map((name) => [name, { shape: [1], values: [Math.fround(Math.sin(Number(name.slice(1)) + scale))] }]))
    const request = (order: string[]): Request => ({ parameters: tensors(order, 0), gradients: tensors(order, 1) })
    const one = await ask(send, 'prodigy/step', request(names), { as })
    const other = await ask(send, 'prodigy/step', request(names.toReversed()), { as })
    expect(plain(other.parameters)).toEqual(plain(one.parameters))
    expect([other.diagnostics, other.state.scalars]).toEqual([one.diagnostics, one.state.scalars])
  })

  test('what is sent goes back with the same bits', async () => {
    const values = as === 'F32' ? [0, -0, Math.fround(1e-45), 3.4028234663852886e38] : [0, -0, 5e-324, 1.7976931348623157e308]
    const { parameters } = await ask(send, 'sgd/replay', { parameters: vector(...values), steps: [] }, { as })
    expect(Array.from(parameters.w!.values).map((value) => (Object.is(value, -0) ? '-0' : value))).toEqual([
      values[0],
      '-0',
      values[2],
      values[3]
    ])
  })

  test('Mechanic keeps the state of its base, slot by slot', async () => {
    const hyperparameters = { base: { name: 'adamw', hyperparameters: { weightDecay: 0.1 } } }
    const first = await ask(send, 'mechanic/step', { parameters: vector(1, 2), gradients: vector(1, 1), hyperparameters }, { as })
    expect(Object.keys(first.state.tensors)).toEqual(expect.arrayContaining(['s', 'v', 'x0', 'base.m', 'base.v']))
    const { parameters, state } = first
    const second = await ask(send, 'mechanic/step', { parameters, state, gradients: vector(1, 1), hyperparameters }, { as })
    const steps = [{ gradients: vector(1, 1) }, { gradients: vector(1, 1) }]
    const both = await ask(send, 'mechanic/replay', { parameters: vector(1, 2), steps, hyperparameters }, { as })
    expect(plain(both.parameters)).toEqual(plain(second.parameters))
  })

  test('Schedule-Free says where to evaluate, after a step and along a replay', async () => {
    const steps = [{ gradients: vector(1, -1) }, { gradients: vector(1, -1) }]
    const one = await ask(send, 'schedule-free-sgd/step', { parameters: vector(1, 2), gradients: vector(1, -1) }, { as })
    const all = await ask(send, 'schedule-free-sgd/replay', { parameters: vector(1, 2), steps, keep: 'all' }, { as })
    expect(plain(all.evaluations![0]!)).toEqual(plain(one.evaluation!))
    expect(plain(all.trajectory![0]!)).toEqual(plain(one.parameters))
    expect([all.trajectory!.length, all.evaluations!.length, all.diagnostics.length]).toEqual([2, 2, 2])
    const none = await ask(send, 'sgd/step', { parameters: vector(1), gradients: vector(1) }, { as })
    expect(none.evaluation).toBeUndefined()
  })

  test('a replay survives the step that went wrong, and tells of it', async () => {
    const steps = Array.from({ length: 10 }, (_, k) => ({ gradients: vector(k === 7 ? Number.NaN : 1, 0.5), learningRate: 0.1 }))
    const send7 = (nonFinite?: string, more: object = {}) =>
      ask(
        send,
        'prodigy/replay',
        { parameters: vector(1, 2), steps: as === 'json' ? steps.map(withWords) : steps, nonFinite, ...more },
        { as }
      )
    await expect(send7()).rejects.toThrow(/422.*non-finite.*step 7.*skip.*propagate/s)
    const skipped = await send7('skip', { diagnostics: 'tensors' })
    expect(skipped.skippedSteps).toEqual([7])
    expect(skipped.diagnostics[7]).toMatchObject({
      skipped: true,
      gradientNorm: 'NaN',
      updateNorm: 0,
      tensors: { w: { gradientNorm: 'NaN' } }
    })
    const without = await ask(send, 'prodigy/replay', { parameters: vector(1, 2), steps: steps.toSpliced(7, 1) }, { as })
    expect(plain(skipped.parameters)).toEqual(plain(without.parameters))
    const propagated = await send7('propagate')
    expect(plain(propagated.parameters).w!.values.map(Number).some(Number.isNaN)).toBe(true)
    const { parameters, state } = propagated
    const again = await ask(send, 'prodigy/step', { parameters, state, gradients: vector(1, 1), nonFinite: 'propagate' }, { as })
    expect(again.diagnostics.gradientNorm).toBeCloseTo(Math.SQRT2, 6)
    const one = await ask(
      send,
      'prodigy/step',
      { parameters: vector(1, 2), gradients: steps.map(as === 'json' ? withWords : same)[7]!.gradients, nonFinite: 'skip' },
      { as }
    )
    expect(plain(one.parameters)).toEqual(plain(vector(1, 2)))
  })

  test('init gives the state that a first step starts from', async () => {
    const hyperparameters = { sliceP: 2 }
    const { state } = await ask(send, 'prodigy/init', { parameters: vector(1, 2, 3), hyperparameters }, { as })
    const request = { parameters: vector(1, 2, 3), gradients: vector(1, 1, 1), hyperparameters }
    expect(await ask(send, 'prodigy/step', { ...request, state }, { as })).toEqual(await ask(send, 'prodigy/step', request, { as }))
  })
})

test('precision is computed in, and the number type of each tensor is kept', async () => {
  const payload = encodeSafetensors(
    { 'parameters/w': { shape: [1], values: Float32Array.of(1) }, 'gradients/w': { shape: [1], values: Float64Array.of(0.1) } },
    { request: '{"precision":"float64","learningRate":1}' }
  )
  const headers = { 'content-type': 'application/vnd.safetensors', accept: 'application/vnd.safetensors' }
  const { rawPayload } = await send('POST', '/v1/optimizers/adam/step', { headers, payload })
  const { tensors, metadata } = decodeSafetensors(rawPayload)
  expect(JSON.parse(metadata.answer!).engine.precision).toBe('float64')
  expect(tensors['parameters/w']!.values).toBeInstanceOf(Float32Array)
  expect(tensors['state/m/w']!.values).toEqual(Float64Array.of((1 - 0.9) * 0.1))
})

describe('the learning rate', async () => {
  const run = await newRun({ peakLearningRate: 0.5 })
  await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: [1, 1, 1, 1, 1] } })
  const { id } = (await send('POST', `/v1/runs/${run}/schedules`, { payload: { window: 0 } })).json()
  const steps = (n: number) => Array.from({ length: n }, () => ({ gradients: vector(1) }))
  const rates = async (path: string, more: object) => {
    const { trajectory } = await ask(send, path, { parameters: vector(0), keep: 'all', ...more } as Request)
    return trajectory!.map(({ w }, i) => Math.round(1e9 * ((i === 0 ? 0 : trajectory![i - 1]!.w!.values[0]!) - w!.values[0]!)) / 1e9)
  }

  test('is that of the step, else that of the replay, else that of the official code', async () => {
    const given = [{ gradients: vector(1), learningRate: 0 }, { gradients: vector(1) }]
    expect(await rates('sgd/replay', { steps: given, learningRate: 2 })).toEqual([0, 2])
    expect(await rates('sgd/replay', { steps: given })).toEqual([0, 0.001])
  })

  test('with a stored schedule is its peak times its multiplier', async () => {
    expect(await rates('sgd/replay', { scheduleId: id, steps: steps(5), learningRate: 9 })).toEqual([0.5, 0.375, 0.25, 0.125, 0])
    expect(await rates('sgd/replay', { scheduleId: id, steps: steps(2), peakLearningRate: 4 })).toEqual([4, 3])
    expect(await rates('sgd/replay', { scheduleId: id, steps: [{ ...steps(1)[0]!, learningRate: 7 }, ...steps(1)] })).toEqual([7, 0.375])
  })

  test('counts from firstStep, and keeps the last multiplier past the end', async () => {
    expect(await rates('sgd/replay', { scheduleId: id, steps: steps(4), firstStep: 2 })).toEqual([0.25, 0.125, 0, 0])
    expect(await rates('sgd/replay', { scheduleId: id, steps: steps(1), firstStep: 1000 })).toEqual([0])
  })
})

/** Values as lists, whatever array they came in. */
const plain = (named: Named) =>
  Object.fromEntries(Object.entries(named).map(([name, { shape, values }]) => [name, { shape: [...shape], values: Array.from(values) }]))
