import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { Run } from '../../domain/run.ts'
import type { SeriesName } from '../../domain/series.ts'
import { type Ceiling, CeilingReader } from '../../refinement/diagnosis/ceiling.ts'
import { type RateFacts, RateReader } from '../../refinement/diagnosis/rate-facts.ts'
import type { OwnFacts } from '../../refinement/diagnosis/symptom.ts'
import type { RefinableNorm } from '../../refinement/options.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { type OpenSeries, storedSeries } from '../series/recent-series.ts'

/** More multipliers are not read for their sum. */
const multipliersMax = 10_000_000

/** What warnings and advice know of a run besides its norms: decay, clip, the ceiling of its ℓ₂ norms and its rates, each null where unknown. */
export async function factsOfRun(
  storage: ProjectStorage,
  run: Run,
  norm: RefinableNorm,
  norms: Points,
  open = storedSeries(storage)
): Promise<OwnFacts> {
  return {
    weightDecay: run.weightDecay,
    clipNorm: run.clipNorm,
    l2Ceiling: norm === 'l2' || !hasSeries(run, 'l2') ? null : await l2CeilingOf(open, run),
    // Without decay nobody asks for them.
    rates: run.weightDecay === 0 ? null : await ratesOf(storage, open, run, norms)
  }
}

const hasSeries = (run: Run, name: SeriesName): boolean => run.series.some((series) => series.name === name && series.points > 0)

async function l2CeilingOf(open: OpenSeries, { id }: Run): Promise<Ceiling> {
  const reader = new CeilingReader()
  for await (const { values } of (await open(id, 'l2')).pieces()) reader.add(values)
  return reader.finish()
}

/** The rates that were logged; else those of the schedule that the run names, at its peak. */
async function ratesOf(storage: ProjectStorage, open: OpenSeries, run: Run, { steps, values }: Points): Promise<RateFacts | null> {
  const reader = new RateReader(stepAt(steps, 0), stepAt(steps, values.length - 1))
  if (hasSeries(run, 'learning-rate')) {
    for await (const piece of (await open(run.id, 'learning-rate')).pieces()) reader.add(piece)
    return reader.finish()
  }
  const { scheduleId, peakLearningRate } = run
  const schedule = scheduleId === null || peakLearningRate === null ? null : await storage.schedules.find(scheduleId)
  if (schedule === null || schedule.steps > multipliersMax) return null
  let first = 0
  for await (const piece of storage.schedules.multipliers(schedule, 0, schedule.steps)) {
    reader.add({ steps: { first, stride: 1 }, values: piece.map((multiplier) => multiplier * (peakLearningRate as number)) })
    first += piece.length
  }
  return reader.finish()
}
