/**
 * Fits of loss laws against those of their papers, on published curves: npx tsx bench/forecasts/against-papers.ts <folder> [size] [fit].
 * The folder is that of evaluation/forecasts/README.md. MULTI_POWER_LAW names a checkout of github.com/thu-yao-01-luo/MultiPowerLaw; without it
 * that opponent is left out. BENCH_PYTHON has NumPy and SciPy, and for the checkout what it requires.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { type Forecaster, forecaster } from '../../src/forecasts/forecaster.ts'
import { rateAt } from '../../src/forecasts/rate-path.ts'
import { python } from '../refinement/opponent.ts'
import { machine, median, table } from '../support/machine.ts'
import { publishedSizes } from './published-curves.ts'

const allFits = {
  'one cosine': ['cosine_24000'],
  'one WSD (linear)': ['wsdld_20000_24000'],
  'cosine, constant and two-stage': ['cosine_24000', 'constant_24000', 'wsdcon_9']
}
/** A fit of a hundredth of a second is timed so many times. */
const rounds = 25

interface OpponentFit {
  family: string
  fit: keyof typeof allFits
  law: 'annealing-momentum' | 'multi-power'
  seconds: number
  forecasts: Record<string, number[]>
}

const [folder, size, fitted] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder with the published curves.')
const families = publishedSizes(folder).filter(({ id }) => size === undefined || id === size)
const fits = Object.fromEntries(Object.entries(allFits).filter(([name]) => fitted === undefined || name === fitted))
const checkout = process.env.MULTI_POWER_LAW ?? null

function opponents(): Promise<OpponentFit[]> {
  const child = spawn(python(), [fileURLToPath(new URL('opponents.py', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk))
  child.stdin.end(
    JSON.stringify({
      checkout,
      fits,
      families: families.map(({ id, curves }) => ({
        id,
        curves: curves.map(({ name, steps, losses, path }) => ({
          name,
          steps: [...steps],
          losses: [...losses],
          rates: Array.from({ length: steps.at(-1)! + 1 }, (_, step) => rateAt(path, step))
        }))
      }))
    })
  )
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`the opponents ended with ${code}`))
      else
        resolve(
          Buffer.concat(lines)
            .toString()
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
        )
    })
  })
}

/** Over the curves that were not fitted, the mean of the root mean square errors of all points after the warm-up, in nats. */
function heldOut(
  family: (typeof families)[number],
  names: readonly string[],
  forecast: (curve: (typeof family)['curves'][number]) => ArrayLike<number>
): number {
  const held = family.curves.filter(({ name }) => !names.includes(name))
  const errors = held.map((curve) => {
    const values = forecast(curve)
    return Math.sqrt(curve.losses.reduce((sum, loss, i) => sum + (values[i]! - loss) ** 2, 0) / curve.losses.length)
  })
  return errors.reduce((sum, error) => sum + error, 0) / errors.length
}

const rows: string[][] = []
for (const { family: id, fit, law, seconds, forecasts } of await opponents()) {
  const family = families.find((one) => one.id === id)!
  const names = allFits[fit]
  const curves = family.curves.filter(({ name }) => names.includes(name))
  const times: number[] = []
  let found: Forecaster | undefined
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    found = forecaster(curves, law)
    times.push(performance.now() - begin)
  }
  const ms = median(times)
  rows.push([
    fit,
    id,
    law,
    heldOut(family, names, ({ path, steps }) => found!.losses(path, steps)).toFixed(4),
    heldOut(family, names, ({ name }) => forecasts[name]!).toFixed(4),
    ms.toFixed(1),
    (1000 * seconds).toFixed(0),
    ((1000 * seconds) / ms).toFixed(0)
  ])
}
console.log(`${machine()}; of Taper the whole of a forecast: three laws, intervals and curves left out in turn; median of ${rounds}\n`)
table(['fitted on', 'size', 'law', 'RMSE, Taper', 'RMSE, paper', 'Taper, ms', 'paper, ms', 'ratio'], rows)
