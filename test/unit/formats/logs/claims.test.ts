import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parquetMetadata } from 'hyparquet'
import initSqlJs from 'sql.js'
import { expect, test } from 'vitest'
import { Problem } from '../../../../src/domain/problems.ts'
import { heldSource } from '../../../../src/formats/logs/held-source.ts'
import { readNorms } from '../../../../src/formats/logs/read-log.ts'
import { chunked } from '../../../support/byte-chunks.ts'

const folder = new URL('../../../golden/logs/files/', import.meta.url)
const read = async (bytes: Uint8Array, name: string) => readNorms(await heldSource(chunked(bytes, [65_536]), name), {})

async function refusalOf(bytes: Uint8Array, name = 'history.parquet'): Promise<string> {
  const problem = await read(bytes, name).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ type: 'invalid-request', errors: [{ pointer: '' }] })
  return (problem as Problem).errors![0]!.detail
}

/** A number of 7 bits a byte; `signed` is how Thrift's compact protocol writes whole numbers. */
function varint(number: number | bigint): number[] {
  let left = BigInt(number)
  const bytes: number[] = []
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128)
  return [...bytes, Number(left)]
}
const signed = (number: number | bigint) => varint(BigInt(number) << 1n)

interface Page {
  readonly values?: number
  readonly unpacked?: number
  readonly packed?: number
  readonly encoding?: number
  readonly data?: readonly number[]
}

/** A real file whose page of the norms says what it should not. Its header and its data stand where they stood. */
function withPage(codec: string, { values = 8, encoding = 8, ...page }: Page): Buffer {
  const bytes = readFileSync(new URL(`history-${codec}.parquet`, folder))
  const chunk = parquetMetadata(bytes).row_groups[0]!.columns.map(({ meta_data: data }) => data!)
  const norms = chunk.find(({ path_in_schema: [name] }) => name === 'train/grad_norm')!
  const start = Number(norms.data_page_offset)
  const end = Number(norms.dictionary_page_offset) + Number(norms.total_compressed_size)
  // The sizes are the second and the third field, of one byte each; statistics end the header, and leave it room.
  const [unpacked, packed] = [bytes[start + 3]! / 2, bytes[start + 5]! / 2]
  const data = Buffer.from(page.data ?? bytes.subarray(end - packed, end))
  const header = [0x15, 0, 0x15, ...signed(page.unpacked ?? (page.data ? data.length : unpacked))]
  header.push(0x15, ...signed(page.packed ?? data.length), 0x2c, 0x15, ...signed(values), 0x15, ...signed(encoding), 0x15, 6, 0x15, 6)
  const room = end - start - header.length - data.length - 4
  Buffer.concat([Buffer.from([...header, 0x18, room]), Buffer.alloc(room), Buffer.from([0, 0]), data]).copy(bytes, start)
  return bytes
}

/** A real file with other metadata. */
function withMetadata(change: (metadata: Buffer) => Buffer): Buffer {
  const bytes = readFileSync(new URL('history-none.parquet', folder))
  const start = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8)
  const metadata = change(bytes.subarray(start, -8))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(metadata.length)
  return Buffer.concat([bytes.subarray(0, start), metadata, length, Buffer.from('PAR1')])
}

const replaced = (bytes: Buffer, from: readonly number[], to: readonly number[]) =>
  Buffer.from(bytes.toString('latin1').replaceAll(String.fromCharCode(...from), String.fromCharCode(...to)), 'latin1')

const levels = [2, 0, 0, 0, 16, 1]
const endless = varint(2 ** 32 - 1)

test('a Parquet file is read whose page has only another header', async () => {
  const { points } = await read(withPage('none', {}), 'history.parquet')
  expect(points.values).toHaveLength(8)
})

test.each<[string, Page, string]>([
  ['a run of 2³¹ levels', { data: [6, 0, 0, 0, ...varint(2 ** 32 - 2), 1] }, 'a page of 8 values claims 2147483647'],
  ['a run of 2³¹ indices', { data: [...levels, 3, ...varint(2 ** 32 - 2), 1] }, 'a page of 8 values claims 2147483647'],
  ['2³⁰ values', { values: 2 ** 30 }, 'a page claims 1073741824 values, of 8 rows'],
  ['fewer values than rows', { values: 7, data: [2, 0, 0, 0, 14, 1, 0] }, 'it claims 8 rows and has pages of 7'],
  ['more values than bytes', { encoding: 0, data: [...levels, 1, 2, 3] }, 'a page of 3 bytes claims 8 values'],
  ['a size beyond its column', { packed: 2 ** 30 }, 'a page claims 1073741824 bytes and ends before'],
  ['deltas that go backwards', { encoding: 5, data: [...levels, 128, 1, ...endless, 8, 0] }, 'blocks of 128 in 4294967295'],
  [
    'text that prefixes make ever longer',
    // Eight prefixes of 2³⁰ bytes and more, each with a suffix of none.
    { encoding: 7, data: [...levels, 128, 1, 4, 8, ...signed(2 ** 30), 2, 0, 0, 0, 0, 128, 1, 4, 8, 0, 0, 0, 0, 0, 0] },
    'a page claims that 1073741824 of 0 bytes stand twice'
  ]
])('a page of a Parquet file that claims %s is refused by its column', async (_, page, words) => {
  const detail = await refusalOf(withPage('none', page))
  expect(detail).toContain('in row group 1, column "train/grad_norm", ')
  expect(detail).toContain(words)
})

test.each(['none', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4'])(
  'a page in %s is not unpacked into far more than it can be',
  async (codec) => {
    expect(await refusalOf(withPage(codec, { unpacked: 2 ** 30 }))).toContain('bytes claims to be 1073741824 unpacked')
  }
)

test('a page in gzip that unpacks to more than it claims is refused', async () => {
  const data = gzipSync(Buffer.alloc(4096))
  expect(await refusalOf(withPage('gzip', { data: [...data], unpacked: 11 }))).toContain('column "train/grad_norm"')
})

test.each<[string, (metadata: Buffer) => Buffer, string]>([
  ['2⁴⁰ rows', (bytes) => replaced(bytes, [0x16, 16], [0x16, ...signed(2 ** 40)]), 'it claims 1099511627776 rows and has pages of 8'],
  [
    '2²⁵ columns in a list',
    (bytes) => replaced(bytes, [0x19, 0x5c, 0x35], [0x19, 0xfc, ...varint(2 ** 25), 0x35]),
    'claims 33554432 elements'
  ],
  [
    '2³⁰ columns in a tree',
    (bytes) => replaced(bytes, [...Buffer.from('schema'), 0x15, 8], [...Buffer.from('schema'), 0x15, ...signed(2 ** 30)]),
    'its schema ends before its columns'
  ],
  ['lists in lists', () => Buffer.alloc(1000, 0x19), 'nested too deep'],
  ['long text', () => Buffer.from([0x18, ...varint(2 ** 31)]), 'text claims 2147483648 bytes'],
  [
    'a column beyond the file',
    (bytes) => replaced(bytes, [0x16, ...signed(154)], [0x16, ...signed(2 ** 40)]),
    'it claims 1099511627776 bytes at 4 of'
  ]
])('metadata of a Parquet file that claim %s are refused', async (_, change, words) => {
  expect(await refusalOf(withMetadata(change))).toContain(words)
})

test.each([
  ['(1000000000000, 0)', 'shape (1000000000000, 0)'],
  ['(1000000000000,)', 'should hold 1000000000000 numbers'],
  ['(-1, 2)', 'claims the shape (-1, 2)'],
  ['(1.5, 2)', 'claims the shape (1.5, 2)'],
  ['(Infinity, 0)', 'claims the shape (Infinity, 0)']
])('an array of NumPy that claims the shape %s is refused', async (shape, words) => {
  const header = `{'descr': '<f8', 'fortran_order': True, 'shape': ${shape}, }`
  const bytes = Buffer.concat([
    Buffer.from('\x93NUMPY\x01\0', 'latin1'),
    Buffer.from([header.length, 0]),
    Buffer.from(header),
    Buffer.alloc(64)
  ])
  expect(await refusalOf(bytes, 'norms.npy')).toContain(words)
})

test('a database whose metrics are a view without end is refused', async () => {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run(`create view metrics as with recursive counted(step) as (select 0 union all select step + 1 from counted)
    select 'grad_norm' as key, 1.0 as value, step, 'run' as run_uuid, 0 as is_nan, step as timestamp from counted`)
  expect(await refusalOf(database.export(), 'mlflow.db')).toContain('none of MLflow')
  database.close()
})

test('a database whose pages point to one another in a circle is read or refused, and ends', async () => {
  const database = readFileSync(new URL('trackio.db', folder))
  const size = database.readUInt16BE(16)
  const [interiorTable, interiorIndex] = [5, 2]
  for (let page = 0; page < database.length / size; page++) {
    for (const target of [1, page + 1, database.length / size, 0x7fffffff]) {
      for (const kind of [interiorTable, interiorIndex]) {
        const bytes = Buffer.from(database)
        // A page of this kind has children: the last of them stands in its header.
        const header = page * size + (page === 0 ? 100 : 0)
        bytes[header] = kind
        bytes.writeUInt32BE(target, header + 8)
        const outcome = await read(bytes, 'trackio.db').catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem)
        else expect((outcome as Awaited<ReturnType<typeof read>>).points.values.length).toBeGreaterThan(0)
      }
    }
  }
})
