import { Problem } from '../domain/problems.ts'
import type { ComparisonOutcome, ComparisonTask } from './comparison/comparison-task.ts'
import { evaluate } from './comparison/evaluate.ts'
import { asOverloaded } from './out-of-memory.ts'
import { plainProblem } from './plain-problem.ts'

/** Evaluates schedules on norms. A worker thread of the comparison pool runs this. */
export default function runTask(task: ComparisonTask): ComparisonOutcome {
  try {
    return { evaluations: evaluate(task) }
  } catch (error) {
    const problem = asOverloaded(error)
    if (problem instanceof Problem) return { problem: plainProblem(problem) }
    throw error
  }
}
