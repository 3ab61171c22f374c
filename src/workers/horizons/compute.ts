import { generalBound, largestNorm, type Norms, powerOfTwo } from '../../refinement/general-bound.ts'
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
  let gradientNorms: Norms = normsOver(norms, request.old.length)
  let over = request.old.length
  // Methods compare two rates. In units of the largest norm both are numbers, also where norms are near the limits of float64.
  const unit = powerOfTwo(largestNorm(gradientNorms))
  const rate = (schedule: Float64Array): number => {
    if (schedule.length !== over) {
      over = schedule.length
      // What is held goes first: the norms of both lengths need not be in memory at once.
      gradientNorms = 1
      gradientNorms = normsOver(norms, over)
    }
    return generalBound(schedule, gradientNorms, unit).optimalRate
  }
  const extended = extendHorizon(request, multipliers, { old: rate, new: rate })
  const { optimalRate, previousOptimalRate } = extended.report
  return {
    ...extended,
    report: { ...extended.report, optimalRate: optimalRate / unit, previousOptimalRate: previousOptimalRate / unit }
  }
}
