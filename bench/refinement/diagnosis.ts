import { prepareAdvice } from '../../src/refinement/advice.ts'
import { examine } from '../../src/refinement/diagnosis/index.ts'
import { lossesBeside } from '../../src/refinement/losses-beside.ts'
import { normScale } from '../../src/refinement/norm-scale.ts'
import { resolveOptions } from '../../src/refinement/options.ts'
import { refine } from '../../src/refinement/refine.ts'
import { smoothedNorms } from '../../src/refinement/smoothed-norms.ts'
import { unexplainedChange } from '../../src/refinement/unexplained.ts'
import { machine, median } from '../support/machine.ts'
import { trainingNorms } from './training-norms.ts'

/**
 * What diagnosis and advice add to a refinement of 10⁶ points, by preset and with losses or without: their time beside that of the whole refinement, in turns,
 * on the same norms. Preset robust is also the opponent of preset paper here.
 */
const n = 1_000_000
const rounds = Number(process.env.BENCH_ROUNDS ?? 9)
const norms = trainingNorms(n)
const steps = { first: 0, stride: 1 }
const losses = { steps, values: norms.map((norm, i) => Math.sqrt(norm) * (1 + 0.1 * Math.sin(i * i))) }

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

console.log(`${machine()}; medians of ${rounds} rounds, one thread`)
for (const [preset, beside] of [
  ['paper', null],
  ['paper', losses],
  ['robust', null],
  ['robust', losses]
] as const) {
  const options = resolveOptions({ preset }, { norm: 'l2', totalSteps: null, extent: n })
  const points = { steps, values: norms, losses: beside }
  const { even, smoothed } = smoothedNorms(points, options)
  const scale = normScale(smoothed.values)
  const { series } = lossesBeside(points, even, smoothed.filterWidth, options)
  const [whole, diagnosis]: [number[], number[]] = [[], []]
  for (let round = -3; round < rounds; round++) {
    const all = timed(() => refine({ ...points, values: norms.slice() }, options))
    const part = timed(() => {
      const filtered = { norms: smoothed.values, losses: series?.filtered ?? null, rawLosses: series?.even ?? null, scale, options }
      examine({ ...filtered, logs: even.logs })
      prepareAdvice(filtered)
      if (series !== null && preset === 'paper') {
        const { filterWidth } = smoothed
        unexplainedChange({ norms: { even: even.values, filtered: smoothed.values }, losses: series, filterWidth })
      }
    })
    if (round < 0) continue // warming up
    whole.push(all)
    diagnosis.push(part)
  }
  const [all, part] = [median(whole), median(diagnosis)]
  console.log(
    `${preset}${beside === null ? '' : ', with losses'}: ${n} points in ${all.toFixed(0)} ms, of which diagnosis and advice ${part.toFixed(1)} ms: ` +
      `${((100 * part) / (all - part)).toFixed(1)} % of the rest`
  )
}
