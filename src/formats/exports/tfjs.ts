import { base64Lines } from './base64.ts'
import { type Curve, curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { heading } from './heading.ts'
import { inLines } from './number-literal.ts'

export const tfjs: TextTarget = {
  name: 'tfjs',
  title: 'TensorFlow.js: a module that sets the learning rate',
  usage: 'Save it beside your code, import `setLearningRate`, and call it before each step of the optimizer.',
  mediaType: 'text/javascript',
  example: 'export function setLearningRate(optimizer, step, peak = PEAK_LEARNING_RATE) {\n…\n}\n',
  fileName: 'taper-schedule.js',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const curve = curveOf(material)
    const { steps, peakLearningRate: peak } = material.schedule
    return `${heading(material.schedule, curve)
      .map((line) => `// ${line}`)
      .join('\n')}
//
// for (let step = 0; step < STEPS; step++) {
//   setLearningRate(optimizer, step)
//   optimizer.minimize(loss)
// }

export const STEPS = ${steps}
export const PEAK_LEARNING_RATE = ${peak === null ? 'null // not known to Taper: yours' : peak}
${multiplierOf(curve)}
/** The learning rate at an optimizer step, counted from 0. */
export const learningRate = (step, peak = PEAK_LEARNING_RATE) => peak * multiplier(step)

/** Sets the learning rate of an optimizer of TensorFlow.js to that of a step. */
export function setLearningRate(optimizer, step, peak = PEAK_LEARNING_RATE) {
  // SGD and momentum keep theirs on the device; the others read this field at each step.
  if (typeof optimizer.setLearningRate === 'function') optimizer.setLearningRate(learningRate(step, peak))
  else optimizer.learningRate = learningRate(step, peak)
}
`
  }
}

function multiplierOf(curve: Curve): string {
  const comment = '/** The factor of the peak learning rate at an optimizer step, counted from 0; past the end, the last one. */'
  if (curve.form === 'dense') {
    return `
// float64, little-endian
const bytes = Uint8Array.from(atob(\`
${base64Lines(curve.values)}
\`), (character) => character.charCodeAt(0))
const view = new DataView(bytes.buffer)

${comment}
export const multiplier = (step) => view.getFloat64(8 * Math.min(Math.max(Math.floor(step), 0), STEPS - 1), true)
`
  }
  return `
/** Corners of straight pieces: step, multiplier. */
const knots = [
${inLines(
  curve.knots.map(({ step, multiplier }) => `[${step}, ${multiplier}]`),
  '  '
).replace(/,$/, '')}
]

${comment}
export function multiplier(step) {
  const at = Math.min(Math.max(step, 0), STEPS - 1)
  let low = 0
  let high = knots.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (knots[middle][0] <= at) low = middle
    else high = middle
  }
  const [[start, from], [end, to]] = [knots[low], knots[high]]
  return from + ((at - start) / (end - start)) * (to - from)
}
`
}
