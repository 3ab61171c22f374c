import { Problem } from '../../domain/problems.ts'
import type { ExportMaterial } from './export-target.ts'
import type { Knot } from './knot.ts'

/** Multipliers as a text can hold them: the value of every step, or the corners of straight pieces (two at least), by step. */
export type Curve =
  | { readonly form: 'dense'; readonly values: Float64Array }
  | { readonly form: 'segments'; readonly knots: readonly Knot[]; readonly tolerance: number }

/** What a reader may count on where no tolerance is given. Half is spent here, half is left for float32 in the reader's library. */
export const exactTo = 1e-6

/** Longest text of numbers in an export, in characters: what an editor or a compiler still takes. */
const numbersLengthMax = 16e6

/** Base64 of float64, and about what a corner takes as text. */
const charactersPerValue = (8 * 4) / 3
const charactersPerKnot = 22

/**
 * Multipliers in the form that was asked for, else in the shorter one.
 * @throws Problem `export-too-long`
 */
export function curveOf({ multipliers, form, tolerance, segments }: ExportMaterial): Curve {
  const n = multipliers.length
  const denseLength = n * charactersPerValue
  if (form === 'dense') return within(denseLength, n, { form, values: multipliers })
  const allowed = tolerance === 0 ? exactTo / 2 : tolerance
  const digits = Math.max(1, 2 - Math.floor(Math.log10(allowed)))
  // What rounding to these digits adds at most is taken off before: half a unit of the last.
  const found = segments(multipliers, allowed - 0.5 * 10 ** -digits)
  const knots = atLeastTwo(found.map(({ step, multiplier }) => ({ step, multiplier: Number(multiplier.toFixed(digits)) })))
  const knotsLength = knots.length * charactersPerKnot
  if (form === null && tolerance === 0 && denseLength < knotsLength) {
    return within(denseLength, n, { form: 'dense', values: multipliers })
  }
  return within(knotsLength, n, { form: 'segments', knots, tolerance: tolerance === 0 ? exactTo : tolerance })
}

/** A schedule of one step is a straight piece that does not move. */
const atLeastTwo = (knots: readonly Knot[]): readonly Knot[] =>
  knots.length === 1 ? knots.flatMap((knot) => [knot, { ...knot, step: knot.step + 1 }]) : knots

function within(length: number, steps: number, curve: Curve): Curve {
  if (length <= numbersLengthMax) return curve
  throw new Problem(
    'export-too-long',
    `The ${steps} multipliers would be a text of ${Math.ceil(length / 1e6)} MB. Ask for straight pieces, such as ?tolerance=0.001, ` +
      'or take the target csv or safetensors, whose length has no limit.'
  )
}
