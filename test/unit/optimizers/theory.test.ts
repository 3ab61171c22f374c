import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replayOf, valuesOf, vector } from '../../support/open-loop.ts'

/** f(x) = Σcᵢ|xᵢ − x*ᵢ|: convex, Lipschitz, and not smooth where it is smallest. */
interface Problem {
  start: number[]
  solution: number[]
  slopes: number[]
}

const problems: fc.Arbitrary<Problem> = fc
  .array(
    fc.tuple(
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.double({ min: 0.1, max: 3, noNaN: true })
    ),
    { minLength: 1, maxLength: 6 }
  )
  .map((coordinates) => ({
    start: coordinates.map(([start]) => start),
    solution: coordinates.map(([, solution]) => solution),
    slopes: coordinates.map(([, , slope]) => slope)
  }))
  .filter(({ start, solution }) => Math.hypot(...start.map((value, i) => value - solution[i]!)) > 0.01)

const distance = ({ start, solution }: Problem): number => Math.hypot(...start.map((value, i) => value - solution[i]!))
const loss = ({ solution, slopes }: Problem, x: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + slopes[i]! * Math.abs(value - solution[i]!), 0)
const subgradient = ({ solution, slopes }: Problem, x: readonly number[]): number[] =>
  x.map((value, i) => slopes[i]! * Math.sign(value - solution[i]!))

/** d after each step, and f at the weighted average in the end. */
function descend(name: string, problem: Problem, steps: number, hyperparameters: Record<string, unknown> = {}) {
  const replay = replayOf(name, problem.start, hyperparameters)
  const estimates = Array.from({ length: steps }, () => replay.step({ gradients: vector(subgradient(problem, valuesOf(replay))) }).d!)
  const average = [...replay.evaluation()!.get('x')!.values]
  replay.close()
  return { estimates, loss: loss(problem, average) }
}

const growing = ['d-adapt-da', 'd-adapt-gd', 'prodigy-da', 'prodigy-gd']
const resetting = ['d-adapt-da-resetting', 'd-adapt-gd-resetting']

describe.each([...growing, ...resetting])('%s', (name) => {
  test('d never falls, and never exceeds the distance from the start to the solution', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom(1e-6, 1e-3), (problem, d0) => {
        const { estimates } = descend(name, problem, 60, { d0 })
        estimates.forEach((d, k) => {
          expect(d).toBeGreaterThanOrEqual(k === 0 ? d0 : estimates[k - 1]!)
        })
        expect(estimates.at(-1)!).toBeLessThanOrEqual(distance(problem) * (1 + 1e-12))
      }),
      { numRuns: 25 }
    )
  })

  test('the average of n points is within 16DG/√n of the smallest loss, from an estimate far too small', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const steps = 1000
        const { loss: reached } = descend(name, problem, steps, { d0: distance(problem) / 1000 })
        expect(reached).toBeLessThan((16 * distance(problem) * Math.hypot(...problem.slopes)) / Math.sqrt(steps))
      }),
      { numRuns: 4, endOnFailure: true }
    )
  })
})

test.each(resetting)('%s: d more than doubles whenever it changes, so there are no more than log₂(D/d₀) resets', (name) => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { estimates } = descend(name, problem, 300)
      const values = [1e-6, ...estimates]
      const changes = values.filter((d, k) => k > 0 && d !== values[k - 1])
      for (const [i, d] of changes.entries()) expect(d).toBeGreaterThan(2 * (i === 0 ? 1e-6 : changes[i - 1]!))
      expect(changes.length).toBeLessThanOrEqual(Math.log2(distance(problem) / 1e-6))
    }),
    { numRuns: 15 }
  )
})

test('d-adapt-da: the second lower bound is never below the first', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const [first, second] = ['I', 'II'].map((option) => descend('d-adapt-da', problem, 2, { option }).estimates)
      expect(second![1]!).toBeGreaterThanOrEqual(first![1]! * (1 - 1e-12))
    })
  )
})

describe('gradagrad', () => {
  const rates = (gradients: number[], rho: number) => {
    const replay = replayOf('gradagrad', [0], { rho, momentum: 0.5, initialAccumulatorValue: 1 })
    const steps = gradients.map((g) => {
      replay.step({ gradients: vector([g]), learningRate: 1 })
      const { tensors } = replay.state()
      const [gamma, a] = ['gamma', 'a'].map((slot) => tensors.get(slot)!.get('x')!.values[0]!)
      return gamma! / Math.sqrt(a!)
    })
    replay.close()
    return steps
  }

  test('its rate never falls while gradients stay as they are, once their average has caught up', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), (g) => {
        const all = rates(
          Array.from({ length: 30 }, () => g),
          2
        )
        for (let k = 3; k < all.length; k++) expect(all[k]!).toBeGreaterThanOrEqual(all[k - 1]!)
        expect(all.at(-1)!).toBeGreaterThan(all[2]!)
      })
    )
  })

  test('its rate falls at every step while gradients alternate, faster than that of AdaGrad', () => {
    const alternating = Array.from({ length: 30 }, (_, k) => (k % 2 === 0 ? 1 : -1))
    const all = rates(alternating, 2)
    for (let k = 1; k < all.length; k++) expect(all[k]!).toBeLessThan(all[k - 1]!)
    expect(all.at(-1)!).toBeLessThan(rates(alternating, 0).at(-1)!)
  })
})
