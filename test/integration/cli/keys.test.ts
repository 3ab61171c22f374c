import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { testApp } from '../../support/app.ts'
import { commandLine } from '../../support/command-line.ts'
import { testDatabase } from '../../support/database.ts'
import { bearer } from '../../support/keys.ts'

const database = await testDatabase()
const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
afterAll(async () => {
  await storage.close()
  await database.drop()
})
const { listen, send } = await testApp({ TAPER_REQUESTS_PER_MINUTE: '1000' }, { storage })
const url = await listen()
const limited = await (await testApp({ TAPER_REQUESTS_PER_MINUTE: '2' }, { storage })).listen()
const { taper } = commandLine({ TAPER_URL: url, DATABASE_URL: database.url })
const as = (key: string) => ({ env: { TAPER_API_KEY: key } })
const isKey = /^taper_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}\n$/

const admin = (await taper(['keys', 'create', '--scope', 'admin', '--name', 'root'])).out.trim()

describe('taper keys', () => {
  it('makes a key, lists it without its secret, and revokes it', async () => {
    const made = await taper(['keys', 'create', '--project', 'vision', '--expires-at', '2999-01-01T00:00:00Z'], as(admin))
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(isKey), err: expect.stringContaining('shown this once') })
    const key = made.out.trim()
    const id = key.split('_')[1] as string
    expect((await taper(['log', 'ours', '-'], { ...as(key), input: 'step,v\n0,1\n' })).code).toBe(0)
    expect((await send('GET', '/v1/runs/ours', { headers: bearer(admin) })).statusCode).toBe(404)

    const list = await taper(['keys', 'list'], as(admin))
    expect(list.out).toMatch(new RegExp(`^ID +NAME +PROJECT +SCOPE .*\n${id} +vision write +vision +write .* 2999-01-01 00:00 `))
    expect(list.out).not.toContain(key)
    expect(JSON.parse((await taper(['keys', 'list', '--json'], as(admin))).out)).toMatchObject([{ id }, { name: 'root' }])

    expect(await taper(['keys', 'revoke', id], as(admin))).toMatchObject({ code: 0, err: `Key ${id} is revoked.\n` })
    const refused = await taper(['runs'], as(key))
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('The key is unknown or was revoked.') })
    expect(refused.err).toContain(`${url} does not take the key of TAPER_API_KEY`)
    expect(await taper(['keys', 'revoke', id], as(admin))).toMatchObject({
      code: 2,
      err: expect.stringContaining(`There is no key ${id}.`)
    })
  })

  it('makes an admin key in the database itself where the last one is lost, and records that', async () => {
    const { out, code } = await taper(['keys', 'create', '--scope', 'admin', '--database', '--json'])
    expect(code).toBe(0)
    const { id, key } = JSON.parse(out) as { id: string; key: string }
    expect((await taper(['whoami'], as(key))).out).toMatch(/^project +default\nscope +admin\nkey +\S+ \(default admin\)\nexpires +never\n/)
    expect((await taper(['keys', 'list', '--database'])).out).toMatch(new RegExp(`\n${id} +default admin +default +admin +\\d{4}`))
    expect((await taper(['keys', 'revoke', id, '--database'])).code).toBe(0)
    const records = (await send('GET', `/v1/audit?object=${id}`, { headers: bearer(admin) })).json().items
    expect(records).toMatchObject([
      { action: 'revokeKey', keyId: null },
      { action: 'createKey', keyId: null }
    ])
  })

  it('refuses the same fields in a database as over HTTP, by the names of its options', async () => {
    const wrong = [
      ['--expires-at', 'tomorrow'],
      ['--project', 'a/b'],
      ['--name', 'x'.repeat(256)]
    ] as const
    for (const [option, value] of wrong) {
      const refused = await taper(['keys', 'create', option, value, '--database'])
      expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining(`taper: ${option}: `) })
      expect((await taper(['keys', 'create', option, value], as(admin))).code).toBe(2)
    }
    expect(await taper(['keys', 'create', '--scope', 'root'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('read, write, admin')
    })
    expect(await taper(['keys', 'creat'])).toMatchObject({ code: 2, err: expect.stringContaining('create') })
  })

  it('generates a key that a service takes as TAPER_ADMIN_KEY, and stores it nowhere', async () => {
    const { out, err } = await taper(['keys', 'generate'])
    expect([out, err]).toEqual([expect.stringMatching(isKey), ''])
    expect((await taper(['keys', 'list'], as(admin))).out).not.toContain(out.split('_')[1])
    expect((await taper(['whoami'], as(out.trim()))).code).toBe(2)
  })
})

describe('a command with TAPER_API_KEY', () => {
  it('says what is wrong with the key before it is sent, and what to do without one', async () => {
    const last = admin.at(-1) === 'a' ? 'b' : 'a'
    expect((await taper(['runs'], as(`${admin.slice(0, -1)}${last}`))).err).toContain('TAPER_API_KEY is mistyped')
    expect((await taper(['runs'], as('secret'))).err).toContain('TAPER_API_KEY is no key')
    expect(await taper(['runs'])).toMatchObject({ code: 2, err: expect.stringContaining(`Set TAPER_API_KEY to a key for ${url}`) })
    // As a shell reads a file.
    expect((await taper(['runs'], as(`${admin}\n`))).code).toBe(0)
  })

  it('says which scope it lacks, and when a limit ends', async () => {
    const reader = (await taper(['keys', 'create', '--scope', 'read'], as(admin))).out.trim()
    const refused = await taper(['keys', 'list'], as(reader))
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('needs a key of scope admin; this one has read') })
    expect(refused.err).toContain('taper whoami')
    const env = { TAPER_API_KEY: reader, TAPER_URL: limited }
    const codes = []
    let err = ''
    for (let i = 0; i < 3; i++) {
      const outcome = await taper(['runs'], { env })
      codes.push(outcome.code)
      err = outcome.err
    }
    expect(codes).toEqual([0, 0, 3])
    expect(err).toMatch(/Try again in \d+ s; `taper whoami`/)
  })

  it('sends the key to the service alone, not to where that sends it', async () => {
    const seen: (string | undefined)[] = []
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.setHeader('content-type', 'application/json').end('{"items":[],"nextCursor":null}')
    })
    const away = await listening(elsewhere)
    const door = createServer((request, response) => {
      seen.push(request.headers.authorization)
      response.writeHead(307, { location: away + request.url }).end()
    })
    await taper(['runs', '--url', await listening(door)], as(admin))
    expect(seen).toEqual([`Bearer ${admin}`, undefined])
  })
})

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
