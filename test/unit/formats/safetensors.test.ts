import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../src/domain/problems.ts'
import { duplicateKey } from '../../../src/formats/duplicate-key.ts'
import { byteReader } from '../../../src/formats/safetensors/byte-reader.ts'
import { bytesOf, dtypeOf, numbersIn } from '../../../src/formats/safetensors/float-bytes.ts'
import { safetensorsHead } from '../../../src/formats/safetensors/head.ts'
import { headerLength, readHeader } from '../../../src/formats/safetensors/header.ts'

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

const values = fc.oneof(fc.float32Array({ maxLength: 20 }), fc.float64Array({ maxLength: 20 }))

describe('safetensors', () => {
  test('what is written is read with the same bits, names and texts, in pieces of any size', async () => {
    const tensors = fc.dictionary(
      fc.string({ unit: 'grapheme', maxLength: 8 }).filter((name) => name !== '__metadata__'),
      values
    )
    const texts = fc.dictionary(fc.string(), fc.string())
    await fc.assert(
      fc.asyncProperty(tensors, texts, fc.integer({ min: 1, max: 200 }), async (named, metadata, size) => {
        const list = Object.entries(named).map(([name, array]) => ({ name, dtype: dtypeOf(array), shape: [array.length], array }))
        const file = Buffer.concat([safetensorsHead(list, metadata), ...list.map(({ array }) => bytesOf(array))])
        const reader = byteReader(pieces(file, size))
        const header = readHeader(await reader.take(headerLength(await reader.take(8))))
        expect(header.metadata).toEqual(metadata)
        const found = new Map<string, unknown>()
        for (const { name, dtype, start, end } of header.entries) found.set(name, numbersIn(await reader.take(end - start), dtype))
        expect(found).toEqual(new Map(list.map(({ name, array }) => [name, array])))
        expect(await reader.take(1)).toHaveLength(0)
      })
    )
  })

  test('any bytes for a header are read, or refused with the reason', () => {
    const almost = fc.json().map((text) => Buffer.from(text))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), almost), (bytes) => {
        try {
          expect(readHeader(bytes).dataLength).toBeGreaterThanOrEqual(0)
        } catch (error) {
          expect(error).toBeInstanceOf(Problem)
        }
      })
    )
  })

  test('a file of the official library is read in the order of its bytes', () => {
    const file = readFileSync('test/golden/safetensors/replay.safetensors')
    const length = headerLength(file)
    const { entries, metadata, dataLength } = readHeader(file.subarray(8, 8 + length))
    expect(8 + length + dataLength).toBe(file.length)
    expect(metadata).toEqual({ request: '{"learningRate": 0.5}', optimizer: 'sgd' })
    expect(Object.fromEntries(entries.map(({ name, shape }) => [name, shape]))).toEqual({
      'parameters/layer/0/weight': [2, 3],
      'parameters/bias': [3],
      'parameters/scale': [],
      'parameters/empty': [0, 4],
      'gradients/0/bias': [3],
      'gradients/1/bias': [3],
      'gradients/10/scale': []
    })
    const weight = entries.find(({ name }) => name === 'parameters/layer/0/weight')!
    const bytes = file.subarray(8 + length + weight.start, 8 + length + weight.end)
    expect(numbersIn(bytes, 'F64')).toEqual(Float64Array.of(0, -0, 5e-324, 1.7976931348623157e308, 0.1, -2.5))
  })

  test('numbers that begin at any byte of a Buffer are read', () => {
    for (let offset = 0; offset < 8; offset++) {
      const place = Buffer.alloc(24)
      place.writeDoubleLE(0.1, offset)
      expect(numbersIn(place.subarray(offset, offset + 8), 'F64')).toEqual(Float64Array.of(0.1))
    }
  })

  test('a key that is there twice is found at any depth, and one that only looks so is not', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(duplicateKey(JSON.stringify(JSON.parse(text)))).toBeUndefined()
      })
    )
    expect(duplicateKey('{"a":[{"b":1,"c":{"b":2},"b" :3}]}')).toBe('b')
    expect(duplicateKey('{"a":"\\"b\\":1,\\"b\\":2","b":["b","b"]}')).toBeUndefined()
    expect(duplicateKey('{"a":1,"\\u0061":2}')).toBe('a')
  })
})
