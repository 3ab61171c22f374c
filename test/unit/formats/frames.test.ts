import { describe, expect, it } from 'vitest'
import { frameOf, readFrames } from '../../../src/formats/frames.ts'

const bytesOf = (value: unknown): Uint8Array => Buffer.concat([...frameOf(value)])

async function read(bytes: Uint8Array, size: number): Promise<unknown[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const values: unknown[] = []
  for await (const value of readFrames(pieces())) values.push(value)
  return values
}

describe('frames', () => {
  it.for([1, 3, 7, 1 << 20])('come back as they went, with every bit of their numbers, in pieces of %d bytes', async (size) => {
    const numbers = Float64Array.of(0.1, -0, Number.NaN, Number.POSITIVE_INFINITY, 5e-324, Number.MAX_VALUE)
    const value = { id: 1, with: { values: numbers, options: { window: 0.1, text: 'ü' }, several: [new Float64Array(0), numbers] } }
    const [first, second, ...more] = await read(Buffer.concat([bytesOf(value), bytesOf('next')]), size)
    expect(first).toEqual(value)
    expect([second, more]).toEqual(['next', []])
  })

  it.for([
    ['text', Buffer.from('{"id": 1, "call": "refine"}\n')],
    ['JSON that is none', Buffer.concat([Buffer.from([3, 0, 0, 0]), Buffer.from('{a}')])],
    [
      'a vector that is not there',
      Buffer.concat([Buffer.from([45, 0, 0, 0]), Buffer.from('{"lengths":[],"value":{"a":{"$numbers":  3 }}}')])
    ],
    ['more numbers than fit a machine', Buffer.concat([Buffer.from([36, 0, 0, 0]), Buffer.from('{"lengths":[1000000000000],"value":1}')])],
    ['half a frame', bytesOf({ values: new Float64Array(3) }).subarray(0, -1)]
  ] as [string, Uint8Array][])('refuse %s', async ([, bytes]) => {
    await expect(read(bytes, 5)).rejects.toThrow('The input is not a frame')
  })
})
