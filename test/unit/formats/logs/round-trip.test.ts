import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfFloat64 } from '../../../../src/domain/float64-bytes.ts'
import { asProgression, type Points, stepAt } from '../../../../src/domain/gradient-norm.ts'
import { csvHeader, csvRows } from '../../../../src/formats/csv-rows.ts'
import { csv } from '../../../../src/formats/logs/csv.ts'
import { float64 } from '../../../../src/formats/logs/float64.ts'
import { json } from '../../../../src/formats/logs/json.ts'
import { ndjson } from '../../../../src/formats/logs/ndjson.ts'
import { placeLog } from '../../../../src/formats/logs/norm-log.ts'
import { ndjsonLines } from '../../../../src/formats/ndjson-lines.ts'
import { jsonNumbers } from '../../../../src/formats/number-text.ts'
import { chunked, textChunks } from '../../../support/byte-chunks.ts'
import { anyNorm, usualNorm } from '../../../support/norms.ts'

const anyValue = fc.oneof(
  anyNorm(),
  usualNorm(),
  fc.constantFrom(0, -0, 5e-324, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
)
const series: fc.Arbitrary<Points> = fc
  .array(fc.record({ gap: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2 ** 40 })), value: anyValue }), { maxLength: 60 })
  .map((points) => {
    let step = -1
    const steps = Float64Array.from(points, ({ gap }) => {
      step += gap
      return step
    })
    return { steps: asProgression(steps, steps.length), values: Float64Array.from(points, ({ value }) => value) }
  })
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })

const stepsOf = ({ steps, values }: Points) => [...values.keys()].map((i) => stepAt(steps, i))

function expectSame(read: Points, written: Points) {
  // Object.is tells −0 from 0 and every subnormal from its neighbours.
  expect(read.values.length).toBe(written.values.length)
  expect(read.values.every((value, i) => Object.is(value, written.values[i]))).toBe(true)
  expect(stepsOf(read)).toEqual(stepsOf(written))
}

const formats = {
  csv: (points: Points, cut: number[]) => csv.read(textChunks(csvHeader('value') + csvRows(points), cut)),
  'csv with CRLF and a byte order mark': (points: Points, cut: number[]) =>
    csv.read(textChunks(`\ufeff${(csvHeader('value') + csvRows(points)).replaceAll('\n', '\r\n')}`, cut)),
  'csv with quotes': (points: Points, cut: number[]) =>
    csv.read(textChunks((csvHeader('value') + csvRows(points)).replaceAll(/[^,\n]+/g, '"$&"'), cut)),
  ndjson: (points: Points, cut: number[]) => ndjson.read(textChunks(ndjsonLines(points), cut)),
  'json with steps': (points: Points, cut: number[]) =>
    json.read(textChunks(`{"steps":[${stepsOf(points)}],"values":[${jsonNumbers(points.values)}]}`, cut)),
  'json of points': (points: Points, cut: number[]) =>
    json.read(textChunks(`{"points":[${ndjsonLines(points).trimEnd().replaceAll('\n', ',')}]}`, cut))
}

test.each(Object.entries(formats))('%s comes back with the same steps and bits, however the bytes are cut', async (_, read) => {
  await fc.assert(
    fc.asyncProperty(series, sizes, async (points, cut) => {
      expectSame(placeLog(await read(points, cut)).points, points)
    }),
    { numRuns: 60 }
  )
})

test('float64 bytes come back with the same bits, however they are cut', async () => {
  await fc.assert(
    fc.asyncProperty(series, sizes, async ({ values }, cut) => {
      const { points } = placeLog(await float64.read(chunked(bytesOfFloat64(values), cut)), { startStep: 3, stride: 2 })
      expectSame(points, { steps: { first: 3, stride: 2 }, values })
    }),
    { numRuns: 60 }
  )
})

test('json values alone come back with the same bits', async () => {
  await fc.assert(
    fc.asyncProperty(series, sizes, async ({ values }, cut) => {
      const { points } = placeLog(await json.read(textChunks(`{"values":[${jsonNumbers(values)}]}`, cut)))
      expectSame(points, { steps: { first: 0, stride: 1 }, values })
    }),
    { numRuns: 60 }
  )
})

test('evenly spaced steps take no memory, and uneven ones are spelt out', async () => {
  const read = async (text: string) => (await csv.read(textChunks(text))).steps
  expect(await read('step,v\n5,1\n7,1\n9,1\n')).toEqual({ first: 5, stride: 2 })
  expect(await read('step,v\n5,1\n7,1\n10,1\n')).toEqual(Float64Array.of(5, 7, 10))
})

test('of the many bit patterns of NaN one is left', async () => {
  const bytes = new Uint8Array(BigUint64Array.of(0x7ff8_0000_0000_0001n, 0xfff8_dead_beef_0000n).buffer)
  const { values } = await float64.read(chunked(bytes))
  expect([...new BigUint64Array(values.slice().buffer)]).toEqual([0x7ff8_0000_0000_0000n, 0x7ff8_0000_0000_0000n])
})
