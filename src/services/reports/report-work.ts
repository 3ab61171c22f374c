import type { Points } from '../../domain/gradient-norm.ts'
import { type ForecastResult, type ForecastTask, forecast } from '../../forecasts/forecast.ts'
import { columnsMax } from '../../formats/charts/chart.ts'
import type { RunFacts } from '../../refinement/diagnosis/symptom.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import type { ResolvedRefinementOptions } from '../../refinement/options.ts'
import { type Refinement, refine } from '../../refinement/refine.ts'
import { auditOf } from '../../workers/audits/compute.ts'
import type { AuditResult } from '../../workers/audits/task.ts'
import { chartColumns } from '../../workers/charts/compute.ts'
import type { ChartColumns } from '../../workers/charts/task.ts'
import { evaluate } from '../../workers/comparison/compute.ts'
import type { ComparisonTask, Evaluation } from '../../workers/comparison/task.ts'
import { writeExports } from '../../workers/exports/compute.ts'
import type { ExportsTask, WrittenText } from '../../workers/exports/task.ts'
import type { Pools } from '../../workers/pools.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'

/** What a report is computed by: in this thread, or in those of the service. */
export interface ReportWork {
  /** @param options how the points are refined; null where they are no norms */
  columns(points: LoggedNorms, options: ResolvedRefinementOptions | null): Promise<ChartColumns>
  refine(points: LoggedNorms, options: ResolvedRefinementOptions, run: RunFacts): Promise<Refinement>
  compare(task: ComparisonTask): Promise<readonly Evaluation[]>
  forecast(task: ForecastTask): Promise<ForecastResult>
  /** What rule rates are. */
  nearest(rates: Points): Promise<AuditResult['nearest']>
  write(task: ExportsTask): Promise<readonly WrittenText[]>
}

const drawn = (points: LoggedNorms, options: ResolvedRefinementOptions | null) => ({
  ...points,
  norm: options?.norm ?? ('l2' as const),
  options,
  columns: columnsMax
})

/** In this process and thread. */
export const workHere: ReportWork = {
  columns: async (points, options) => chartColumns(drawn(points, options)),
  refine: async (points, options, run) => refine(points, options, run),
  compare: async (task) => evaluate(task),
  forecast: async (task) => forecast(task),
  nearest: async (rates) => auditOf({ rates, meant: null }).nearest,
  write: async (task) => writeExports(task)
}

/** The same work, and what begins is told before. */
export const toldOf = (work: ReportWork, tell: (what: string) => void): ReportWork => {
  const told =
    <Given extends unknown[], Result>(what: string, step: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> => {
      tell(what)
      return step(...given)
    }
  return {
    columns: told('drawing', work.columns),
    refine: told('refining the norms', work.refine),
    compare: told('comparing schedules', work.compare),
    forecast: told('forecasting losses', work.forecast),
    nearest: told('looking for the rule of the rates', work.nearest),
    write: told('writing the schedule for each trainer', work.write)
  }
}

/** In the threads of the service, within their bounds. */
export const workInPools = ({ charts, refinement, comparison, forecasts, audits, exports }: Pools): ReportWork => ({
  columns: (points, options) => charts.prepare(drawn(points, options)),
  // A refinement may put its multipliers in the place of the values, which a report still needs.
  refine: (points, options, run) => refinement.refine({ ...points, values: ownCopy(points) }, options, { run }),
  compare: (task) => comparison.evaluate(task),
  forecast: (task) => forecasts.forecast(task),
  nearest: async (rates) => (await audits.audit({ rates, meant: null })).nearest,
  write: (task) => exports.writeAll(task)
})

const ownCopy = ({ values }: Points): Float64Array => onSharedMemory({ steps: { first: 0, stride: 1 }, values: values.slice() }).values
