import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stepAt } from '../../../src/domain/gradient-norm.ts'
import { heldSource } from '../../../src/formats/logs/held-source.ts'
import { type ReadSeries, readSeries } from '../../../src/formats/logs/read-series.ts'
import { chunked } from '../../support/byte-chunks.ts'

const folder = new URL('transformers/', import.meta.url).pathname
const { records } = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as { records: (number | 'NaN')[][] }
const names = ['l2', 'loss', 'learning-rate'] as const

async function seriesIn(file: string): Promise<Map<string, ReadSeries>> {
  const { runs } = await readSeries(await heldSource(chunked(readFileSync(`${folder}${file}`), [997]), file))
  return new Map(runs.flatMap(({ series }) => series.map((one) => [one.name, one] as const)))
}

test('trainer_state.json of a Trainer holds what its callbacks were told, to the last bit', async () => {
  const series = await seriesIn('trainer_state.json')
  for (const [i, name] of names.entries()) {
    const { points } = series.get(name) as ReadSeries
    expect([name, [...points.values]]).toEqual([name, records.map((record) => Number(record[i + 1]))])
    expect([...points.values.keys()].map((at) => stepAt(points.steps, at))).toEqual(records.map(([step]) => step))
  }
  expect(series.get('eval-loss')?.points.values).toHaveLength(3)
})

test('what a Trainer printed is read to the digits that it printed, a record each, and evaluations apart', async () => {
  const series = await seriesIn('console.log')
  for (const [i, name] of names.entries()) {
    const { step, points } = series.get(name) as ReadSeries
    expect([name, step]).toEqual([name, null])
    expect([name, Array.from(points.values, (value) => value.toPrecision(4))]).toEqual([
      name,
      records.map((record) => Number(Number(record[i + 1]).toPrecision(4)).toPrecision(4))
    ])
  }
  expect(series.has('eval-loss')).toBe(false)
})
