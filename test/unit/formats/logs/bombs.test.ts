import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../../src/domain/problems.ts'
import { decompressed } from '../../../../src/formats/logs/decompressed.ts'
import { heldSource } from '../../../../src/formats/logs/held-source.ts'
import { readNorms } from '../../../../src/formats/logs/read-log.ts'
import { chunked } from '../../../support/byte-chunks.ts'

const sourceOf = async (bytes: Uint8Array, name = '') => await heldSource(chunked(bytes, [65_536]), name)
const failure = async (bytes: Uint8Array, name?: string) => {
  const caught = await readNorms(await sourceOf(bytes, name), {}).catch((error: unknown) => error)
  expect(caught).toBeInstanceOf(Problem)
  return caught as Problem
}
const table = Buffer.from('step,grad_norm\n0,1.5\n1,1.25\n')

describe('a small file that unpacks to a very long one', () => {
  test('is refused after so many times its size, and not held', async () => {
    const member = gzipSync(Buffer.alloc(2 ** 24, '0,1\n'))
    const bomb = Buffer.concat([gzipSync(table), ...Array.from({ length: 20 }, () => member)])
    const { bytes } = await decompressed(await sourceOf(bomb, 'log.csv.gz'))
    let length = 0
    const reading = (async () => {
      for await (const chunk of bytes()) length += chunk.length
    })()
    await expect(reading).rejects.toMatchObject({ type: 'body-too-large', detail: expect.stringContaining('200 times its size') })
    expect(length).toBeLessThanOrEqual(2 ** 26)
  })

  test('by archives in one another may unpack to no more than by one', async () => {
    const member = gzipSync(Buffer.alloc(2 ** 24, `0,1,${'a'.repeat(2 ** 16 - 5)}\n`), { level: 9 })
    const gzip = Buffer.concat([gzipSync(table), ...Array.from({ length: 20 }, () => member)])
    const packed = zipSync({ 'a.zip': zipSync({ 'log.csv.gz': gzip }, { level: 9 }) }, { level: 9 })
    expect(packed.length).toBeLessThan(10_000)
    const { bytes } = await decompressed(await sourceOf(packed, 'log.zip'))
    let length = 0
    const reading = (async () => {
      for await (const chunk of bytes()) length += chunk.length
    })()
    await expect(reading).rejects.toMatchObject({ type: 'body-too-large' })
    expect(length).toBeLessThanOrEqual(2 ** 26)
  })

  test('that says less than it holds ends where it said', async () => {
    const zip = Buffer.from(zipSync({ 'log.csv': table }))
    const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt32LE(0x7fffffff, directory + 24)
    expect((await failure(zip, 'log.zip')).detail).toContain('larger than it can be')
  })

  test('within archives of archives is not followed for ever', async () => {
    let packed: Uint8Array = zipSync({ 'log.csv': table })
    for (let i = 0; i < 3; i++) packed = zipSync({ 'log.zip': packed })
    expect((await failure(packed, 'log.zip')).detail).toContain('3 deep')
  })

  test('with one line that does not end is refused at its first mebibytes', async () => {
    expect((await failure(gzipSync(Buffer.alloc(2 ** 24, 'a,')))).detail).toMatch(/longer than 1048576 bytes/)
  })
})

test.each([
  ['bzip2', Buffer.from('BZh91AY&SY\x01\x00', 'latin1'), 'bzip2'],
  ['a tar archive in gzip', gzipSync(Buffer.concat([Buffer.alloc(257), Buffer.from('ustar'), Buffer.alloc(250)])), 'tar archive'],
  ["Python's pickle", Buffer.from([0x80, 4, 0x95, 0, 0, 0, 0]), 'pickle'],
  ['torch.save', zipSync({ 'run/data.pkl': table, 'run/version': table }), 'torch.save'],
  ['Excel', zipSync({ 'xl/workbook.xml': table, 'xl/styles.xml': table }), 'Excel'],
  ['HDF5', Buffer.from([0x89, 0x48, 0x44, 0x46, 13, 10, 26, 10, 0]), 'HDF5']
])('a file of %s is refused by its name, with what to save instead', async (_, bytes, name) => {
  const { detail, errors } = await failure(bytes)
  expect(detail).toContain(name)
  expect(errors?.[0]?.fix).toMatch(/CSV|Unpack/)
})

test('Zstandard that begins with a frame to skip is read', async () => {
  const packed = readFileSync(new URL('../../../golden/logs/files/table.csv.zst', import.meta.url))
  const skipped = Buffer.concat([Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]), packed])
  const [plain, behind] = await Promise.all([packed, skipped].map(async (bytes) => await readNorms(await sourceOf(bytes), {})))
  expect(behind?.points).toEqual(plain?.points)
})
