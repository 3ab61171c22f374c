import { prepareAdvice } from '../../src/refinement/advice.ts'
import { examine } from '../../src/refinement/diagnosis/index.ts'
import { normScale } from '../../src/refinement/norm-scale.ts'
import { resolveOptions } from '../../src/refinement/options.ts'
import { refine } from '../../src/refinement/refine.ts'
import { smoothedNorms } from '../../src/refinement/smoothed-norms.ts'
import { machine, median } from '../support/machine.ts'
import { trainingNorms } from './training-norms.ts'

/** What diagnosis and advice add to a refinement of 10⁶ points: their time beside that of the whole refinement, in turns, on the same norms. */
const n = 1_000_000
const rounds = Number(process.env.BENCH_ROUNDS ?? 15)
const norms = trainingNorms(n)
const options = resolveOptions({ preset: 'paper' }, { norm: 'l2', totalSteps: null, extent: n })
const points = { steps: { first: 0, stride: 1 }, values: norms }
const { even, smoothed } = smoothedNorms(points, options)
const scale = normScale(smoothed.values)
const whole: number[] = []
const diagnosis: number[] = []
const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
for (let round = -5; round < rounds; round++) {
  const all = timed(() => refine({ ...points, values: norms.slice() }, options))
  const part = timed(() => {
    const filtered = { norms: smoothed.values, losses: null, rawLosses: null, scale, options, logs: even.logs }
    examine(filtered)
    prepareAdvice(filtered)
  })
  if (round < 0) continue // warming up
  whole.push(all)
  diagnosis.push(part)
}
const [all, part] = [median(whole), median(diagnosis)]
console.log(`${machine()}; medians of ${rounds} rounds, one thread`)
console.log(
  `refinement of ${n} points ${all.toFixed(1)} ms, of which diagnosis and advice ${part.toFixed(1)} ms: ${((100 * part) / (all - part)).toFixed(1)} % of the rest`
)
