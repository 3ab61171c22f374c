import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { commandLine } from '../../support/command-line.ts'

const { send, listen } = await testApp({ TAPER_IMPORT_BYTES_MAX: String(2 ** 20) })
const { taper, file } = commandLine({ TAPER_URL: await listen() })

const table = 'step,grad_norm\n0,1.5\n1,1.25\n'
const runs = async () => (await send('GET', '/v1/runs')).json().items.map(({ id }: { id: string }) => id)

const long = gzipSync(Buffer.alloc(2 ** 24, `0,1,${'a'.repeat(2 ** 16 - 5)}\n`), { level: 9 })
const bomb = Buffer.concat([gzipSync('step,grad_norm,note\n'), ...Array.from({ length: 5 }, () => long)])
const within = (name: string, bytes: Uint8Array) => Buffer.from(zipSync({ [name]: bytes }, { level: 9 }))
const deep = ['b.zip', 'c.zip', 'd.zip'].reduce((packed, name) => within(name, packed), within('log.csv', Buffer.from(table)))
const lying = within('log.csv', Buffer.from(table))
lying.writeUInt32LE(0x7fffffff, lying.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24)
const packedBombs: readonly [string, string, Buffer, RegExp][] = [
  ['a bomb of gzip', 'log.csv.gz', bomb, /unpacks to more than 200 times|more than \d+ bytes/],
  ['a bomb within archives', 'log.zip', within('a.zip', within('log.csv.gz', bomb)), /more than \d+ bytes/],
  ['an archive four deep', 'log.zip', deep, /3 deep/],
  ['an archive that lies of its size', 'log.zip', lying, /larger than it can be/],
  ['an archive of itself, cut off', 'log.zip', deep.subarray(0, deep.length >> 1), /zip archive cannot be read/],
  ['a line that does not end', 'log.csv.gz', gzipSync(Buffer.alloc(2 ** 22, 'a,')), /longer than 1048576 bytes/]
]

interface Part {
  name?: string
  body?: string
}

function form(parts: readonly Part[], { isCut = false } = {}) {
  const text = parts.map(
    ({ name, body = table }) =>
      `--x\r\nContent-Disposition: form-data; name="files"${name === undefined ? '' : `; filename="${name}"`}\r\n\r\n${body}\r\n`
  )
  return { payload: `${text.join('')}${isCut ? '' : '--x--\r\n'}`, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
}

describe('what is sent to be imported', () => {
  it.each([
    ['a path that leads out', form([{ name: '../../etc/run.csv' }]), 400, '/0/filename'],
    ['an absolute path', form([{ name: 'a.csv' }, { name: '/etc/run.csv' }]), 400, '/1/filename'],
    ['a path of Windows that leads out', form([{ name: '..\\..\\run.csv' }]), 400, '/0/filename'],
    ['a huge name', form([{ name: `${'n'.repeat(2000)}.csv` }]), 400, '/0/filename'],
    ['a name twice', form([{ name: 'a.csv' }, { name: 'a.csv' }]), 400, '/1/filename'],
    ['a part that is no file', form([{ body: 'true' }]), 400, ''],
    ['a body that is cut off', form([{ name: 'a.csv' }], { isCut: true }), 400, ''],
    ['no file at all', form([]), 400, ''],
    ['no boundary', { payload: table, headers: { 'content-type': 'multipart/form-data' } }, 400, 'header/content-type']
  ] as const)('is refused whole where it has %s', async (_, request, status, pointer) => {
    const problem = problemOf(await send('POST', '/v1/imports', request))
    expect([problem.status, problem.errors?.[0]?.pointer]).toEqual([status, pointer])
    expect(await runs()).toEqual([])
  })

  it.each([
    ['map=l3=grad_norm', 'query/map'],
    ['map=grad_norm', 'query/map'],
    ['map=l2=grad_norm&map=l2=loss', 'query/map'],
    ['map=l2=no_such_column', 'query/map'],
    ['step=no_such_column', 'query/step'],
    ['runId=..', 'query/runId'],
    ['run=other', 'query/run'],
    ['dryRun=perhaps', 'query/dryRun'],
    ['column=grad_norm', 'query/column']
  ])('is refused with the place for ?%s', async (query, pointer) => {
    const answer = await send('POST', `/v1/imports?filename=a.csv&${query}`, { payload: table, headers: { 'content-type': 'text/csv' } })
    if (query === 'run=other') {
      // A log that names no run is of whatever run it is said to be.
      expect(answer.statusCode).toBe(201)
      await send('DELETE', '/v1/runs/a')
      return
    }
    expect([answer.statusCode, problemOf(answer).errors?.[0]?.pointer]).toEqual([400, pointer])
    expect(await runs()).toEqual([])
  })

  it('may not be larger than the limit, packed or not', async () => {
    const long = Buffer.alloc(2 ** 21, '7')
    for (const [payload, headers] of [
      [long, {}],
      [gzipSync(long), { 'content-encoding': 'gzip' }]
    ] as const) {
      const answer = await send('POST', '/v1/imports', { payload, headers: { 'content-type': 'application/octet-stream', ...headers } })
      expect(problemOf(answer).type).toBe('/problems/body-too-large')
    }
  })

  it.each(packedBombs)('is refused whole where it is %s', async (what, name, payload, detail) => {
    const answer = await send('POST', `/v1/imports?filename=${name}`, { payload, headers: { 'content-type': 'application/octet-stream' } })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(problemOf(answer).detail).toMatch(detail)
    expect(await runs()).toEqual([])
    // A bomb takes a second to unpack, and is read no differently by both.
    if (what.startsWith('a bomb')) return
    const { code, err } = await taper(['refine', file(name, payload)])
    expect([code, err]).toEqual([expect.any(Number), expect.stringMatching(detail)])
    expect(code).not.toBe(0)
  })

  it('is refused by the first of its files that is wrong, in the order that they came, and none of them is stored', async () => {
    const wrong = 'step,grad_norm\n0,1.5\n1,x\n'
    const parts = [{ name: 'b.csv' }, { name: 'z.csv', body: wrong }, { name: 'a.csv', body: 'step,grad_norm\n0,-1\n' }, { name: 'c.csv' }]
    const details = []
    for (const sent of [parts, parts.toReversed()])
      details.push(problemOf(await send('POST', '/v1/imports', form(sent))).errors?.[0]?.detail)
    expect(details).toEqual([expect.stringContaining('z.csv: Line 3'), expect.stringContaining('a.csv: Line 2')])
    expect(await runs()).toEqual([])
  })

  it('may not have thousands of parts', async () => {
    const many = form(Array.from({ length: 2001 }, (_, i) => ({ name: `${i}.csv`, body: 'x' })))
    expect(problemOf(await send('POST', '/v1/imports', many)).type).toBe('/problems/body-too-large')
  })

  it('is told from what comes again with another name of its run', async () => {
    const headers = { 'content-type': 'text/csv', 'idempotency-key': 'once' }
    const first = await send('POST', '/v1/imports?filename=once.csv', { payload: table, headers })
    const again = await send('POST', '/v1/imports?filename=once.csv', { payload: table, headers })
    expect([first.statusCode, again.statusCode, again.headers['idempotent-replayed'], again.body]).toEqual([201, 201, 'true', first.body])
    const other = await send('POST', '/v1/imports?filename=other.csv', { payload: table, headers })
    expect(problemOf(other).type).toBe('/problems/idempotency-key-reused')
    expect(await runs()).toEqual(['once'])
  })
})
