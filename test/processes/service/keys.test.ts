import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { makeKeyText } from '../../../src/services/keys/key-text.ts'
import { commandLine } from '../../support/command-line.ts'
import { testDatabase } from '../../support/database.ts'
import { bearer } from '../../support/keys.ts'
import { type Service, startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { taper } = commandLine({ TAPER_DATA_DIR: folder })

/** Open to the network, where keys are needed. */
const start = (env: Record<string, string>): Promise<Service> => startService({ HOST: '0.0.0.0', ...env })
const at = ({ url }: Service): string => url.replace('0.0.0.0', '127.0.0.1')
const statusOf = async (service: Service, path: string, key?: string): Promise<number> =>
  (await fetch(at(service) + path, { headers: key === undefined ? {} : bearer(key) })).status

/** The keys that a log shows; it is written just after the service listens. */
const shownBy = (service: Service): string[] => [...service.log().matchAll(/"adminKey":"(taper_\w+)"/g)].map(([, key]) => key as string)
const ended = async (service: Service): Promise<string[]> => {
  expect(await service.stop('SIGTERM')).toBe(0)
  return shownBy(service)
}

it('Of two replicas that start at once on an empty database one makes the first key, and a later start makes none', async () => {
  const database = await testDatabase()
  const replicas = await Promise.all([start({ DATABASE_URL: database.url }), start({ DATABASE_URL: database.url })])
  try {
    await expect.poll(() => replicas.flatMap(shownBy)).toHaveLength(1)
    const [key] = replicas.flatMap(shownBy)
    for (const replica of replicas) {
      expect(await statusOf(replica, '/v1/runs')).toBe(401)
      expect(await statusOf(replica, '/v1/keys', key)).toBe(200)
    }
  } finally {
    const shown = await Promise.all(replicas.map(ended))
    expect(shown.flat()).toHaveLength(1)
  }
  expect(await ended(await start({ DATABASE_URL: database.url }))).toEqual([])
  await database.drop()
})

it('TAPER_ADMIN_KEY is taken, written to no log, and revoked by another one', async () => {
  const database = await testDatabase()
  const [first, second] = [makeKeyText().text, makeKeyText().text]
  for (const [given, before] of [
    [first, second],
    [second, first]
  ] as const) {
    const service = await start({ DATABASE_URL: database.url, TAPER_ADMIN_KEY: given })
    expect(await statusOf(service, '/v1/keys', given)).toBe(200)
    expect(await statusOf(service, '/v1/keys', before)).toBe(401)
    expect(await ended(service)).toEqual([])
    expect(service.log()).not.toContain(given)
  }
  const mistyped = `${first.slice(0, -1)}${first.endsWith('0') ? '1' : '0'}`
  const refused = start({ DATABASE_URL: database.url, TAPER_ADMIN_KEY: mistyped })
  await expect(refused).rejects.toThrow('TAPER_ADMIN_KEY is mistyped: make one with `npx taper keys generate`.')
  await expect(refused).rejects.not.toThrow(mistyped)
  await database.drop()
})

it('TAPER_OPEN lets everybody in, and warns; a lost admin key is made anew beside the running embedded service', async () => {
  const open = await start({ TAPER_DATA_DIR: folder, TAPER_OPEN: 'true' })
  expect(await statusOf(open, '/v1/runs')).toBe(200)
  expect(await ended(open)).toEqual([])
  expect(open.log()).toMatch(/"level":40.*TAPER_OPEN is true, and 0\.0\.0\.0 is not loopback/)

  const service = await start({ TAPER_DATA_DIR: folder })
  try {
    const { out, code } = await taper(['keys', 'create', '--scope', 'admin', '--database'])
    expect(code).toBe(0)
    expect(await statusOf(service, '/v1/keys', out.trim())).toBe(200)
  } finally {
    expect(await ended(service)).toHaveLength(1)
  }
  // And without a service, by a server that is started for it.
  expect((await taper(['keys', 'list', '--database'])).out).toMatch(/default admin +default +admin .*\n.*first admin key/)
})
