import type { Points } from '../domain/gradient-norm.ts'
import { isGradientNorm, type SeriesName } from '../domain/series.ts'
import { csv } from '../formats/logs/csv.ts'
import { placeLog } from '../formats/logs/norm-log.ts'
import { chooseNorm } from '../refinement/choose-norm.ts'
import type { RefinableNorm } from '../refinement/options.ts'
import { part, type Service } from './service.ts'

interface RunFacts {
  optimizer: string | null
  totalSteps: number | null
  series: { name: SeriesName; points: number }[]
}

/** The norms of a run, as a refinement takes them unless one is asked for. */
export async function runLog(
  service: Service,
  run: string,
  asked: RefinableNorm | undefined
): Promise<{ norm: RefinableNorm; points: Points; totalSteps: number | null }> {
  const { optimizer, totalSteps, series } = await service.get<RunFacts>(`/v1/runs/${part(run)}`)
  const logged = series
    .filter(({ points }) => points > 0)
    .map(({ name }) => name)
    .filter(isGradientNorm)
  const norm = chooseNorm(asked, logged, optimizer)
  const text = await service.text(`/v1/runs/${part(run)}/gradient-norms`, 'text/csv', { norm })
  return { norm, totalSteps, points: placeLog(await csv.read(once(text))).points }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
