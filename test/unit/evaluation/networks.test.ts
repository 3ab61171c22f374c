import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { addProducts } from '../../../evaluation/networks/add-products.ts'
import { crossEntropy } from '../../../evaluation/networks/cross-entropy.ts'
import { type NetworkName, networks, type Shape } from '../../../evaluation/networks/index.ts'
import { allocate } from '../../../evaluation/networks/memory.ts'
import { normal, uniform } from '../../../examples/digits/random.ts'
import { compiledFile, compileProducts } from '../../../scripts/compile-products.ts'

const shapes: Record<NetworkName, Shape> = {
  regression: { width: 5, length: 1, classes: 3 },
  perceptron: { width: 5, length: 1, classes: 3 },
  'normalized-perceptron': { width: 5, length: 1, classes: 3 },
  convolutional: { width: 16, length: 1, classes: 3 },
  transformer: { width: 1, length: 4, classes: 7 }
}

it.each(Object.keys(networks) as NetworkName[])('the gradient of %s is the slope of its loss', (name) => {
  const shape = shapes[name]
  const { layer } = networks[name](shape)
  const rows = 3 * shape.length
  const [draw, next] = [normal(1), uniform(2)]
  const [parameters, gradient, inputs] = [allocate(layer.size), allocate(layer.size), allocate(rows * shape.width)]
  for (let i = 0; i < parameters.length; i++) parameters[i] = 0.4 * draw()
  for (let i = 0; i < inputs.length; i++) inputs[i] = name === 'transformer' ? Math.floor(next() * shape.classes) : draw()
  const labels = Uint8Array.from({ length: rows }, () => Math.floor(next() * shape.classes))
  const [scores, derivatives] = [allocate(rows * shape.classes), allocate(rows * shape.classes)]
  const loss = (): number => {
    layer.forward(parameters, inputs, scores, rows)
    return crossEntropy(scores, labels, rows, shape.classes, derivatives) / rows
  }
  loss()
  layer.backward(parameters, inputs, scores, derivatives, gradient, null, rows)
  const step = 1e-5
  let furthest = 0
  for (let i = 0; i < parameters.length; i++) {
    const kept = parameters[i]!
    parameters[i] = kept + step
    const above = loss()
    parameters[i] = kept - step
    const below = loss()
    parameters[i] = kept
    furthest = Math.max(furthest, Math.abs(gradient[i]! - (above - below) / (2 * step)))
  }
  expect(furthest).toBeLessThan(1e-7)
})

it('the compiled loop adds products as they are written, for every number of columns', () => {
  const next = normal(3)
  for (let columns = 1; columns <= 17; columns++) {
    const [rows, terms] = [3, 5]
    const [out, factors, m] = [allocate(rows * columns), allocate(rows * terms), allocate(terms * columns)]
    for (const array of [out, factors, m]) for (let i = 0; i < array.length; i++) array[i] = next()
    const expected = Array.from(out, (value, at) => {
      let sum = value
      for (let k = 0; k < terms; k++) sum += factors[Math.floor(at / columns) + k * rows]! * m[k * columns + (at % columns)]!
      return sum
    })
    addProducts(out, { of: factors, step: 1, stride: rows }, m, rows, terms, columns)
    expect([...out]).toEqual(expected)
  }
})

it('memory that the compiled loop does not see is refused', () => {
  const seen = allocate(4)
  expect(() => addProducts(new Float64Array(4), { of: seen, step: 1, stride: 1 }, seen, 1, 1, 1)).toThrow('networks/memory.ts')
})

it('the compiled loop is its text, compiled', () => {
  expect(readFileSync(compiledFile, 'utf8')).toBe(compileProducts())
})
