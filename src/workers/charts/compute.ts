import { type Points, stepAt } from '../../domain/gradient-norm.ts'
import { Problem } from '../../domain/problems.ts'
import { ColumnGatherer, type Columns, columnsOf } from '../../formats/charts/columns.ts'
import type { RuleBeside } from '../../formats/charts/schedule-chart.ts'
import { unknownRun } from '../../refinement/diagnosis/symptom.ts'
import { paperCurve } from '../../refinement/paper-curve.ts'
import { refine } from '../../refinement/refine.ts'
import { smoothedNorms } from '../../refinement/smoothed-norms.ts'
import { nearestShape } from '../../schedules/fits/nearest-shape.ts'
import { answering } from '../threads/answering.ts'
import { bytesToPrepare, type ChartColumns, type ChartTask, type NormsTask } from './task.ts'

export default answering(
  (task: ChartTask): ChartColumns | RuleBeside => ('multipliers' in task ? ruleBeside(task.multipliers) : chartColumns(task)),
  (task) => ('multipliers' in task ? 0 : task.values.byteLength + bytesToPrepare(task))
)

/** What a picture shows of a series. */
export function chartColumns(task: NormsTask): ChartColumns {
  const { raw, nonFinite } = rawOf(task, task.columns)
  return { raw, nonFinite, refined: refinedOf(task) }
}

/** The rule that is nearest to a schedule, as far as a picture can tell. */
export function ruleBeside({ low, high }: Columns): RuleBeside {
  const { name, values } = nearestShape(low.map((value, column) => (value + high[column]!) / 2))
  return { name, columns: { low: values, high: values } }
}

function rawOf({ values, steps }: Points, columns: number): { raw: Columns; nonFinite: number } {
  const last = values.length - 1
  const gatherer = new ColumnGatherer(stepAt(steps, 0), stepAt(steps, last), columns)
  for (let i = 0; i <= last; i++) gatherer.add(stepAt(steps, i), values[i]!)
  return { raw: filled(gatherer), nonFinite: gatherer.nonFinite }
}

/** Plain arrays: a gatherer loses its class between threads. Steps that are logged more coarsely than columns leave no gaps. */
function filled({ low, high }: Columns): Columns {
  const known = [...low.keys()].filter((column) => !Number.isNaN(low[column]))
  if (known.length > low.length / 2) return { low, high }
  return { low: Float64Array.from(known, (column) => low[column]!), high: Float64Array.from(known, (column) => high[column]!) }
}

/** Null where too few norms can be used. */
function refinedOf({ options, columns, ...points }: NormsTask): ChartColumns['refined'] {
  if (options === null) return null
  try {
    const { smoothed } = smoothedNorms(points, options)
    const filtered = plain(columnsOf(smoothed.values, columns))
    const paper = options.preset === 'robust' ? plain(columnsOf(paperCurve(smoothed.values, options.weighting), columns)) : null
    const { multipliers, report } = refine(points, options, unknownRun)
    const drawn = plain(columnsOf(multipliers, columns))
    return { filtered, multipliers: drawn, steps: multipliers.length, beside: ruleBeside(drawn), paper, losses: report.losses.detail }
  } catch (error) {
    if (error instanceof Problem && error.type === 'too-few-norms') return null
    throw error
  }
}

const plain = ({ low, high }: Columns): Columns => ({ low, high })
