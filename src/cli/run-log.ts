import { asProgression, type Points } from '../domain/gradient-norm.ts'
import { isGradientNorm, type SeriesName } from '../domain/series.ts'
import { csv } from '../formats/logs/csv.ts'
import { placeLog } from '../formats/logs/norm-log.ts'
import { chooseNorm } from '../refinement/choose-norm.ts'
import type { RefinableNorm } from '../refinement/options.ts'
import type { LoggedNorms } from '../services/refinement/refine-log.ts'
import { part, type Service } from './service.ts'

interface RunFacts {
  optimizer: string | null
  totalSteps: number | null
  series: { name: SeriesName; points: number }[]
}

/** The norms of a run, as a refinement takes them unless one is asked for, and its losses. */
export async function runLog(
  service: Service,
  run: string,
  asked: RefinableNorm | undefined
): Promise<{ norm: RefinableNorm; points: LoggedNorms; totalSteps: number | null }> {
  const { optimizer, totalSteps, series } = await service.get<RunFacts>(`/v1/runs/${part(run)}`)
  const logged = series
    .filter(({ points }) => points > 0)
    .map(({ name }) => name)
    .filter(isGradientNorm)
  const norm = chooseNorm(asked, logged, optimizer)
  const text = await service.text(`/v1/runs/${part(run)}/gradient-norms`, 'text/csv', { norm })
  const hasLosses = series.some(({ name, points }) => name === 'loss' && points > 0)
  const losses = hasLosses ? seriesOf(await service.text(`/v1/runs/${part(run)}/series/loss`, 'text/csv')) : null
  return { norm, totalSteps, points: { ...placeLog(await csv.read(once(text))).points, losses } }
}

/** The points of `step,value` lines; values are of any sign. */
function seriesOf(text: string): Points {
  const rows = text.trim().split('\n').slice(1)
  const steps = new Float64Array(rows.length)
  const values = new Float64Array(rows.length)
  for (const [i, row] of rows.entries()) {
    const comma = row.indexOf(',')
    steps[i] = Number(row.slice(0, comma))
    values[i] = Number(row.slice(comma + 1))
  }
  return { steps: asProgression(steps, rows.length), values }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
