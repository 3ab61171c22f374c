import { generalBound } from '../../refinement/general-bound.ts'
import { normsOver } from '../../refinement/norms-over.ts'
import { extendHorizon } from '../../schedules/horizons/horizon.ts'
import { answering } from '../threads/answering.ts'
import type { HorizonResult, HorizonTask } from './task.ts'

export default answering(extend)

/** Makes one schedule longer or shorter; bounds are judged on the norms, stretched to the steps of either. */
function extend({ request, norms, multipliers }: HorizonTask): HorizonResult {
  const rateOver = (steps: number) => {
    const gradientNorms = normsOver(norms, steps)
    return (schedule: Float64Array) => generalBound(schedule, gradientNorms).optimalRate
  }
  return extendHorizon(request, multipliers, { old: rateOver(request.old.length), new: rateOver(multipliers.length) })
}
