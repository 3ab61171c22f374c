import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Problem } from '../domain/problems.ts'
import { refine } from '../refinement/refine.ts'
import { moveBack } from './moved-memory.ts'
import { plainProblem } from './plain-problem.ts'
import type { RefinementOutcome, RefinementTask } from './refinement-task.ts'

/**
 * After so many points and steps, the memory of tasks that are done is given back when the thread has been idle for a moment. With
 * less it waits for a collection that comes by itself: a forced one also throws away compiled code.
 */
const pointsKeptMax = 8_000_000
const idleMs = 50

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

let pointsSinceCollection = 0
let collection: NodeJS.Timeout | undefined

/** Refines one series. A worker thread of the refinement pool runs this. */
export default function runTask({ values, steps, options, run }: RefinementTask): unknown {
  clearTimeout(collection)
  pointsSinceCollection += values.length + options.steps
  try {
    const refinement = refine({ values, steps }, options, run)
    return moveBack(refinement satisfies RefinementOutcome, [refinement.multipliers])
  } catch (error) {
    return { problem: plainProblem(asProblem(error)) } satisfies RefinementOutcome
  } finally {
    if (pointsSinceCollection > pointsKeptMax) collection = setTimeout(collect, idleMs)
  }
}

function collect() {
  pointsSinceCollection = 0
  collectGarbage()
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  // What V8 throws when memory for a typed array cannot be had.
  if (error instanceof RangeError && /allocation failed/i.test(error.message)) {
    return new Problem('overloaded', 'There is not enough memory for this refinement now.', { retryAfterSeconds: 30 })
  }
  throw error
}
