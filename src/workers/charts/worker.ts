import { Problem } from '../../domain/problems.ts'
import type { RuleBeside } from '../../formats/charts/schedule-chart.ts'
import type { WorkerOutcome } from '../threads/bounded-pool.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { plainProblem } from '../threads/plain-problem.ts'
import { chartColumns, ruleBeside } from './columns.ts'
import type { ChartColumns, ChartTask } from './task.ts'

/** Prepares one series or schedule for a picture. A worker thread of the chart pool runs this. */
export default function runTask(task: ChartTask): WorkerOutcome<ChartColumns | RuleBeside> {
  try {
    return 'multipliers' in task ? ruleBeside(task.multipliers) : chartColumns(task)
  } catch (error) {
    const problem = asOverloaded(error)
    if (problem instanceof Problem) return { problem: plainProblem(problem) }
    throw error
  }
}
