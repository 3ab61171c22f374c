import { expect, test } from 'vitest'
import { float64OfBytes } from '../../../src/domain/float64-bytes.ts'
import { numberRows, rowLength } from '../../../src/storage/number-rows.ts'

test.each([0, 1, rowLength, rowLength + 1, 3 * rowLength])(
  'a list of %i numbers is cut into rows that follow each other and are full but for the last',
  (n) => {
    const values = Float64Array.from({ length: n }, (_, i) => i / 7)
    const rows = [...numberRows(values)]
    expect(rows.map(({ position }) => position)).toEqual([...Array(Math.ceil(n / rowLength)).keys()])
    expect(rows.flatMap(({ bytes }) => [...float64OfBytes(bytes)])).toEqual([...values])
    for (const { bytes } of rows.slice(0, -1)) expect(bytes.length).toBe(8 * rowLength)
  }
)
