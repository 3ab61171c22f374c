import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { LossCurve } from '../../src/forecasts/forecaster.ts'
import { loggedRatePath } from '../../src/forecasts/rate-path.ts'
import { curveFile, curveSchedules, curveSets } from './curves.ts'

export interface NamedCurve extends LossCurve {
  name: string
}

/** Runs of one model that differ in their schedule alone. */
export interface CurveFamily {
  id: string
  curves: NamedCurve[]
  /** Which curves are fitted, by what the report calls that; the others are forecast. */
  fits: Readonly<Record<string, readonly string[]>>
  /** Curves of one length, one peak and one start, which can be ranked. */
  ranked: readonly string[]
  /** Runs whose own end is forecast from their beginning. */
  own: readonly string[]
  /** Points that are averaged where a curve is compared: the losses of single steps of a small batch are mostly noise. */
  window: number
  /** Ends that differ by less count as equal: about two standard deviations of what another order of the data gives. */
  equal: number
}

function readCurve(file: string, name: string): NamedCurve {
  const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n')
  if (!/^step,(lr|learning_rate),loss$/.test(head!.trim())) throw new Error(`${file} has no columns step, lr and loss.`)
  const numbers = rows.map((row) => row.split(',').map(Number))
  const column = (k: number): Float64Array => Float64Array.from(numbers, (row) => row[k]!)
  const steps = column(0)
  return { name, steps, losses: column(2), path: loggedRatePath(steps, column(1)) }
}

/** Curves that were trained here. */
export const ownFamilies = (): CurveFamily[] =>
  curveSets.map((set) => ({
    id: set.id,
    curves: curveSchedules.map((schedule) => readCurve(curveFile(set, schedule), schedule.id)),
    fits: {
      'one cosine': ['cosine-4000'],
      'one WSD': ['wsd-4000'],
      'a cosine of half the length': ['cosine-2000'],
      'one constant': ['constant-4000'],
      'cosine, constant and WSD': ['cosine-4000', 'constant-4000', 'wsd-4000']
    },
    ranked: ['constant-4000', 'cosine-4000', 'wsd-4000', 'linear-4000'],
    own: ['cosine-4000', 'linear-4000', 'wsd-4000'],
    window: 10,
    equal: 0.015
  }))

/** Published curves, where somebody has them: a folder for each size, in it the files of `published`. @throws Error where the folder has none */
export function publishedFamilies(folder: string): CurveFamily[] {
  const sizes = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isDirectory())
  const families = sizes.map((size): CurveFamily => {
    const names = readdirSync(path.join(folder, size))
      .filter((name) => name.endsWith('.csv'))
      .map((name) => name.slice(0, -4))
    return {
      id: size,
      curves: names.map((name) => readCurve(path.join(folder, size, `${name}.csv`), name)),
      fits: {
        'one cosine': ['cosine_24000'],
        'one WSD': ['wsdld_20000_24000'],
        'one constant': ['constant_24000'],
        'cosine, constant and two-stage': ['cosine_24000', 'constant_24000', 'wsdcon_9']
      },
      ranked: ['constant_24000', 'cosine_24000', 'wsd_20000_24000', 'wsdld_20000_24000'],
      own: ['cosine_24000', 'cosine_72000', 'wsd_20000_24000', 'wsdld_20000_24000'],
      window: 1,
      equal: 0.002
    }
  })
  const whole = families.filter(({ curves, fits }) =>
    Object.values(fits).every((some) => some.every((name) => curves.some((curve) => curve.name === name)))
  )
  if (whole.length === 0) throw new Error(`${folder} has no folder with cosine_24000.csv and the other curves that README.md names.`)
  return whole.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}
