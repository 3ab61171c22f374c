import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Built } from './build-stages.ts'

interface Service {
  image?: string
  build?: unknown
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
}

interface Compose {
  services: Record<string, Service>
  volumes?: Record<string, unknown>
}

/** `${NAME:-default}` with nothing set. */
const withDefaults = (text: string): string => text.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')

function expect(condition: boolean, claim: string): void {
  if (!condition) throw new Error(`docker-compose.yml: ${claim} does not hold`)
}

/** Checks what one part of the compose file, or the image, takes from another. */
export function checkCompose(file: string, image: Built): void {
  const { services, volumes = {} } = parse(readFileSync(file, 'utf8'), { strict: true, uniqueKeys: true }) as Compose
  const { taper, postgres } = services
  if (taper === undefined || postgres === undefined) throw new Error(`${file} lacks the service taper or postgres`)

  const url = new URL(withDefaults(taper.environment?.DATABASE_URL ?? 'nothing:'))
  const database = postgres.environment ?? {}
  expect(services[url.hostname] === postgres, 'that DATABASE_URL names the database service')
  expect(url.username === database.POSTGRES_USER, 'that the user of DATABASE_URL is the one that is made')
  expect(url.password === withDefaults(database.POSTGRES_PASSWORD ?? ''), 'that the password of DATABASE_URL is the one that is set')
  expect(url.pathname === `/${database.POSTGRES_DB}`, 'that the database of DATABASE_URL is the one that is made')

  const [address, , port] = withDefaults(taper.ports?.[0] ?? '').split(':')
  expect(address === '127.0.0.1', 'that the service is published on loopback')
  expect(port === image.env.PORT && image.exposed.includes(port ?? ''), 'that the published port is the one of the image')
  expect(postgres.ports === undefined, 'that the database is not published')
  expect(taper.depends_on?.postgres?.condition === 'service_healthy', 'that the service waits for a healthy database')
  expect(postgres.healthcheck?.test[0] === 'CMD' && image.healthCheck !== null, 'that both have a health check')
  for (const volume of postgres.volumes ?? []) expect((volume.split(':')[0] ?? '') in volumes, `that the volume of ${volume} is declared`)
  expect((postgres.volumes ?? []).length === 1, 'that the database has a volume')
}
