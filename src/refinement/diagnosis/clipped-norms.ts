import { amount } from './amounts.ts'
import { type Ceiling, ceilingOf, endsAt } from './ceiling.ts'
import { type OwnFacts, ownFacts, type Symptom } from './symptom.ts'

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
    const ceilings = logs.map(({ values }) => ceilingOf(values))
    return ({ run, options }) => {
      const each = ownFacts(run)
      const isL2 = options.norm === 'l2'
      for (const [i, own] of ceilings.entries()) {
        const name = ceilings.length > 1 ? run.runIds?.[i] : undefined
        const found = clippedAs(own, each[i] ?? {}, isL2, name === undefined ? '' : ` of run ${JSON.stringify(name)}`)
        if (found !== null) return found
      }
      return null
    }
  }
}

/** What speaks for clipped norms in one log. @param whose the run, where there are several */
function clippedAs(own: Ceiling, { clipNorm, l2Ceiling }: OwnFacts, isL2: boolean, whose: string): string | null {
  if (isClipped(own, isL2 ? clipNorm : null)) return `${seen(own, 'norms', whose)} ${remedy}`
  if (isL2) return null
  if (l2Ceiling != null && l2Ceiling.points > 0) {
    return isClipped(l2Ceiling, clipNorm) ? `${seen(l2Ceiling, 'l2 norms', whose)} ${remedy}` : null
  }
  // An ℓ₁ norm is at least the ℓ₂ norm: where it stays below the clip, nothing was clipped.
  if (clipNorm == null || clipNorm === 0 || own.largest <= clipNorm) return null
  return (
    `Gradients${whose} are clipped to ${amount(clipNorm)}, and these norms do not show whether they were taken before. Norms after clipping hide the shape: ` +
    'make sure that they are those of the raw gradient, or log l2 norms too, which show it.'
  )
}

const isClipped = (ceiling: Ceiling, clipNorm: number | null | undefined): boolean =>
  !ceiling.areEqual &&
  ceiling.atLargest >= 2 &&
  (ceiling.atLargest >= shareMin * ceiling.points ||
    (clipNorm != null && clipNorm > 0 && endsAt(ceiling, clipNorm) && ceiling.atLargest >= shareAtClipMin * ceiling.points))

const seen = ({ atLargest, points, largest }: Ceiling, norms: string, whose: string): string =>
  `${atLargest} of ${points} ${norms}${whose} are the largest, ${amount(largest)}, or within a hair of it: they look as if taken after gradient clipping, which hides ` +
  'their shape.'

const remedy = 'Log the norm before clipping.'
