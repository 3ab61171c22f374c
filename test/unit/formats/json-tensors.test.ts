import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../../src/domain/problems.ts'
import { readJsonState, readJsonTensors } from '../../../src/formats/tensors/json-tensors.ts'
import { stateText, tensorsText } from '../../../src/formats/tensors/json-text.ts'

const tensor = fc.float64Array({ maxLength: 30 }).map((values) => ({ shape: [values.length] as const, values }))
const tensors = fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), tensor).map((named) => new Map(Object.entries(named)))
const number = fc.double()

test('tensors as JSON are read back with the same bits: −0, subnormals and the numbers that JSON lacks', () => {
  fc.assert(
    fc.property(tensors, (named) => {
      expect(readJsonTensors(JSON.parse([...tensorsText(named)].join('')), '')).toEqual(named)
    })
  )
  const many = new Map([['w', { shape: [20_000], values: Float64Array.from({ length: 20_000 }, (_, i) => i / 3) }]])
  expect(readJsonTensors(JSON.parse([...tensorsText(many)].join('')), '')).toEqual(many)
})

test('a state as JSON is read back with the same bits', () => {
  const scalars = fc.dictionary(fc.string(), fc.oneof(number, fc.dictionary(fc.string(), number)), { noNullPrototype: true })
  fc.assert(
    fc.property(scalars, fc.dictionary(fc.string(), tensors), (numbers, slots) => {
      const state = { scalars: numbers, tensors: new Map(Object.entries(slots)) }
      expect(readJsonState(JSON.parse([...stateText(state)].join('')), '')).toEqual(state)
    })
  )
})

test('any JSON is read as tensors, or refused with the place', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        readJsonTensors(value, '/parameters')
      } catch (error) {
        expect(error).toBeInstanceOf(Problem)
        expect((error as Problem).errors![0]!.pointer).toMatch(/^\/parameters/)
      }
    })
  )
})
