import { expect, test } from 'vitest'
import { standardInput } from '../../../src/cli/standard-input.ts'
import { chunked } from '../../support/byte-chunks.ts'

test.each([
  ['in memory', 1000],
  ['in a file', 100]
])('what came on standard input can be read twice, kept %s', async (_, keptMax) => {
  const bytes = Buffer.from(Array.from({ length: 500 }, (_, i) => i % 256))
  const source = await standardInput(chunked(bytes, [7, 64]), keptMax)
  for (let times = 0; times < 2; times++) {
    const parts: Uint8Array[] = []
    for await (const part of source.bytes()) parts.push(part)
    expect(Buffer.concat(parts)).toEqual(bytes)
  }
})
