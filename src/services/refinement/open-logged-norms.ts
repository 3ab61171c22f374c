import type { NormName } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { Problem } from '../../domain/problems.ts'
import type { Run } from '../../domain/run.ts'
import type { SeriesName } from '../../domain/series.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { RefinementOptions } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { readSeries } from '../series/read-series.ts'
import { storedSeries } from '../series/recent-series.ts'

/** Gradient norms of a run with what is read beside them, as they are at one time. */
export interface LoggedNormsReading {
  /** Names what is current in every series that is read. */
  readonly versions: string
  /** How many norms there are. */
  readonly count: number
  /**
   * @param place where in the request the run is named
   * @throws Problem `too-large-for-memory`, `overloaded`
   */
  read(memory: HeldMemory, place: string): Promise<LoggedNorms>
}

/**
 * Opens the norms of a run, its losses where a refinement takes them, and the norms of its weights where it scales by them.
 * @throws Problem `too-few-norms` where norms of the weights are asked for and missing
 */
export async function openLoggedNorms(
  storage: ProjectStorage,
  run: Run,
  norm: NormName,
  { preset, loss, scaleBy }: Pick<RefinementOptions, 'preset' | 'loss' | 'scaleBy'>,
  open = storedSeries(storage)
): Promise<LoggedNormsReading> {
  const has = (name: SeriesName) => run.series.some((series) => series.name === name && series.points > 0)
  const isScaled = scaleBy === 'weight-norm'
  if (isScaled && !has('weight-norm')) {
    throw new Problem(
      'too-few-norms',
      `Run ${JSON.stringify(run.id)} has no series \`weight-norm\` to scale by. Log it, or leave \`scaleBy\` out.`
    )
  }
  const norms = await open(run.id, norm)
  const losses = preset !== 'reference' && loss !== 'none' && has('loss') ? await open(run.id, 'loss') : null
  const weightNorms = isScaled ? await open(run.id, 'weight-norm') : null
  const version = (reading: typeof losses) => reading && String(reading.head.version)
  return {
    versions: JSON.stringify([version(norms), version(losses), version(weightNorms)]),
    count: norms.count,
    read: async (memory, place) => ({
      ...(await readSeries(norms, memory, place)),
      losses: losses && (await readSeries(losses, memory, place)),
      weightNorms: weightNorms && (await readSeries(weightNorms, memory, place))
    })
  }
}
