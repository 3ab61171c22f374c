import { Problem } from '../../domain/problems.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { plainProblem } from '../threads/plain-problem.ts'
import { evaluate } from './evaluate.ts'
import type { ComparisonOutcome, ComparisonTask } from './task.ts'

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
