import { expect, it } from 'vitest'
import { alignedData } from '../../../web/components/chart/lines.ts'
import { pathOf } from '../../../web/components/sparkline.tsx'
import { pointsIn, viewOf, withTail } from '../../../web/data/series-view.ts'
import { short, tick } from '../../../web/format/number.ts'
import { isFound } from '../../../web/state/use-runs.ts'
import { supersededOf } from '../../../web/state/use-superseded.ts'

/** A view of columns of so many points each, at so many steps. */
const view = (steps: number[], count: number[]) => viewOf(Float64Array.from([...steps, ...Array(5).fill(steps).flat(), ...count]))

it('a tail takes the place of the column that it begins with', () => {
  const joined = withTail(view([0, 10, 20], [10, 10, 3]), view([20, 25], [5, 4]), 2)
  expect([Array.from(joined.steps), Array.from(joined.count), pointsIn(joined)]).toEqual([[0, 10, 20, 25], [10, 10, 5, 4], 29])
})

it('lines of different steps share an axis, and what is no number, or not positive on a logarithmic one, is a gap', () => {
  const lines = [
    { label: 'a', colour: '', steps: [0, 2, 4], values: [1, Number.NaN, 3] },
    { label: 'b', colour: '', steps: [1, 2], values: [-1, 5] }
  ]
  const { data, columns } = alignedData(lines, false)
  expect(data[0]).toEqual([0, 1, 2, 4])
  expect(Array.from(data[columns[0]!.value]!)).toEqual([1, undefined, null, 3])
  expect(Array.from(alignedData(lines, true).data[2]!)).toEqual([undefined, null, 5, undefined])
})

it('of a history, what was taken back is a line, and where training went back to is marked', () => {
  const arrival = (step: number, value: number, current: boolean) => ({ step, value, current })
  const { line, marks } = supersededOf([
    arrival(0, 1, true),
    arrival(1, 2, false),
    arrival(2, 3, false),
    arrival(1, 5, true),
    arrival(2, 6, true)
  ])
  expect([line?.steps, line?.values, marks]).toEqual([[1, 2], [2, 3], [{ step: 1, label: 'resumed' }]])
  expect(supersededOf([arrival(0, 1, true)])).toEqual({ line: null, marks: [] })
})

it('a run is found by words that are somewhere in its id, name, optimizer or labels', () => {
  const run = { id: 'r-7', name: 'GPT small', optimizer: 'AdamW', labels: { seed: '3' } }
  expect(['gpt', 'ADAM seed=3', 'r-7 small'].map((text) => isFound(run, text))).toEqual([true, true, true])
  expect(isFound(run, 'gpt seed=4')).toBe(false)
})

it('a small picture has a point for each value that a logarithm has', () => {
  const steps = Float64Array.of(0, 1, 2, 3)
  expect(pathOf({ steps, mean: Float64Array.of(1, 0, 10, 100) })).toBe('M0.0 26.0L80.0 14.0L120.0 2.0')
  expect(pathOf({ steps, mean: Float64Array.of(1, 0, Number.NaN, -1) })).toBe('')
})

it('numbers are short and keep their size', () => {
  expect([0, 1234567, 0.000012345, -0.5, 12.3456, Number.NaN, Number.POSITIVE_INFINITY, null].map((value) => short(value))).toEqual([
    '0',
    '1.23e6',
    '1.23e−5',
    '−0.5',
    '12.35',
    'NaN',
    '∞',
    '–'
  ])
  expect([0, 1500, 2_000_000, 1e-5, 0.25].map(tick)).toEqual(['0', '1.5k', '2M', '1e−5', '0.25'])
})
