import { invalid } from '../../domain/problems.ts'
import { interpolateEven } from '../../kernels/interpolate.ts'
import { evenNorms } from '../../refinement/even-grid.ts'
import { generalBound, horizon, type Norms } from '../../refinement/general-bound.ts'
import type { LoggedNorms } from '../../refinement/logged-norms.ts'
import { refine } from '../../refinement/refine.ts'
import { closedFormWeights, weightedBound } from '../../refinement/weighted-bound.ts'
import { resolveCandidate } from '../../schedules/index.ts'
import { answering } from '../threads/answering.ts'
import {
  bytesToCompare,
  type CandidateTask,
  type ComparisonTask,
  type DrawnShape,
  type Evaluation,
  givenTo,
  type TaskNorms,
  type TaskShape
} from './task.ts'

export default answering(
  (task: ComparisonTask) => ({ evaluations: evaluate(task) }),
  (task) => 8 * givenTo(task) + bytesToCompare(task)
)

/**
 * The general bound of each schedule on the norms, interpolated linearly to its steps with both ends kept.
 * @throws Problem `invalid-request` where a schedule is all zero or no norm counts for it, `too-few-norms`, `series-too-long`
 */
export function evaluate({ norms, distance, rate, candidates, points = 0 }: ComparisonTask): Evaluation[] {
  const even = evenly(norms)
  let onSteps: Norms = even
  const scratch = scratchMemory()
  return candidates.map((candidate) => {
    if (typeof onSteps !== 'number' && onSteps.length !== candidate.steps) onSteps = overSteps(even as Float64Array, candidate.steps)
    const multipliers = multipliersOf(candidate, norms, scratch)
    const evaluation = evaluateOne(candidate, multipliers, onSteps, distance, rate)
    return points === 0 ? evaluation : { ...evaluation, drawn: drawnShape(multipliers, points) }
  })
}

function evaluateOne(
  { steps, pointer, weights }: CandidateTask,
  multipliers: Float64Array,
  onSteps: Norms,
  distance: number,
  rate: number | undefined
): Evaluation {
  const T = horizon(multipliers)
  if (T === 0) throw invalid(pointer, 'Every multiplier is 0.', 'Send at least one above 0.')
  const { optimalRate, optimalBound, at, atBest } = generalBound(multipliers, onSteps, distance)
  if (optimalBound === 0 && !some(multipliers, onSteps)) {
    throw invalid('/norms', 'The norms are 0 at every step with a multiplier above 0, so the bound has no minimum.')
  }
  const { bound, terms } = rate === undefined ? atBest() : at(rate)
  let zeros = 0
  const first = multipliers.findIndex((multiplier) => multiplier > 0)
  for (let t = first; t < T; t++) if (multipliers[t] === 0) zeros++
  const result = { T, optimalRate, optimalBound, bound, terms, zeros }
  if (weights === undefined) return result
  const w = weights === 'equal' ? new Float64Array(steps).fill(1) : closedFormWeights(weights.points, weights.options)
  // Theorem A is about as many steps as there are weights: a schedule that was stretched has none.
  return w.length === steps ? { ...result, weighted: weightedBound(w, onSteps, distance) } : result
}

/** So many multipliers at most, evenly spaced, and where they first are largest: a peak is a corner. */
function drawnShape(multipliers: Float64Array, points: number): DrawnShape {
  const last = multipliers.length - 1
  const count = Math.min(points, multipliers.length)
  const even = Array.from({ length: count }, (_, k) => (count === 1 ? 0 : Math.round((k * last) / (count - 1))))
  let peak = 0
  for (let t = 1; t <= last; t++) if (multipliers[t]! > multipliers[peak]!) peak = t
  const steps = even.includes(peak) ? even : [...even, peak].sort((a, b) => a - b)
  return { steps, multipliers: steps.map((step) => multipliers[step]!) }
}

const some = (multipliers: Float64Array, norms: Norms): boolean =>
  multipliers.some((multiplier, t) => multiplier > 0 && (typeof norms === 'number' ? norms : norms[t]!) > 0)

/** One array for schedules of the same length, used again. */
function scratchMemory(): (length: number) => Float64Array {
  let memory = new Float64Array(0)
  return (length) => (memory.length === length ? memory : (memory = new Float64Array(length)))
}

function multipliersOf(
  { shape, steps }: { readonly shape: TaskShape; readonly steps: number },
  norms: TaskNorms,
  scratch: (length: number) => Float64Array
): Float64Array {
  if ('multipliers' in shape) return shape.multipliers
  if ('refined' in shape) return refine(pointsOf(norms, steps), shape.refined).multipliers
  const multipliers = scratch(steps)
  const { rule, parameters } = resolveCandidate(shape, steps)
  rule.fill(multipliers, parameters)
  return multipliers
}

/** Norms as a refinement takes them. */
export function pointsOf(norms: TaskNorms, steps: number): LoggedNorms {
  if ('points' in norms) return norms.points
  const values = 'values' in norms ? norms.values : new Float64Array(Math.max(2, steps)).fill(norms.constant)
  return { steps: { first: 0, stride: 1 }, values }
}

function evenly(norms: TaskNorms): Norms {
  if ('constant' in norms) return norms.constant
  return 'values' in norms ? norms.values : evenNorms(norms.points, { preset: 'paper', trim: { start: 0, end: 0 } }).values
}

const overSteps = (norms: Float64Array, steps: number): Float64Array =>
  norms.length === steps ? norms : interpolateEven(norms, new Float64Array(steps))
