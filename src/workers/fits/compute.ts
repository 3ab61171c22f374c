import { generalBound, largestNorm, type Norms, powerOfTwo } from '../../refinement/general-bound.ts'
import { normsOver } from '../../refinement/norms-over.ts'
import { closeness, variation } from '../../schedules/fits/closeness.ts'
import { nearestOf, nearestWarmupPolynomial } from '../../schedules/fits/nearest-rules.ts'
import { type RuleCandidate, resolveCandidate } from '../../schedules/index.ts'
import { segments } from '../../schedules/segments/segments.ts'
import { answering } from '../threads/answering.ts'
import { bytesToFit, type FitResult, type FitTask, type RuleFit } from './task.ts'

/** More pieces than anybody pastes; their text has some megabytes. */
const piecesMax = 100_000

export default answering(
  fitsOf,
  ({ multipliers, norms, rules }) => multipliers.byteLength + bytesToFit(multipliers.length, norms, rules.length)
)

/** What a schedule is near to. @throws Problem `invalid-request` at `/tolerance` */
function fitsOf({ multipliers, norms, rules, tolerance }: FitTask): FitResult {
  const n = multipliers.length
  const total = variation(multipliers)
  const fitted = new Float64Array(n)
  const fill = (candidate: RuleCandidate) => {
    const { rule, parameters } = resolveCandidate(candidate, n)
    rule.fill(fitted, parameters)
    return { parameters, ...closeness(multipliers, total, fitted) }
  }

  const gradientNorms = rules.length === 0 ? 1 : normsOver(norms, n)
  const bound = rules.length === 0 ? 1 : boundOf(multipliers, gradientNorms)
  const fits: RuleFit[] = rules.map((rule) => {
    const { parameters, r2, maxError } = fill(nearestOf(rule, multipliers))
    const own = boundOf(fitted, gradientNorms)
    return { rule, parameters, r2, maxError, boundRatio: own === bound ? 1 : own / bound }
  })
  if (tolerance === null) return { fits, shape: null }

  const { L, power, candidate } = nearestWarmupPolynomial(multipliers)
  const { r2, maxError } = fill(candidate)
  const warmupPolynomial = { warmup: L / n, power, r2, maxError }
  return { fits, shape: { warmupPolynomial, segments: segments(multipliers, tolerance, piecesMax) } }
}

/** The bound in units of the largest norm: a ratio of bounds has no unit, and norms near the limits of float64 have bounds beyond them. */
const boundOf = (multipliers: Float64Array, norms: Norms): number =>
  generalBound(multipliers, norms, 1 / powerOfTwo(largestNorm(norms))).optimalBound
