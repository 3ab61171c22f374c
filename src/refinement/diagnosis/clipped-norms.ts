import { amount } from './amounts.ts'
import { type Ceiling, ceilingOf, endsAt, together } from './ceiling.ts'
import type { Findings, Symptom } from './symptom.ts'

/** Of the points, at the largest norm: then a fifth of the steps say nothing but "clipped". */
const shareMin = 0.2

/** The same where the largest norm is the clip that the run is known to have: no chance brings them together. */
const shareAtClipMin = 0.02

/**
 * Norms after clipping hide the shape that refinement is made from: what was above the clip is all one. Clipping is of ℓ₂ norms, so that ℓ₁ norms, which no
 * ceiling ends, show nothing of it; the ℓ₂ norms of the same run do, and where there are none, its `clipNorm` leaves the question open.
 * Source: PyTorch, `clip_grad_norm_`, which scales gradients in place; logs of trainers that clip first and measure then.
 */
export const clippedNorms: Symptom = {
  code: 'clipped-norms',
  meaning:
    'A fifth of the points or more lie within 1e-5 of the largest norm, as norms do that are taken after gradient clipping; or the l2 norms of the run or its ' +
    '`clipNorm` speak for it.',
  examine: ({ logs }) => {
    const own = together(logs.map(({ values }) => ceilingOf(values)))
    return (findings) => {
      const isL2 = findings.options.norm === 'l2'
      if (isClipped(own, isL2 ? findings.run.clipNorm : null)) return `${seen(own, '')} ${remedy}`
      return isL2 ? null : byOthers(own, findings.run)
    }
  }
}

function byOthers(own: Ceiling, { clipNorm, l2Ceiling }: Findings['run']): string | null {
  if (l2Ceiling != null && l2Ceiling.points > 0) return isClipped(l2Ceiling, clipNorm) ? `${seen(l2Ceiling, 'l2 ')} ${remedy}` : null
  // An ℓ₁ norm is at least the ℓ₂ norm: where it stays below the clip, nothing was clipped.
  if (clipNorm == null || clipNorm === 0 || own.largest <= clipNorm) return null
  return (
    `The run clips gradients to ${amount(clipNorm)}, and these norms do not show whether they were taken before. Norms after clipping hide the shape: ` +
    'make sure that they are those of the raw gradient, or log l2 norms too, which show it.'
  )
}

const isClipped = (ceiling: Ceiling, clipNorm: number | null | undefined): boolean =>
  !ceiling.areEqual &&
  ceiling.atLargest >= 2 &&
  (ceiling.atLargest >= shareMin * ceiling.points ||
    (clipNorm != null && clipNorm > 0 && endsAt(ceiling, clipNorm) && ceiling.atLargest >= shareAtClipMin * ceiling.points))

const seen = ({ atLargest, points, largest }: Ceiling, norm: string): string =>
  `${atLargest} of ${points} ${norm}norms are the largest, ${amount(largest)}, or within a hair of it: they look as if taken after gradient clipping, which hides ` +
  'their shape.'

const remedy = 'Log the norm before clipping.'
