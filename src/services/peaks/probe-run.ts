import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid } from '../../domain/problems.ts'
import { type ProbePeak, probePeak } from '../../schedules/peaks/probe-peak.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { runNotFound } from '../runs/find-run.ts'
import { readSeries } from '../series/read-series.ts'

export type { ProbePeak } from '../../schedules/peaks/probe-peak.ts'

/**
 * The peak that the d of a run speaks for. Where the run has logged no rates, Prodigy's own, 1, is taken.
 * @throws Problem `run-not-found`, `invalid-request`, `too-large-for-memory`
 */
export async function probeRun(storage: ProjectStorage, memory: HeldMemory, runId: string): Promise<ProbePeak> {
  const run = await storage.runs.find(runId)
  if (run === null) throw runNotFound(runId, '/runId')
  if (/sgd|adagrad/i.test(run.optimizer ?? '')) {
    const detail = `The run ${runId} was trained by ${run.optimizer}, whose d is no rate of Adam: it is divided by gradients.`
    throw invalid('/runId', detail, 'Probe with Prodigy, or with D-Adaptation of Adam.')
  }
  const read = async (name: 'distance' | 'learning-rate') => {
    const reading = await storage.series.read(runId, name)
    return reading.count === 0 ? null : await readSeries(reading, memory, '/runId')
  }
  const distances = await read('distance')
  if (distances === null) {
    throw invalid('/runId', `The run ${runId} has logged no d.`, 'Log d of Prodigy or D-Adaptation as the series `distance`.')
  }
  return probeSeries(distances, await read('learning-rate'))
}

/** The same of series that are at hand. */
export function probeSeries(distances: Points, rates: Points | null): ProbePeak {
  const steps = Float64Array.from(distances.values, (_, i) => stepAt(distances.steps, i))
  const largest = rates === null ? 0 : rates.values.reduce((most, rate) => (rate - rate === 0 ? Math.max(most, rate) : most), 0)
  return probePeak(steps, distances.values, largest > 0 ? largest : 1)
}
