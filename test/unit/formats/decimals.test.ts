import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiledFile, digestOfSources } from '../../../scripts/compile-decimals.ts'
import { csvRows } from '../../../src/formats/csv-rows.ts'
import { jsonNumber, jsonNumbers, numberText } from '../../../src/formats/number-text.ts'

/** Bits of every kind, whole numbers, decimals of few digits, powers of two and of ten, and their neighbours. */
const number = fc.oneof(
  fc.double(),
  fc.integer().map((whole) => whole * 2 ** 20),
  fc
    .tuple(fc.integer({ min: -(2 ** 31), max: 2 ** 31 }), fc.integer({ min: -30, max: 30 }))
    .map(([mantissa, power]) => Number(`${mantissa}e${power}`)),
  fc.tuple(fc.integer({ min: -1074, max: 1023 }), fc.integer({ min: -2, max: 2 })).map(([power, steps]) => neighbour(2 ** power, steps)),
  fc
    .tuple(fc.integer({ min: -323, max: 308 }), fc.integer({ min: -2, max: 2 }))
    .map(([power, steps]) => neighbour(Number(`1e${power}`), steps)),
  fc.double({ min: 0, max: 1, noNaN: true })
)

function neighbour(value: number, steps: number): number {
  const bits = new BigInt64Array(new Float64Array([value]).buffer)
  bits[0]! += BigInt(steps)
  return new Float64Array(bits.buffer)[0]!
}

const many = fc.array(number, { minLength: 300, maxLength: 600 }).map((values) => Float64Array.from(values))

test('many numbers are written as each by itself: the shortest decimals that read back with the same bits', () => {
  fc.assert(
    fc.property(many, (values) => {
      expect(jsonNumbers(values)).toBe(Array.from(values, jsonNumber).join(','))
    }),
    { numRuns: 60 }
  )
})

test('rows of many points are written as each by itself, whatever their steps', () => {
  fc.assert(
    fc.property(many, fc.maxSafeNat(), fc.nat(1e6), fc.boolean(), (values, first, stride, isSpelledOut) => {
      const most = Math.floor((Number.MAX_SAFE_INTEGER - first) / values.length)
      const even = { first, stride: Math.min(most, stride) }
      const stepsOf = Float64Array.from(values, (_, i) => first + i * even.stride)
      expect(csvRows({ steps: isSpelledOut ? stepsOf : even, values })).toBe(
        Array.from(values, (value, i) => `${stepsOf[i]},${numberText(value)}\n`).join('')
      )
    }),
    { numRuns: 30 }
  )
})

test('more numbers than are written at a time have a comma between each two', () => {
  const values = Float64Array.from({ length: 20_000 }, (_, i) => i / 7)
  expect(JSON.parse(`[${jsonNumbers(values)}]`)).toEqual([...values])
  expect(csvRows({ steps: { first: 0, stride: 1 }, values }).split('\n')).toHaveLength(20_001)
})

test('the compiled writer was made from its sources as they are', () => {
  expect(readFileSync(compiledFile, 'utf8')).toContain(digestOfSources())
})
