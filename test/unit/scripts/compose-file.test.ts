import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkComposeFile, readComposeFile, runFlagsOf } from '../../../scripts/image/compose-file.ts'

const file = fileURLToPath(new URL('../../../docker-compose.yml', import.meta.url))
const text = readFileSync(file, 'utf8')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'taper-compose-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The compose file with some of its text replaced. */
function changed(before: string | RegExp, after: string): string {
  expect(text).toMatch(before)
  const name = path.join(folder, 'docker-compose.yml')
  writeFileSync(name, text.replaceAll(before, after))
  return name
}

test('the two services fit each other and the image, and are closed in', () => {
  expect(() => checkComposeFile(file, '8080')).not.toThrow()
  expect(() => checkComposeFile(file, '9090')).toThrow('the published port is the one of the image')
})

test.each([
  [/POSTGRES_PASSWORD:\?[^}]*/g, 'POSTGRES_PASSWORD:-secret', 'the database has a default password'],
  ['@postgres:5432', '@database:5432', 'DATABASE_URL names the service of the database'],
  ['TAPER_ADDRESS:-127.0.0.1', 'TAPER_ADDRESS:-0.0.0.0', 'the service is published on loopback alone'],
  [/ +cap_drop: \[ALL\]\n/g, '', 'taper drops all capabilities'],
  [/ +read_only: true\n/g, '', 'the root file system of taper is read-only'],
  [/ +mem_limit: .*\n/g, '', 'the memory of taper is limited'],
  ['    profiles: [replicas]\n', '', 'replicas are there when they are asked for']
])('a compose file with %s replaced by %j is turned down: %s', (before, after, claim) => {
  expect(() => checkComposeFile(changed(before, after), '8080')).toThrow(claim)
})

test('a variable that has no default must be set, and an empty one counts as not set', () => {
  expect(() => readComposeFile(file, {})).toThrow('POSTGRES_PASSWORD is not set: choose a password')
  expect(() => readComposeFile(file, { POSTGRES_PASSWORD: '' })).toThrow('POSTGRES_PASSWORD is not set')
  const { taper } = readComposeFile(file, { POSTGRES_PASSWORD: 'chosen', TAPER_PORT: '80' }).services
  expect(taper.environment.DATABASE_URL).toBe('postgresql://taper:chosen@postgres:5432/taper')
  expect(taper.ports).toEqual(['127.0.0.1:80:8080'])
})

test('a container gets what the compose file says of its service', () => {
  const { taper } = readComposeFile(file, { POSTGRES_PASSWORD: 'chosen' }).services
  expect(runFlagsOf(taper).join(' ')).toBe(
    '--env DATABASE_URL=postgresql://taper:chosen@postgres:5432/taper --env LOG_LEVEL=info --env TAPER_LOG_REQUESTS=slow ' +
      '--env TAPER_ADMIN_KEY= --env TAPER_OPEN=false --env TAPER_REQUESTS_PER_MINUTE= --env TAPER_POINTS_PER_DAY= ' +
      '--env TAPER_HOSTS=taper,taper-2,proxy,taper --env TAPER_STOP_DELAY_SECONDS=3 --read-only --tmpfs /tmp --cap-drop ALL ' +
      '--security-opt no-new-privileges --memory 4g'
  )
})
