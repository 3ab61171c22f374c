import { expect, test } from 'vitest'
import { readMutations, seedFiles } from '../../../support/mutated-logs.ts'

/** A share of what `npm run check:logs` does, the same each time. */
test.each(Object.keys(seedFiles))('whatever is changed in a file of %s, it is read or refused with its place', async (reader) => {
  const { inputs, read, refused } = await readMutations(reader, 1, 100, Number.POSITIVE_INFINITY)
  expect(read + refused).toBe(inputs)
})
