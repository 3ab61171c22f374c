import { type Points, stepAt } from '../domain/gradient-norm.ts'
import { Problem } from '../domain/problems.ts'
import { ColumnGatherer, type Columns, columnsOf } from '../formats/charts/columns.ts'
import { refine } from '../refinement/refine.ts'
import { smoothedNorms } from '../refinement/smoothed-norms.ts'
import { unknownRun } from '../refinement/warnings.ts'
import { multipliersOf } from '../schedules/index.ts'
import type { WorkerOutcome } from './bounded-pool.ts'
import type { ChartColumns, ChartTask } from './chart-task.ts'
import { asOverloaded } from './out-of-memory.ts'
import { plainProblem } from './plain-problem.ts'

/** Prepares one series for a picture. A worker thread of the chart pool runs this. */
export default function runTask(task: ChartTask): WorkerOutcome<ChartColumns> {
  try {
    const { raw, nonFinite } = rawOf(task, task.columns)
    return { raw, nonFinite, refined: refinedOf(task) }
  } catch (error) {
    const problem = asOverloaded(error)
    if (problem instanceof Problem) return { problem: plainProblem(problem) }
    throw error
  }
}

function rawOf({ values, steps }: Points, columns: number): { raw: Columns; nonFinite: number } {
  const last = values.length - 1
  const gatherer = new ColumnGatherer(stepAt(steps, 0), stepAt(steps, last), columns)
  for (let i = 0; i <= last; i++) gatherer.add(stepAt(steps, i), values[i] as number)
  return { raw: filled(gatherer), nonFinite: gatherer.nonFinite }
}

/** Plain arrays: a gatherer loses its class between threads. Steps that are logged more coarsely than columns leave no gaps. */
function filled({ low, high }: Columns): Columns {
  const known = [...low.keys()].filter((column) => !Number.isNaN(low[column]))
  if (known.length > low.length / 2) return { low, high }
  return { low: Float64Array.from(known, (column) => low[column]!), high: Float64Array.from(known, (column) => high[column]!) }
}

/** Null where too few norms can be used. */
function refinedOf({ values, steps, options, columns }: ChartTask): ChartColumns['refined'] {
  if (options === null) return null
  try {
    const { smoothed } = smoothedNorms({ values, steps }, options)
    const filtered = plain(columnsOf(smoothed.values, columns))
    const { multipliers } = refine({ values, steps }, options, unknownRun)
    return {
      filtered,
      multipliers: plain(columnsOf(multipliers, columns)),
      steps: multipliers.length,
      beside: besideOf(multipliers, columns)
    }
  } catch (error) {
    if (error instanceof Problem && error.type === 'too-few-norms') return null
    throw error
  }
}

const plain = ({ low, high }: Columns): Columns => ({ low, high })

/** Linear or cosine decay, whichever is nearer in the sum of the squared errors. */
function besideOf(multipliers: Float64Array, columns: number): { name: string; columns: Columns } {
  const tried = ['linear', 'cosine'].map((rule) => {
    const values = multipliersOf({ rule }, multipliers.length).multipliers
    let error = 0
    for (let j = 0; j < values.length; j++) error += ((values[j] as number) - (multipliers[j] as number)) ** 2
    return { name: rule, values, error }
  })
  const nearest = tried.reduce((a, b) => (b.error < a.error ? b : a))
  return { name: nearest.name, columns: plain(columnsOf(nearest.values, columns)) }
}
