import { Problem } from '../domain/problems.ts'
import { entryCount, type Tensors } from '../kernels/tensor.ts'

/**
 * Checks that gradients fit their parameters; some may be absent.
 * @throws Problem `shape-mismatch`, naming what does not fit.
 */
export function assertGradientsFit(gradients: Tensors, parameters: Tensors, step: number): void {
  for (const [name, { shape }] of gradients) {
    const parameter = parameters.get(name)
    if (parameter === undefined) throw new Problem('shape-mismatch', `The gradient "${name}" at step ${step} belongs to no parameter.`)
    if (shape.length !== parameter.shape.length || shape.some((size, i) => size !== parameter.shape[i])) {
      throw new Problem(
        'shape-mismatch',
        `The gradient of "${name}" at step ${step} has shape [${shape.join(', ')}], its parameter [${parameter.shape.join(', ')}].`
      )
    }
  }
  assertComplete(gradients, `the gradient at step ${step}`)
}

/** @throws Problem `shape-mismatch` where a tensor has not as many values as its shape says. */
export function assertComplete(tensors: Tensors, what: string): void {
  for (const [name, { shape, values }] of tensors) {
    if (values.length !== entryCount(shape)) {
      throw new Problem('shape-mismatch', `"${name}" of ${what} has ${values.length} values, but shape [${shape.join(', ')}].`)
    }
  }
}

/** The problem `non-finite`, naming the first entry that is not a number or not finite; else that the precision is too small for them. */
export function nonFinite(tensors: Tensors, what: string): Problem {
  for (const [name, { values }] of tensors) {
    const index = values.findIndex((value: number) => !Number.isFinite(value))
    if (index >= 0) return new Problem('non-finite', `"${name}" of ${what} is ${values[index]} at entry ${index}.`)
  }
  return new Problem('non-finite', `The numbers of ${what} are too large for this precision.`)
}
