import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Problem } from '../domain/problems.ts'
import { refine } from '../refinement/refine.ts'
import { plainProblem } from './plain-problem.ts'
import type { RefinementOutcome, RefinementTask } from './refinement-task.ts'

/** From this many points on, the memory of a task is given back at once instead of at the next collection, which may be far off. */
const largeTask = 10_000_000

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Refines one series. A worker thread of the {@link RefinementPool} runs this. */
export default function runTask(task: RefinementTask): RefinementOutcome {
  try {
    return { report: refineTask(task) }
  } catch (error) {
    return { problem: plainProblem(asProblem(error)) }
  } finally {
    if (task.values.length + task.multipliers.length >= largeTask) collectGarbage()
  }
}

const refineTask = ({ values, steps, options, run, multipliers }: RefinementTask) =>
  refine({ values, steps }, options, run, multipliers).report

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  // What V8 throws when memory for a typed array cannot be had.
  if (error instanceof RangeError && /allocation failed/i.test(error.message)) {
    return new Problem('overloaded', 'There is not enough memory for this refinement now.', { retryAfterSeconds: 30 })
  }
  throw error
}
