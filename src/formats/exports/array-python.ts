import { base64Lines } from './base64.ts'
import type { Curve } from './curve.ts'
import { pythonKnots } from './python.ts'

/** Functions of an array library that a lookup needs, as Python source. */
export interface ArrayLibrary {
  readonly clip: string
  readonly take: string
  readonly searchsorted: string
  /** Makes an array of the library from one of NumPy. */
  readonly array: string
  /** An expression that turns `step` into whole numbers. */
  readonly wholeStep: string
  /** An expression that turns `value` into float32. */
  readonly toFloat32: (value: string) => string
}

/**
 * Writes `multiplier(step)` on arrays, to be traced, compiled or vectorised. Between knots it counts whole steps from the last knot, so
 * that float32 is exact enough at any step.
 */
export function arrayMultiplier(curve: Curve, { clip, take, searchsorted, array, wholeStep, toFloat32 }: ArrayLibrary): string {
  const head = `

def multiplier(step):
    """The factor of the peak learning rate at an optimizer step, counted from 0; past the end, the last one."""
    step = ${clip}(${wholeStep}, 0, STEPS - 1)`
  if (curve.form === 'dense') {
    return `
MULTIPLIERS = np.frombuffer(base64.b64decode("""
${base64Lines(curve.values)}
"""), dtype="<f8").astype("float32")  # from float64
${head}
    return ${take}(${array}(MULTIPLIERS), step)
`
  }
  return `
${pythonKnots(curve.knots)}
${head}
    steps, multipliers = ${array}(np.array(KNOT_STEPS, "int32")), ${array}(np.array(KNOT_MULTIPLIERS, "float32"))
    i = ${clip}(${searchsorted}(steps, step, side="right") - 1, 0, len(KNOT_STEPS) - 2)
    start, end = ${take}(steps, i), ${take}(steps, i + 1)
    part = ${toFloat32('step - start')} / ${toFloat32('end - start')}
    return ${take}(multipliers, i) + part * (${take}(multipliers, i + 1) - ${take}(multipliers, i))
`
}
