import { base64Lines } from './base64.ts'
import type { Curve } from './curve.ts'
import type { ExportedSchedule } from './export-target.ts'
import { heading } from './heading.ts'
import { floatLiteral, inLines } from './number-literal.ts'

/** The head of a Python file: heading, usage, imports, number of steps and peak learning rate. */
export function pythonHead(schedule: ExportedSchedule, curve: Curve | null, usage: readonly string[], imports: readonly string[]): string {
  const comment = (line: string) => `# ${line}`.trimEnd()
  const { steps, peakLearningRate: peak } = schedule
  return [
    ...heading(schedule, curve).map(comment),
    '#',
    ...usage.map(comment),
    '',
    ...imports,
    '',
    `STEPS = ${steps}`,
    peak === null ? 'PEAK_LEARNING_RATE = None  # not known to Taper: yours' : `PEAK_LEARNING_RATE = ${floatLiteral(peak)}`,
    ''
  ].join('\n')
}

/** Writes `multiplier(step)` with Python's standard library only, and its imports. */
export function pythonMultiplier(curve: Curve): { imports: string[]; code: string } {
  // A scheduler asks once for the step after the last.
  const check = [
    '    if step > STEPS:',
    '        warnings.warn(f"The schedule has {STEPS} steps, and training goes on past them: the last multiplier stays.", stacklevel=2)'
  ].join('\n')
  const docstring = '    """The factor of the peak learning rate at an optimizer step, counted from 0; past the end, the last one."""'
  if (curve.form === 'dense') {
    return {
      imports: ['import array', 'import base64', 'import sys', 'import warnings'],
      code: `
MULTIPLIERS = array.array("d", base64.b64decode("""
${base64Lines(curve.values)}
"""))  # float64, little-endian
if sys.byteorder == "big":
    MULTIPLIERS.byteswap()


def multiplier(step):
${docstring}
${check}
    return MULTIPLIERS[min(max(int(step), 0), STEPS - 1)]
`
    }
  }
  return {
    imports: ['import warnings', 'from bisect import bisect_right'],
    code: `
${pythonKnots(curve.knots)}


def multiplier(step):
${docstring}
${check}
    step = min(max(step, 0), STEPS - 1)
    i = min(bisect_right(KNOT_STEPS, step), len(KNOT_STEPS) - 1) - 1
    part = (step - KNOT_STEPS[i]) / (KNOT_STEPS[i + 1] - KNOT_STEPS[i])
    return KNOT_MULTIPLIERS[i] + part * (KNOT_MULTIPLIERS[i + 1] - KNOT_MULTIPLIERS[i])
`
  }
}

/** Writes knots as two lists. */
export function pythonKnots(knots: readonly { step: number; multiplier: number }[]): string {
  const list = (items: readonly string[]) => {
    const line = items.join(', ')
    return line.length < 90 ? `[${line}]` : `[\n${inLines(items, '    ')}\n]`
  }
  return [
    `KNOT_STEPS = ${list(knots.map(({ step }) => String(step)))}`,
    `KNOT_MULTIPLIERS = ${list(knots.map(({ multiplier }) => floatLiteral(multiplier)))}`
  ].join('\n')
}
