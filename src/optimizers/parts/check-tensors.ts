import { partsOf, pointerTo } from '../../domain/json-pointer.ts'
import { type InvalidPart, Problem } from '../../domain/problems.ts'
import { entryCount, type Tensors } from '../../kernels/tensor.ts'

/** Where some tensors stand: in words, and as a JSON Pointer into a replay, whose step k is `/steps/<k>`. */
export interface TensorsPlace {
  readonly what: string
  readonly pointer: string
}

export const parametersPlace: TensorsPlace = { what: 'the parameters', pointer: '/parameters' }
export const gradientPlace = (step: number): TensorsPlace => ({
  what: `the gradient at step ${step}`,
  pointer: pointerTo('/steps', step, 'gradients')
})

/**
 * Checks that gradients fit their parameters; some may be absent.
 * @throws Problem `shape-mismatch`, naming what does not fit.
 */
export function assertGradientsFit(gradients: Tensors, parameters: Tensors, step: number): void {
  for (const [name, { shape }] of gradients) {
    const parameter = parameters.get(name)
    if (parameter === undefined)
      throw failure('shape-mismatch', gradientPlace(step), name, `The gradient "${name}" at step ${step} belongs to no parameter.`)
    if (shape.length !== parameter.shape.length || shape.some((size, i) => size !== parameter.shape[i])) {
      const shapes = `has shape [${shape.join(', ')}], its parameter [${parameter.shape.join(', ')}]`
      throw failure('shape-mismatch', gradientPlace(step), name, `The gradient of "${name}" at step ${step} ${shapes}.`)
    }
  }
  assertComplete(gradients, gradientPlace(step))
}

/** @throws Problem `shape-mismatch` where a tensor has not as many values as its shape says. */
export function assertComplete(tensors: Tensors, place: TensorsPlace): void {
  for (const [name, { shape, values }] of tensors) {
    if (values.length !== entryCount(shape)) {
      const detail = `"${name}" of ${place.what} has ${values.length} values, but shape [${shape.join(', ')}].`
      throw failure('shape-mismatch', place, name, detail)
    }
  }
}

/** The problem `non-finite`, naming the first entry that is not a number or not finite; else that the precision is too small for them. */
export function nonFinite(tensors: Tensors, place: TensorsPlace, remedy: Pick<InvalidPart, 'fix'>): Problem {
  for (const [name, { values }] of tensors) {
    const index = values.findIndex((value: number) => !Number.isFinite(value))
    if (index >= 0) return failure('non-finite', place, name, `"${name}" of ${place.what} is ${values[index]} at entry ${index}.`, remedy)
  }
  const detail = `The numbers of ${place.what} are too large for this precision.`
  return nonFiniteAt(place.pointer, detail, remedy)
}

/** The problem `non-finite`, whose text also says what else may be done. */
export const nonFiniteAt = (pointer: string, detail: string, remedy: Pick<InvalidPart, 'fix'>): Problem =>
  new Problem('non-finite', [detail, ...(remedy.fix === undefined ? [] : [remedy.fix])].join(' '), {
    errors: [{ pointer, detail, ...remedy }]
  })

function failure(
  type: 'shape-mismatch' | 'non-finite',
  place: TensorsPlace,
  name: string,
  detail: string,
  remedy: Pick<InvalidPart, 'fix'> = {}
): Problem {
  const pointer = isStep(place.pointer) ? place.pointer : pointerTo(place.pointer, name)
  return type === 'non-finite' ? nonFiniteAt(pointer, detail, remedy) : new Problem(type, detail, { errors: [{ pointer, detail }] })
}

/** Whether a pointer is to a whole step, in which a tensor of its result has no place of its own. */
function isStep(pointer: string): boolean {
  const parts = partsOf(pointer)
  return parts.length === 2 && parts[0] === 'steps'
}
