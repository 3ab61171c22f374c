import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send } = await testApp({ TAPER_IMPORT_BYTES_MAX: String(2 ** 20) })

const table = 'step,grad_norm\n0,1.5\n1,1.25\n'
const runs = async () => (await send('GET', '/v1/runs')).json().items.map(({ id }: { id: string }) => id)

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
