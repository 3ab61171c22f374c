import { generalBound, type Norms } from '../../refinement/general-bound.ts'
import { normsOver } from '../../refinement/norms-over.ts'
import { extendHorizon } from '../../schedules/horizons/horizon.ts'
import { answering } from '../threads/answering.ts'
import { bytesToExtend, type HorizonResult, type HorizonTask } from './task.ts'

export default answering(
  extend,
  ({ request: { old }, norms, multipliers }) => old.byteLength + bytesToExtend(old.length, norms, multipliers.length)
)

/** Makes one schedule longer or shorter; bounds are judged on the norms, stretched to the steps of either. */
function extend({ request, norms, multipliers }: HorizonTask): HorizonResult {
  // Of one length at a time: those of the old schedule are asked for first, and once.
  let gradientNorms: Norms = 1
  let over = 0
  const rate = (schedule: Float64Array): number => {
    if (schedule.length !== over) {
      gradientNorms = 1
      over = schedule.length
      gradientNorms = normsOver(norms, over)
    }
    return generalBound(schedule, gradientNorms).optimalRate
  }
  return extendHorizon(request, multipliers, { old: rate, new: rate })
}
