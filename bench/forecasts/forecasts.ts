/** Times of forecasts against the goals: npx tsx bench/forecasts/forecasts.ts. In this process and thread, each time with data that no cache has seen. */
import { bestSchedules } from '../../src/forecasts/best-schedules.ts'
import { type CandidateTask, forecast } from '../../src/forecasts/forecast.ts'
import { forecaster } from '../../src/forecasts/forecaster.ts'
import { schedulePath } from '../../src/forecasts/rate-path.ts'
import { multipliersOf, resolveCandidate } from '../../src/schedules/index.ts'
import { machine, median, table } from '../support/machine.ts'

const rounds = 9
const peak = 3e-4

const rule = (name: string, parameters: Record<string, unknown>, steps: number) =>
  resolveCandidate({ rule: 'warmup', parameters: { length: Math.round(steps / 50), of: { rule: name, parameters } } }, steps)

/** Losses of a cosine run, logged at every step. */
function curve(steps: number, seed: number) {
  const candidate = rule('cosine', { final: 0.1 }, steps)
  const { multipliers } = multipliersOf({ rule: candidate.rule.name, parameters: candidate.parameters }, steps)
  let state = seed
  const noise = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647 - 0.5
  }
  let sum = 0
  const losses = Float64Array.from({ length: steps }, (_, t) => {
    sum += multipliers[t]!
    return 2.6 + 3 * (1 + sum) ** -0.3 + 0.1 * multipliers[t]! + 0.1 * noise()
  })
  const values = Float64Array.from({ length: steps }, (_, t) => peak * multipliers[t]!)
  return { losses, values }
}

const rows: string[][] = []
function timed(what: string, goal: string, perform: (round: number) => number): void {
  perform(rounds)
  const times = Array.from({ length: rounds }, (_, round) => perform(round))
  rows.push([what, median(times).toFixed(2), Math.max(...times).toFixed(2), goal])
}
function took(perform: () => void): number {
  const begin = performance.now()
  perform()
  return performance.now() - begin
}

const taskOf = (steps: number, seed: number) => {
  const { losses, values } = curve(steps, seed)
  const even = { first: 0, stride: 1 }
  const logged = { steps: even, values }
  const own = { losses: { steps: even, values: losses }, logged, planned: null, pointer: '/', totalSteps: steps, place: '/curves/0' }
  return { curves: [own], candidates: [] as CandidateTask[], branches: null, search: null, law: 'auto' as const, points: 0 }
}

for (const [steps, goal] of [
  [1e4, ''],
  [1e5, '300'],
  [1e6, '']
] as const) {
  timed(`fit of ${steps} points: three laws, intervals`, goal, (round) => {
    const task = taskOf(steps, 1 + round)
    return took(() => forecast(task))
  })
}

const long = 24_000
const known = (() => {
  const { losses } = curve(long, 1)
  const { rule: found, parameters } = rule('cosine', { final: 0.1 }, long)
  const path = schedulePath(found.multiplier(long, parameters), long, peak)
  return { steps: Float64Array.from(losses, (_, i) => i), losses, path }
})()
for (const law of ['annealing-momentum', 'multi-power', 'bound-power'] as const) {
  const found = forecaster([known], law)
  const count = 200
  timed(`one prediction by ${law}, of ${count}`, '1', (round) => {
    const paths = Array.from({ length: count }, (_, k) => {
      const { rule: other, parameters } = rule('wsd', { cooldown: 0.05 + (0.9 * (k + round / rounds)) / count }, long)
      return schedulePath(other.multiplier(long, parameters), long, peak)
    })
    const last = Float64Array.of(long - 1)
    return (
      took(() => {
        for (const path of paths) found.losses(path, last)
      }) / count
    )
  })
}

timed('1000 candidates of 24 000 steps with intervals, fit included', '2000', (round) => {
  const candidates = Array.from({ length: 1000 }, (_, k): CandidateTask => {
    const { rule: found, parameters } = rule('wsd', { cooldown: 0.05 + (0.9 * (k + round / rounds)) / 1000 }, long)
    return { name: `${k}`, steps: long, rule: { rule: found.name, parameters }, multipliers: null, peakLearningRate: null, schedule: null }
  })
  const task = { ...taskOf(long, 1 + round), candidates }
  return took(() => forecast(task))
})
const searched = forecaster([known])
timed('search of 244 schedules of 24 000 steps', '488', () =>
  took(() => bestSchedules(searched, { steps: long, peakLearningRate: peak, warmup: 480 }))
)

console.log(`${machine()}; medians of ${rounds}\n`)
table(['', 'ms', 'worst', 'goal, ms'], rows)
