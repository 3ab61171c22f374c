import { expect, test } from 'vitest'
import { csvHeader, csvRows } from '../../../src/formats/csv-rows.ts'
import { ndjsonLines } from '../../../src/formats/ndjson-lines.ts'
import { jsonNumber, jsonNumbers } from '../../../src/formats/number-text.ts'
import { safetensorsHead } from '../../../src/formats/safetensors/head.ts'

const odd = Float64Array.of(0, -0, 1.5, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)

test('JSON has −0 as -0, which reads back as −0, and words for what it lacks', () => {
  expect(jsonNumbers(odd)).toBe('0,-0,1.5,5e-324,"NaN","Infinity","-Infinity"')
  expect(Object.is(JSON.parse(jsonNumber(-0)), -0)).toBe(true)
  expect(jsonNumbers(new Float64Array(0))).toBe('')
})

test('CSV has a header, steps and the words themselves', () => {
  expect(csvHeader('multiplier')).toBe('step,multiplier\n')
  expect(csvRows({ steps: { first: 5, stride: 2 }, values: odd.subarray(1, 5) })).toBe('5,-0\n7,1.5\n9,5e-324\n11,NaN\n')
})

test('NDJSON has an object a line, whose value has the name asked for', () => {
  expect(ndjsonLines({ steps: Float64Array.of(1, 5), values: Float64Array.of(0.5, Number.NaN) }, 'multiplier')).toBe(
    '{"step":1,"multiplier":0.5}\n{"step":5,"multiplier":"NaN"}\n'
  )
})

test('a safetensors head says name, type, shape and extent, and ends where a float64 may begin', () => {
  const head = safetensorsHead([{ name: 'multipliers', dtype: 'F64', shape: [3] }], { scheduleId: 'abc' })
  const length = Number(new DataView(head.buffer).getBigUint64(0, true))
  expect(head.length).toBe(8 + length)
  expect(head.length % 8).toBe(0)
  expect(JSON.parse(new TextDecoder().decode(head.subarray(8)))).toEqual({
    __metadata__: { scheduleId: 'abc' },
    multipliers: { dtype: 'F64', shape: [3], data_offsets: [0, 24] }
  })
})
