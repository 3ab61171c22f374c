import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepAt } from '../../../../src/domain/gradient-norm.ts'
import { SeriesAssembly } from '../../../../src/formats/logs/assembly.ts'
import { readSeries } from '../../../../src/formats/logs/read-series.ts'
import { replay } from '../../../../src/formats/logs/scanner/number-table.ts'

/** Rows of step, value and epoch: stretches of even steps, with odd rows between them. */
const rows = fc
  .array(
    fc.record({
      jump: fc.integer({ min: -40, max: 40 }),
      stride: fc.constantFrom(1, 1, 2, 10, 0),
      length: fc.constantFrom(1, 3, 17, 100, 3000),
      odd: fc.constantFrom(null, null, null, Number.NaN, Number.POSITIVE_INFINITY, -0, 2.5),
      epoch: fc.integer({ min: 0, max: 3 })
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((stretches) => {
    const all: [number, number, number][] = []
    for (const { jump, stride, length, odd, epoch } of stretches) {
      const first = Math.max(0, (all.at(-1)?.[0] ?? 0) + jump)
      for (let i = 0; i < length; i++) {
        all.push([first + i * stride, odd !== null && i === length >> 1 ? odd : (all.length % 1000) / 7, epoch])
      }
    }
    return all
  })

const columns = { value: 'norm', step: 'step', epoch: 'epoch', isNorm: true } as const

function readBy(all: readonly (readonly number[])[], batch: number, isStrict: boolean, isOneByOne: boolean) {
  const assembly = new SeriesAssembly(columns, 'Line', { isStrict })
  const numbers = ['step', 'norm', 'epoch'].map((name) => assembly.column(name))
  try {
    for (let start = 0; start < all.length; start += batch) {
      const part = all.slice(start, start + batch)
      const table = { records: part.length, columns: numbers, values: Float64Array.from(part.flat()) }
      if (isOneByOne) replay(assembly, table, start + 1)
      else assembly.takeTable(table, start + 1)
    }
  } catch (error) {
    return { error: String(error) }
  }
  const { points, report } = assembly.order.finish()
  return {
    steps: Float64Array.from(points.values, (_, i) => stepAt(points.steps, i)),
    values: points.values,
    report,
    renumbered: assembly.renumbered
  }
}

test('many records at once are read as one by one, whatever their steps, in batches of any length', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(7, 64, 8192), fc.boolean(), (all, batch, isStrict) => {
      const [one, many] = [readBy(all, batch, isStrict, true), readBy(all, batch, isStrict, false)]
      const plain = ({ steps, values, ...rest }: ReturnType<typeof readBy>) => ({
        ...rest,
        bits: [steps, values].map((array) => array && Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64'))
      })
      expect(plain(many)).toEqual(plain(one))
    }),
    { numRuns: 40 }
  )
})

test('even steps are read as one by one where they fill the memory that is taken at a time', () => {
  const all = Array.from({ length: 140_000 }, (_, i) => [i < 70_000 ? i : 3 * i, i / 7, 0])
  const { steps, values } = readBy(all, 8192, false, false)
  expect(steps?.every((step, i) => step === all[i]![0])).toBe(true)
  expect(values?.every((value, i) => value === all[i]![1])).toBe(true)
  expect(values).toHaveLength(all.length)
})

test('d of Prodigy is the quotient of its rates in a table of plain numbers too', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => `${i},1.5,${2 ** (i % 5) / 2},0.5`)
  const bytes = Buffer.from(`step,grad_norm,lr/d*lr/unet,lr/unet\n${rows.join('\n')}\n`)
  const { runs } = await readSeries({
    name: 'kohya.csv',
    async *bytes() {
      yield bytes
    }
  })
  const distance = runs[0]?.series.find(({ name }) => name === 'distance')
  expect(distance?.source).toBe('lr/d*lr/unet ÷ lr/unet')
  expect([...(distance?.points.values ?? [])]).toEqual(rows.map((_, i) => 2 ** (i % 5)))
})
