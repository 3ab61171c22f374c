import { Problem } from '../domain/problems.ts'
import type { RuleBeside } from '../formats/charts/schedule-chart.ts'
import type { WorkerOutcome } from './bounded-pool.ts'
import { chartColumns, ruleBeside } from './chart-columns.ts'
import type { ChartColumns, ChartTask } from './chart-task.ts'
import { asOverloaded } from './out-of-memory.ts'
import { plainProblem } from './plain-problem.ts'

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
