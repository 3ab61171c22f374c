import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tree } from '../../../src/kernels/engine.ts'
import { createReferenceEngine } from '../../../src/kernels/reference/engine.ts'
import type { StateOf } from '../../../src/optimizers/parts/state.ts'
import { scheduleFreeSgd } from '../../../src/optimizers/schedule-free-sgd.ts'
import { difference, gradient, replayOf, trajectory, valuesOf, vector } from '../../support/open-loop.ts'

const x0 = [0.3, -1.2, 2]
const gradients = Array.from({ length: 40 }, (_, k) => gradient(k))
const schedule = gradients.map((_, k) => (k < 10 ? 0.1 : k < 25 ? 0.01 : 0.05))
const constant = (rate: number) => gradients.map(() => rate)

test('stochastic primal averaging is SGD with momentum: step α/(1 − β) and averaging 1 − β', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.98, noNaN: true }), fc.double({ min: 1e-3, max: 1, noNaN: true }), (momentum, alpha) => {
      const sgd = trajectory('sgd', x0, gradients, { hyperparameters: { momentum }, rates: constant(alpha) })
      const c = 1 - momentum
      const averaging = trajectory('stochastic-primal-averaging', x0, gradients, { hyperparameters: { c }, rates: constant(alpha / c) })
      expect(difference(averaging.points, sgd.points)).toBeLessThan(1e-11)
    }),
    { numRuns: 40 }
  )
})

test('a schedule of SGD with momentum is one of primal averaging, where z moves to x + (γ′/γ)(z − x) at each change', () => {
  const momentum = 0.9
  const sgd = trajectory('sgd', x0, gradients, { hyperparameters: { momentum }, rates: schedule })
  let replay = replayOf('stochastic-primal-averaging', x0, { c: 1 - momentum })
  const points = gradients.map((g, k) => {
    const change = k === 0 ? 1 : schedule[k]! / schedule[k - 1]!
    if (change !== 1) replay = anchoredAgain(replay, change)
    replay.step({ gradients: vector(g), learningRate: schedule[k]! / (1 - momentum) })
    return valuesOf(replay)
  })
  expect(difference(points, sgd.points)).toBeLessThan(1e-12)

  function anchoredAgain(old: typeof replay, change: number): typeof replay {
    const x = valuesOf(old)
    const z = old.state().tensors.get('z')!.get('x')!.values
    const moved = x.map((value, i) => value + change * (z[i]! - value))
    const next = replayFrom(x, moved)
    old.close()
    return next
  }
  function replayFrom(x: number[], z: number[]): typeof replay {
    return replayOf('stochastic-primal-averaging', x, { c: 1 - momentum }, { scalars: {}, tensors: new Map([['z', vector(z)]]) })
  }
})

test('a schedule of averaging weights is one of momenta: α = ηc, β = (η/η′)(1 − c)', () => {
  // η constant and c growing: SGD with α = ηc of the step and β = 1 − c of the step before, its buffer m = (x − z)/(ηβ).
  const eta = 0.3
  const weights = gradients.map((_, k) => 0.1 + 0.02 * k)
  let [x, z, m] = [[...x0], [...x0], x0.map(() => 0)]
  for (const [k, g] of gradients.entries()) {
    const replay = replayOf('stochastic-primal-averaging', x, { c: weights[k]! }, { scalars: {}, tensors: new Map([['z', vector(z)]]) })
    replay.step({ gradients: vector(g), learningRate: eta })
    const beta = k === 0 ? 0 : 1 - weights[k - 1]!
    m = m.map((value, i) => beta * value + g[i]!)
    const bySgd = x.map((value, i) => value - eta * weights[k]! * m[i]!)
    x = valuesOf(replay)
    z = [...replay.state().tensors.get('z')!.get('x')!.values]
    expect(difference([x], [bySgd])).toBeLessThan(1e-12)
  }
})

test('SGD with dampening as large as its momentum is primal averaging with the undampened step, after the first gradient', () => {
  const momentum = 0.8
  const zeroFirst = [x0.map(() => 0), ...gradients]
  const dampened = trajectory('sgd', x0, zeroFirst, { hyperparameters: { momentum, dampening: momentum }, rates: zeroFirst.map(() => 0.2) })
  const averaging = trajectory('stochastic-primal-averaging', x0, zeroFirst, {
    hyperparameters: { c: 1 - momentum },
    rates: zeroFirst.map(() => 0.2)
  })
  expect(difference(averaging.points, dampened.points)).toBeLessThan(1e-13)
})

test('modernized dual averaging is averaged SGD with a pull to x₀ that fades as 1 − √(k/(k + 1))', () => {
  const momentum = 0.9
  const { points } = trajectory('modernized-dual-averaging', x0, gradients, { hyperparameters: { momentum }, rates: schedule })
  let [x, z] = [[...x0], [...x0]]
  const expected = gradients.map((g, k) => {
    const pull = 1 - Math.sqrt(k / (k + 1))
    z = z.map((value, i) => value - schedule[k]! * g[i]! - pull * (value - x0[i]!))
    x = x.map((value, i) => momentum * value + (1 - momentum) * z[i]!)
    return x
  })
  expect(difference(points, expected)).toBeLessThan(1e-12)
})

test('MADGRAD on gradients ±1 is dual averaging with weights √(k + 1), divided by the root of what they add up to', () => {
  const signs = gradients.map((g) => g.map(Math.sign))
  const epsilon = 0
  const rate = 0.1
  const { points } = trajectory('madgrad', x0, signs, { hyperparameters: { momentum: 0, epsilon }, rates: constant(rate) })
  const dual = trajectory('modernized-dual-averaging', x0, signs, { hyperparameters: { momentum: 0 }, rates: constant(rate) })
  let weights = 0
  const rescaled = dual.points.map((point, k) => {
    weights += rate * Math.sqrt(k + 1)
    return point.map((value, i) => x0[i]! + ((value - x0[i]!) * Math.sqrt(k + 1)) / Math.cbrt(weights))
  })
  expect(difference(points, rescaled)).toBeLessThan(1e-12)
})

test('Mirror MADGRAD weighs its gradients as MADGRAD does: ∛(k + 1)/∛ν is √(k + 1)/∛Σ√(i + 1)g²', () => {
  const rate = 0.1
  const { points } = trajectory('mirror-madgrad', x0, gradients, { hyperparameters: { momentum: 0 }, rates: constant(rate) })
  let z = [...x0]
  const sums = x0.map(() => 0)
  const expected = gradients.map((g, k) => {
    z = z.map((value, i) => {
      sums[i]! += Math.sqrt(k + 1) * g[i]! ** 2
      return value - (rate * Math.sqrt(k + 1) * g[i]!) / Math.cbrt(sums[i]!)
    })
    return z
  })
  expect(difference(points, expected)).toBeLessThan(1e-12)
})

test('Schedule-Free with β = 1 is primal averaging with c = 1/(k + 1): every gradient at the average of all points so far', () => {
  const workspace = createReferenceEngine().open('float64')
  const hyperparameters = { momentum: 1, weightDecay: 0, warmupSteps: 0, r: 0, weightLrPower: 2 }
  let y: Tree = workspace.upload(vector(x0))
  let state: StateOf<ReturnType<typeof scheduleFreeSgd.state>> = scheduleFreeSgd.init(workspace, y, hyperparameters)
  let [x, z] = [[...x0], [...x0]]
  for (const [k, g] of gradients.entries()) {
    const input = { x: y, g: workspace.upload(vector(g)), state, learningRate: 0.2, loss: Number.NaN, sampleIndex: -1 }
    const stepped = scheduleFreeSgd.step(workspace, input, hyperparameters)
    y = stepped.x
    state = stepped.state
    const averaging = replayOf('stochastic-primal-averaging', x, { c: 1 / (k + 1) }, { scalars: {}, tensors: new Map([['z', vector(z)]]) })
    averaging.step({ gradients: vector(g), learningRate: 0.2 })
    x = valuesOf(averaging)
    z = [...averaging.state().tensors.get('z')!.get('x')!.values]
    expect(difference([[...workspace.download(y).get('x')!.values]], [x])).toBeLessThan(1e-12)
  }
  workspace.close()
})

test('Prodigy whose d cannot grow is Adam with the learning rate d₀', () => {
  const d0 = 0.05
  const epsilon = 1e-200
  const fixed = { d0, dCoef: 1e-200, useBiasCorrection: true, epsilon }
  const prodigy = trajectory('prodigy', x0, gradients, { hyperparameters: fixed, rates: schedule })
  const adam = trajectory('adam', x0, gradients, { hyperparameters: { epsilon }, rates: schedule.map((rate) => d0 * rate) })
  expect(difference(prodigy.points, adam.points)).toBeLessThan(1e-12)
})

test.each(['d-adapt-adam', 'd-adapt-sgd', 'prodigy'])(
  'a step of %s with learning rate 0 is no step: all others stay the same, to the bit',
  (name) => {
    const without = trajectory(name, x0, gradients, { rates: schedule })
    const paused = gradients.flatMap((g, k) => (k % 3 === 1 ? [gradient(k + 100), g] : [g]))
    const rates = schedule.flatMap((rate, k) => (k % 3 === 1 ? [0, rate] : [rate]))
    const withPauses = trajectory(name, x0, paused, { rates })
    expect(withPauses.points.filter((_, i) => rates[i] !== 0)).toEqual(without.points)
    rates.forEach((rate, i) => {
      if (rate === 0) expect(withPauses.points[i]).toEqual(withPauses.points[i - 1])
    })
  }
)

test('MoMo-Adam whose lower bound is out of reach is Adam', () => {
  const momoAdam = trajectory('momo-adam', x0, gradients, { hyperparameters: { lb: -1e30 }, rates: schedule, loss: 1 })
  const adam = trajectory('adam', x0, gradients, { rates: schedule })
  expect(difference(momoAdam.points, adam.points)).toBeLessThan(1e-12)
})

test('MoMo whose lower bound is out of reach is SGD with momentum as dampening', () => {
  const momo = trajectory('momo', x0, gradients, { hyperparameters: { beta: 0.7, lb: -1e30 }, rates: schedule, loss: 1 })
  const sgd = trajectory('sgd', x0, gradients, { hyperparameters: { momentum: 0.7, dampening: 0.7 }, rates: schedule })
  expect(difference(momo.points, sgd.points)).toBeLessThan(1e-12)
})

test('AdamW without decay is Adam without decay, and its decay is a factor 1 − γλ before the step', () => {
  const plain = trajectory('adamw', x0, gradients, { hyperparameters: { weightDecay: 0 }, rates: schedule })
  const adam = trajectory('adam', x0, gradients, { rates: schedule })
  expect(plain.points).toEqual(adam.points)
  const decayed = trajectory('adamw', x0, gradients.slice(0, 1), { hyperparameters: { weightDecay: 0.5 }, rates: [0.1] })
  const factor = 1 - 0.1 * 0.5
  expect(difference(decayed.points, [adam.points[0]!.map((value, i) => value - x0[i]! + factor * x0[i]!)])).toBeLessThan(1e-15)
})

test('TAPS is MOTAPS with a target that stays', () => {
  const hyperparameters = { samples: 4, tau: 0.3, beta: 0.5, tauLr: 0 }
  const taps = trajectory('taps', x0, gradients, { hyperparameters, loss: 2 })
  const motaps = trajectory('motaps', x0, gradients, { hyperparameters, loss: 2 })
  expect(taps.points).toEqual(motaps.points)
})

test.each([
  'd-adapt-sgd',
  'd-adapt-adam',
  'd-adapt-adagrad',
  'd-adapt-adan',
  'd-adapt-lion',
  'd-adapt-da',
  'd-adapt-gd',
  'prodigy',
  'prodigy-gd',
  'prodigy-da'
])('%s: steps with a learning rate of 0 move nothing, and leave d as it was', (name) => {
  const still = trajectory(name, x0, gradients.slice(0, 3), { rates: [0, 0, 0] })
  expect(difference(still.points, [x0, x0, x0])).toBe(0)
  for (const { d } of still.reports) expect(d).toBe(1e-6)
})

test('GradaGrad with ρ = 0 is AdaGrad with momentum by averaging', () => {
  const hyperparameters = { rho: 0, momentum: 0.9, initialAccumulatorValue: 1 }
  const { points } = trajectory('gradagrad', x0, gradients, { hyperparameters, rates: schedule })
  const adagrad = trajectory('adagrad', x0, gradients, {
    hyperparameters: { initialAccumulatorValue: 1, epsilon: 1e-300 },
    rates: schedule
  })
  let x = [...x0]
  const averaged = adagrad.points.map((z) => {
    x = x.map((value, i) => 0.9 * value + 0.1 * z[i]!)
    return x
  })
  expect(difference(points, averaged)).toBeLessThan(1e-12)
})

test('GPA-AdamW that averages nothing, c = 1, is AdamW at z, whatever μ_y is', () => {
  const hyperparameters = { evalInterpCoeff: 0, trainInterpCoeff: 0.4, weightDecay: 0.1 }
  const gpa = trajectory('gpa-adamw', x0, gradients, { hyperparameters, rates: schedule })
  const adamw = trajectory('adamw', x0, gradients, { hyperparameters: { weightDecay: 0.1 }, rates: schedule })
  expect(difference(gpa.points, adamw.points)).toBeLessThan(1e-12)
})

test('GPA-AdamW of type schedule-free without momentum is Schedule-Free AdamW', () => {
  const gpa = trajectory('gpa-adamw', x0, gradients, {
    hyperparameters: { beta1: 0, iterateAveragingType: 'schedule-free', trainInterpCoeff: 0.9, weightPowCoeff: 0.5 },
    rates: schedule
  })
  const free = trajectory('schedule-free-adamw', x0, gradients, { hyperparameters: { beta1: 0.9, r: 0.5 }, rates: schedule })
  expect(difference(gpa.points, free.points)).toBeLessThan(1e-12)
})

test('GPA-AdamW averages with the same weight at every step: x is the exponential average of z', () => {
  const { replay } = trajectory('gpa-adamw', x0, gradients.slice(0, 1), { rates: schedule })
  let x = [...replay.evaluation()!.get('x')!.values]
  for (const [k, g] of gradients.slice(1, 10).entries()) {
    replay.step({ gradients: vector(g), learningRate: schedule[k]! })
    const z = replay.state().tensors.get('z')!.get('x')!.values
    x = x.map((value, i) => 0.9967 * value + (1 - 0.9967) * z[i]!)
    expect(difference([x], [[...replay.evaluation()!.get('x')!.values]])).toBeLessThan(1e-12)
  }
  replay.close()
})

test("ScheduleFree+ steps by Polyak's length: the loss over √(π/2)·‖g‖₁, times the learning rate", () => {
  const { reports } = trajectory('schedule-free-plus', x0, gradients.slice(0, 1), { rates: [0.5], loss: 3 })
  const norm = gradients[0]!.reduce((sum, value) => sum + Math.abs(value), 0)
  expect(reports[0]!.polyakStep).toBeCloseTo(3 / (Math.sqrt(Math.PI / 2) * norm), 14)
  expect(reports[0]!.effectiveLearningRate).toBeCloseTo(0.5 * reports[0]!.polyakStep!, 14)
})

test('ScheduleFree+ does not move where the loss is not positive, or where the gradient is 0', () => {
  expect(trajectory('schedule-free-plus', x0, gradients.slice(0, 3), { loss: -1 }).points).toEqual([x0, x0, x0])
  expect(trajectory('schedule-free-plus', x0, [[0, 0, 0]], { loss: 1 }).points).toEqual([x0])
})

test('Lion is the sign of an average, so that its steps are γ long in every coordinate', () => {
  const { points } = trajectory('lion', x0, gradients, { rates: schedule })
  points.forEach((point, k) => {
    const before = k === 0 ? x0 : points[k - 1]!
    point.forEach((value, i) => {
      expect(Math.abs(value - before[i]!)).toBeCloseTo(schedule[k]!, 14)
    })
  })
})

test('Lion with β₁ = β₂ is the sign of momentum, and with both 0 sign descent', () => {
  const { points } = trajectory('lion', x0, gradients, { hyperparameters: { beta1: 0, beta2: 0 }, rates: constant(0.1) })
  let x = [...x0]
  const expected = gradients.map((g) => (x = x.map((value, i) => value - 0.1 * Math.sign(g[i]!))))
  expect(difference(points, expected)).toBeLessThan(1e-14)
})

test('RMSprop without momentum is Adam without β₁ and without bias correction', () => {
  const rmsprop = trajectory('rmsprop', x0, gradients, { hyperparameters: { alpha: 0.9 }, rates: constant(0.01) })
  let x = [...x0]
  const v = x0.map(() => 0)
  const expected = gradients.map((g) => {
    x = x.map((value, i) => {
      v[i] = 0.9 * v[i]! + 0.1 * g[i]! ** 2
      return value - (0.01 * g[i]!) / (Math.sqrt(v[i]!) + 1e-8)
    })
    return x
  })
  expect(difference(rmsprop.points, expected)).toBeLessThan(1e-13)
})

test('centered RMSprop stays finite while gradients do not change, where the variance is 0 up to rounding', () => {
  const same = Array.from({ length: 200 }, () => [0.1, -3, 1e-9])
  const { points } = trajectory('rmsprop', x0, same, { hyperparameters: { alpha: 0.5, centered: true }, rates: same.map(() => 1e-9) })
  expect(points.at(-1)!.every(Number.isFinite)).toBe(true)
})
