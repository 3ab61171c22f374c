import { asProgression, type Points } from '../domain/gradient-norm.ts'
import { isGradientNorm, type SeriesName } from '../domain/series.ts'
import { csv } from '../formats/logs/csv.ts'
import { placeLog } from '../formats/logs/norm-log.ts'
import { chooseNorm } from '../refinement/choose-norm.ts'
import type { RefinableNorm } from '../refinement/options.ts'
import { factsOfLog } from '../services/refinement/log-facts.ts'
import type { LoggedNorms, RunFacts } from '../services/refinement/refine-log.ts'
import { part, type Service } from './service.ts'

interface StoredRun {
  optimizer: string | null
  totalSteps: number | null
  weightDecay: number | null
  clipNorm: number | null
  series: { name: SeriesName; points: number }[]
}

/** The norms of a run, as a refinement takes them unless one is asked for, its losses, and what warnings and advice know of it. */
export async function runLog(
  service: Service,
  id: string,
  asked: RefinableNorm | undefined
): Promise<{ norm: RefinableNorm; points: LoggedNorms; run: RunFacts }> {
  const { series, ...known } = await service.get<StoredRun>(`/v1/runs/${part(id)}`)
  const logged = series.filter(({ points }) => points > 0).map(({ name }) => name)
  const norms = logged.filter(isGradientNorm)
  const norm = chooseNorm(asked, norms, known.optimizer)
  const text = await service.text(`/v1/runs/${part(id)}/gradient-norms`, 'text/csv', { norm })
  const points = placeLog(await csv.read(once(text))).points
  const seriesOf = async (name: SeriesName): Promise<Points | null> =>
    logged.includes(name) ? pointsOf(await service.text(`/v1/runs/${part(id)}/series/${name}`, 'text/csv')) : null
  const learningRates = known.weightDecay === 0 ? null : await seriesOf('learning-rate')
  const l2 = norm === 'l2' ? null : await seriesOf('l2')
  const run = factsOfLog(norm, points, { ...known, norms, learningRates, l2 })
  return { norm, points: { ...points, losses: await seriesOf('loss') }, run: { ...run, runIds: [id] } }
}

/** The points of `step,value` lines; values are of any sign. */
function pointsOf(text: string): Points {
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
