import { Problem } from '../../domain/problems.ts'
import { generalBound } from '../../refinement/general-bound.ts'
import { normsOver } from '../../refinement/norms-over.ts'
import { extendHorizon } from '../../schedules/horizons/horizon.ts'
import type { WorkerOutcome } from '../threads/bounded-pool.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { plainProblem } from '../threads/plain-problem.ts'
import type { HorizonResult, HorizonTask } from './task.ts'

/** Makes one schedule longer or shorter. A worker thread of the horizon pool runs this. */
export default function runTask({ request, norms, multipliers }: HorizonTask): WorkerOutcome<HorizonResult> {
  try {
    const rateOver = (steps: number) => {
      const gradientNorms = normsOver(norms, steps)
      return (schedule: Float64Array) => generalBound(schedule, gradientNorms).optimalRate
    }
    return extendHorizon(request, multipliers, { old: rateOver(request.old.length), new: rateOver(multipliers.length) })
  } catch (error) {
    const problem = asOverloaded(error)
    if (problem instanceof Problem) return { problem: plainProblem(problem) }
    throw error
  }
}
