import type { HeldMemory } from '../../domain/memory-budget.ts'
import type { Run } from '../../domain/run.ts'
import type { SeriesName } from '../../domain/series.ts'
import { chooseNorm } from '../../refinement/choose-norm.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { Pools } from '../../workers/pools.ts'
import { forecastTask } from '../forecasts/forecast-request.ts'
import { openLoggedNorms } from '../refinement/open-logged-norms.ts'
import { factsOfRun } from '../refinement/run-facts.ts'
import { findRun } from '../runs/find-run.ts'
import { normsOf, readSeries } from '../series/read-series.ts'
import { makeReport } from './make-report.ts'
import type { OtherSeries, ReportOptions, ReportSubject } from './report-subject.ts'
import { workInPools } from './report-work.ts'

/** A report before it is made; the same state is the same report. */
export interface PreparedReport {
  readonly state: string
  readonly fileName: string
  make(): Promise<string>
}

/**
 * The report of a run of the service.
 * @throws Problem `run-not-found`
 */
export async function reportRun(
  storage: ProjectStorage,
  memory: HeldMemory,
  pools: Pools,
  version: string,
  runId: string,
  options: ReportOptions
): Promise<PreparedReport> {
  const run = await findRun(storage, runId)
  const norms = normsOf(run).filter((one) => one !== 'linf')
  const norm = norms.length === 0 ? (options.norm ?? 'l2') : chooseNorm(options.norm, norms, run.optimizer)
  const logged = await openLoggedNorms(storage, run, norm, {})
  const rates = await storage.series.read(run.id, 'learning-rate')
  const used = new Set<SeriesName>([norm, 'loss', 'learning-rate'])
  const named = run.series.filter(({ name, points }) => points > 0 && !used.has(name))
  const besides = await Promise.all(named.map(async ({ name }) => ({ name, reading: await storage.series.read(run.id, name) })))
  return {
    state: JSON.stringify([
      run,
      logged.versions,
      [rates, ...besides.map(({ reading }) => reading)].map(({ head }) => String(head.version)),
      norm,
      options
    ]),
    fileName: `taper-report-${runId}.html`,
    async make() {
      const points = await logged.read(memory, 'path/runId')
      const learningRates = rates.count === 0 ? null : await readSeries(rates, memory, 'path/runId')
      const others: OtherSeries[] = []
      for (const { name, reading } of besides) others.push({ name, points: await readSeries(reading, memory, 'path/runId'), source: name })
      const subject = await subjectOf(storage, memory, run, { norm, points, learningRates, others, options })
      return await makeReport(subject, workInPools(pools), version)
    }
  }
}

/** What was read of a run. */
type Reading = Pick<ReportSubject, 'norm' | 'learningRates' | 'others' | 'options'> & { readonly points: LoggedNorms }

async function subjectOf(storage: ProjectStorage, memory: HeldMemory, run: Run, reading: Reading): Promise<ReportSubject> {
  const { norm, points, learningRates } = reading
  // A refinement, its copies and multipliers, beside what was read.
  memory.take(24 * points.values.length, 'path/runId')
  const has = (name: SeriesName) => run.series.some((series) => series.name === name && series.points > 0)
  const known = points.values.length === 0 ? noFacts(run) : await factsOfRun(storage, run, norm, points)
  return {
    ...reading,
    title: run.name ?? run.id,
    subject: `Run ${run.id}`,
    dated: run.updatedAt.toISOString(),
    sources: { step: null, norm: norm, loss: has('loss') ? 'loss' : null, rate: learningRates === null ? null : 'learning-rate' },
    notes: [],
    run: { optimizer: run.optimizer, totalSteps: run.totalSteps, series: normsOf(run), runIds: [run.id], ...known },
    facts: factsIn(run),
    peakLearningRate: run.peakLearningRate,
    forecastTask: (request) => forecastTask({ storage, memory }, { curves: [{ runId: run.id }], ...request })
  }
}

const noFacts = ({ weightDecay, clipNorm }: Run) => ({ weightDecay, clipNorm, l2Ceiling: null, rates: null })

function factsIn({ optimizer, totalSteps, peakLearningRate, weightDecay, clipNorm, scheduleId, labels }: Run): [string, string][] {
  const all: [string, string | number | null][] = [
    ['optimizer', optimizer],
    ['total steps', totalSteps],
    ['peak learning rate', peakLearningRate],
    ['weight decay', weightDecay],
    ['clip norm', clipNorm],
    ['schedule', scheduleId],
    ...Object.entries(labels).map(([name, value]): [string, string] => [`label ${name}`, value])
  ]
  return all.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, String(value)]]))
}
