import { expect, test } from 'vitest'
import { readMutations, seedFiles } from '../../support/mutated-logs.ts'

const inputs = Number(process.env.TAPER_MUTATIONS ?? 100_000)
const seed = Number(process.env.TAPER_MUTATION_SEED ?? Date.now() % 2 ** 31)
/** Of each reader. Milliseconds. */
const limit = 540_000

test.each(Object.keys(seedFiles))('whatever is changed in a file of %s, it is read or refused with its place, soon', async (reader) => {
  const counts = await readMutations(reader, seed, inputs, performance.now() + limit)
  process.stdout.write(
    `${reader}: seed ${seed}, ${counts.inputs} inputs, ${counts.read} read, ${counts.refused} refused, slowest ${counts.slowestMs.toFixed(0)} ms with ${counts.slowestSeed}\n`
  )
  expect(counts.read + counts.refused).toBe(counts.inputs)
})

test('a page of Parquet that would unpack without end is refused after some seconds', async () => {
  const counts = await readMutations('parquet', 405_851_262, 1, Number.POSITIVE_INFINITY)
  expect(counts).toMatchObject({ inputs: 1, refused: 1 })
  expect(counts.slowestMs).toBeLessThan(10_000)
})
