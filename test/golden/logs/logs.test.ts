import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLogFile } from '../../../src/cli/read-log-file.ts'
import { stepAt } from '../../../src/domain/gradient-norm.ts'
import { Problem } from '../../../src/domain/problems.ts'
import { heldSource } from '../../../src/formats/logs/held-source.ts'
import type { NormReading } from '../../../src/formats/logs/norm-reading.ts'
import { readNorms } from '../../../src/formats/logs/read-log.ts'
import { chunked } from '../../support/byte-chunks.ts'

const folder = new URL('.', import.meta.url).pathname
const pathOf = (name: string) => `${folder}files/${name}`
const expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8')) as { steps: number[]; norms: (number | string)[] }
const norms = expected.norms.map((norm) =>
  typeof norm === 'number' ? norm : Number(norm === 'nan' ? Number.NaN : Number.POSITIVE_INFINITY)
)

const files: Record<string, { format: string; isFloat32?: true }> = {
  'scalars.tfevents': { format: 'tensorboard', isFloat32: true },
  'tensors.tfevents': { format: 'tensorboard', isFloat32: true },
  'run.wandb': { format: 'wandb' },
  'history-snappy.parquet': { format: 'parquet' },
  'history-zstd.parquet': { format: 'parquet' },
  'history-gzip.parquet': { format: 'parquet' },
  'history-none.parquet': { format: 'parquet' },
  'history-brotli.parquet': { format: 'parquet' },
  'history-lz4.parquet': { format: 'parquet' },
  'neptune.parquet': { format: 'parquet' },
  'pairs.npy': { format: 'numpy' },
  'pairs-fortran.npy': { format: 'numpy' },
  'pairs-big-endian.npy': { format: 'numpy' },
  'columns.npz': { format: 'numpy' },
  'columns-compressed.npz': { format: 'numpy' },
  mlflow: { format: 'mlflow' },
  'mlflow.db.gz': { format: 'sqlite' },
  'trackio.db': { format: 'sqlite' },
  'table.csv.gz': { format: 'csv' },
  'table.csv.zst': { format: 'csv' },
  'table.zip': { format: 'csv' }
}

const pairsOf = ({ points }: NormReading) => [...points.values].map((value, i) => [stepAt(points.steps, i), value])

test.each(Object.entries(files))('%s, as its tool wrote it, has the norms bit for bit', async (name, { format, isFloat32 }) => {
  const reading = await readLogFile(pathOf(name), {})
  expect(reading.format).toBe(format)
  expect(pairsOf(reading)).toEqual(norms.map((norm, i) => [expected.steps[i], isFloat32 ? Math.fround(norm) : norm]))
})

const single = Object.keys(files).filter((name) => name !== 'mlflow')
const read = async (name: string, bytes: Uint8Array, sizes = [65_536]) => readNorms(await heldSource(chunked(bytes, sizes), name))

test('a file is the same however its bytes come', async () => {
  for (const name of single) {
    const bytes = readFileSync(pathOf(name))
    expect([name, pairsOf(await read(name, bytes, [1, 13, 4096]))]).toEqual([name, pairsOf(await read(name, bytes))])
  }
})

/** What was read, or the problem that says why not; whatever else is thrown is a fault of ours. */
const outcomeOf = async (name: string, bytes: Uint8Array): Promise<NormReading | Problem> => {
  try {
    return await read(name, bytes)
  } catch (error) {
    if (error instanceof Problem) return error
    throw new Error(`${name}: ${String(error)}`, { cause: error })
  }
}

test.each(['scalars.tfevents', 'run.wandb'])('%s that was cut off gives the points that are whole', async (name) => {
  const bytes = readFileSync(pathOf(name))
  const outcome = await outcomeOf(name, bytes.subarray(0, bytes.length - 20))
  if (outcome instanceof Problem) throw outcome
  expect(outcome.points.values.length).toBeGreaterThanOrEqual(norms.length - 1)
  expect(outcome.notes.join(' ')).toContain('ends within')
})

test('a file that is cut anywhere gives points, or says what is wrong', async () => {
  for (const name of single) {
    const bytes = readFileSync(pathOf(name))
    for (let i = 0; i < 12; i++) await outcomeOf(name, bytes.subarray(0, Math.floor((bytes.length * i) / 12)))
  }
})

test('a file with wrong bytes anywhere gives points, or says what is wrong', async () => {
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...single), fc.array(change, { minLength: 1, maxLength: 6 }), async (name, changes) => {
      const bytes = Uint8Array.from(readFileSync(pathOf(name)))
      for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte
      await outcomeOf(name, bytes)
    }),
    { numRuns: 300 }
  )
})
