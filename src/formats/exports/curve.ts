import { Problem } from '../../domain/problems.ts'
import type { ExportMaterial } from './export-target.ts'
import type { Knot } from './knot.ts'

/** Multipliers in an exported text: the value of every step, or at least two knots of straight pieces. */
export type Curve =
  | { readonly form: 'dense'; readonly values: Float64Array }
  | { readonly form: 'segments'; readonly knots: readonly Knot[]; readonly tolerance: number }

/** Largest error without a tolerance. Half is used here; half is left for float32 in the reader's library. */
export const exactTo = 1e-6

/** Longest text of numbers in an export, in characters: editors and compilers still take it. */
const numbersLengthMax = 16e6

/** Characters of a float64 in base64, and roughly of a knot. */
const charactersPerValue = (8 * 4) / 3
const charactersPerKnot = 22

/**
 * Converts multipliers to the requested form, or to the shorter one.
 * @throws Problem `export-too-long`
 */
export function curveOf({ multipliers, form, tolerance, segments }: ExportMaterial): Curve {
  const n = multipliers.length
  const denseLength = n * charactersPerValue
  if (form === 'dense') return within(denseLength, n, { form, values: multipliers })
  const allowed = tolerance === 0 ? exactTo / 2 : tolerance
  const digits = Math.max(1, 2 - Math.floor(Math.log10(allowed)))
  // Rounding adds at most half a unit of the last digit: subtract it first.
  const found = segments(multipliers, allowed - 0.5 * 10 ** -digits)
  const knots = atLeastTwo(found.map(({ step, multiplier }) => ({ step, multiplier: Number(multiplier.toFixed(digits)) })))
  const knotsLength = knots.length * charactersPerKnot
  if (form === null && tolerance === 0 && denseLength < knotsLength) {
    return within(denseLength, n, { form: 'dense', values: multipliers })
  }
  return within(knotsLength, n, { form: 'segments', knots, tolerance: tolerance === 0 ? exactTo : tolerance })
}

/** A schedule of one step becomes one level piece. */
const atLeastTwo = (knots: readonly Knot[]): readonly Knot[] =>
  knots.length === 1 ? knots.flatMap((knot) => [knot, { ...knot, step: knot.step + 1 }]) : knots

function within(length: number, steps: number, curve: Curve): Curve {
  if (length <= numbersLengthMax) return curve
  throw new Problem(
    'export-too-long',
    `The ${steps} multipliers would be a text of ${Math.ceil(length / 1e6)} MB. Ask for straight pieces, such as ?tolerance=0.001, ` +
      'or use the target csv or safetensors, which have no limit.'
  )
}
