import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecimalReader } from '../../../../src/formats/logs/decimal-reader.ts'

const reader = new DecimalReader()
/** What is read of a text that a comma ends; null where it is left to others. */
const read = (text: string): number | null => (reader.read(Buffer.from(`${text},`), 0) && reader.end === text.length ? reader.value : null)

/** Decimals near the middle between two float64 values, where rounding is hardest. */
const middle = fc
  .tuple(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.integer({ min: -22, max: 22 }))
  .map(([integer, exponent]) => `${2n * integer + 1n}e${exponent}`)
const decimal = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 20 })).map(([number, digits]) => number.toFixed(digits)),
  fc
    .tuple(fc.double({ min: 1e-8, max: 1e8, noNaN: true }), fc.integer({ min: 0, max: 17 }))
    .map(([number, digits]) => number.toExponential(digits)),
  fc
    .tuple(fc.constantFrom('', '-', '+'), fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: -400, max: 400 }))
    .map(([sign, integer, exponent]) => `${sign}00${integer}E${exponent}`),
  middle
)

test('a decimal is the nearest float64, to the last bit, or is left to others', () => {
  let left = 0
  fc.assert(
    fc.property(decimal, (text) => {
      const number = read(text)
      if (number === null) left++
      else expect([text, Object.is(number, Number(text))]).toEqual([text, true])
    }),
    { numRuns: 20_000 }
  )
  expect(left).toBeLessThan(10_000)
})

test.each([
  '0',
  '-0',
  '.5',
  '5.',
  '1e5',
  '9007199254740993',
  '9007199254740993.0',
  '1e22',
  '1e23',
  '5e-324',
  '2.2250738585072014e-308',
  '1.7976931348623157e308'
])('%s is read as it is', (text) => {
  expect(Object.is(read(text), Number(text))).toBe(true)
})

test.each(['', '-', '.', 'e5', '1e', '1e+', 'nan', '--1', '0x10', '1e999', '1_000', '12345678901234567890'])(
  '%j is left to others',
  (text) => {
    expect(read(text)).toBeNull()
  }
)
