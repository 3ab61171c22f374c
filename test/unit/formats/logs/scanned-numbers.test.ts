import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compiledFile, digestOfSources } from '../../../../scripts/compile-scanner.ts'
import { Scanner } from '../../../../src/formats/logs/scanner/scanner.ts'

const scanner = new Scanner()
/** What is read of a text that a comma ends; null where it is left to others. */
function read(text: string): number | null {
  const number = scanner.numberIn(`${text},`)
  return number?.end === text.length ? number.value : null
}

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

test('a decimal is the nearest float64, to the last bit; what is beyond float64 is left to others', () => {
  fc.assert(
    fc.property(decimal, (text) => {
      const number = Number(text)
      expect([text, Object.is(read(text), Number.isFinite(number) ? number : null)]).toEqual([text, true])
    }),
    { numRuns: 20_000 }
  )
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
  '1.7976931348623157e308',
  '12345678901234567890',
  '0.000000000000000000000000000000000000012345678901234567890123456789'
])('%s is read as it is', (text) => {
  expect(Object.is(read(text), Number(text))).toBe(true)
})

test.each(['', '-', '.', 'e5', '1e', '1e+', 'nan', '--1', '0x10', '1e999', '1_000'])('%j is left to others', (text) => {
  expect(read(text)).toBeNull()
})

test('the compiled scanner was made from its sources as they are', () => {
  expect(readFileSync(compiledFile, 'utf8')).toContain(digestOfSources())
})
