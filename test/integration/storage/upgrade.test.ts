import { readFileSync } from 'node:fs'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { expect, inject, it } from 'vitest'
import { bytesOfFloat64 } from '../../../src/domain/float64-bytes.ts'
import { openStorage } from '../../../src/storage/storage.ts'
import { urlOf } from '../../support/database-server.ts'

const bytes = (...values: number[]) => bytesOfFloat64(Float64Array.from(values))
const sqlOf = (migration: string) => readFileSync(`prisma/migrations/${migration}/migration.sql`, 'utf8')

it('what was stored before there were projects belongs to the project default, to the last bit', async () => {
  const server = inject('database')
  const admin = new pg.Client(server.url)
  await admin.connect()
  const name = `taper_upgrade_${process.pid}`
  await admin.query(`create database ${name}`)
  const old = new pg.Client(urlOf(server.url, name))
  await old.connect()
  await old.query(`create table _prisma_migrations (
    id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz, migration_name varchar(255) not null,
    logs text, rolled_back_at timestamptz, started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
  for (const migration of ['1_init', '2_operations']) {
    await old.query(sqlOf(migration))
    await old.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ($1, encode(sha256($2::bytea), 'hex'), $1, now())`,
      [migration, sqlOf(migration)]
    )
  }
  const [schedule, operation] = [uuidv7(), uuidv7()]
  const rows: [text: string, values: unknown[]][] = [
    [`insert into runs (id, name, labels, schedule_id) values ('r', 'old', '{"team":"a"}', $1)`, [schedule]],
    [
      `insert into gradient_norm_series (run_id, norm, version, sequence, points, first_step, last_step) values ('r', 'l2', 7, 3, 3, 0, 2)`,
      []
    ],
    [
      `insert into gradient_norm_chunks (run_id, norm, sequence, count, first_step, last_step, stride, "values") values ('r', 'l2', 0, 3, 0, 2, 1, $1)`,
      [bytes(1, -0, 3)]
    ],
    [`insert into schedules (id, identity, run_id, rule, steps, digest) values ($1, 'made-so', 'r', 'refined', 2, 'd')`, [schedule]],
    [`insert into schedule_chunks (schedule_id, position, "values") values ($1, 0, $2)`, [schedule, bytes(1, 0.5)]],
    [`insert into idempotency_keys (key, fingerprint, resource_id, status, headers, body) values ('k', 'print', 'r', 201, '{}', '{}')`, []],
    [`insert into operations (id, kind, request_id, work, numbers) values ($1, 'refine', 'q', '{"what":"this"}', 2)`, [operation]],
    [`insert into operation_chunks (operation_id, part, position, "values") values ($1, 'values', 0, $2)`, [operation, bytes(4, 5)]]
  ]
  for (const [text, values] of rows) await old.query(text, values)
  await old.end()

  const storage = await openStorage({ databaseUrl: urlOf(server.url, name), dataDir: '' })
  const { runs, series, schedules, idempotency, operations } = storage.of('default')
  const read: [number, number][] = []
  for await (const { values } of (await series.read('r', 'l2')).pieces()) for (const [i, value] of values.entries()) read.push([i, value])
  const multipliers: number[] = []
  const stored = await schedules.findByIdentity('made-so')
  for await (const piece of schedules.multipliers(stored!, 0, 2)) multipliers.push(...piece)
  const numbers: number[] = []
  for await (const piece of operations.numbers(operation, 'values')) numbers.push(...piece)
  expect(await runs.find('r')).toMatchObject({ name: 'old', labels: { team: 'a' }, series: [{ name: 'l2', points: 3 }] })
  expect((await runs.list({ labels: { team: 'a' }, scheduleId: schedule }, { limit: 5 })).items.length).toBe(1)
  expect(read).toEqual([
    [0, 1],
    [1, -0],
    [2, 3]
  ])
  expect(stored?.id).toBe(schedule)
  expect(multipliers).toEqual([1, 0.5])
  expect((await idempotency.claim('k', 'print')).state).toBe('answered')
  expect(await operations.find(operation)).toMatchObject({ status: 'queued' })
  expect(numbers).toEqual([4, 5])

  const more = { points: { steps: { first: 3, stride: 1 }, values: Float64Array.of(4) }, startless: false, onConflict: 'replace' } as const
  expect(await series.append('r', 'l2', more)).toMatchObject({ appended: 1, points: 4 })
  expect(await storage.of('another').runs.find('r')).toBeNull()
  expect(await runs.delete('r')).toBe(true)
  expect((await series.read('r', 'l2')).count).toBe(0)
  await storage.close()
  await admin.query(`drop database ${name}`)
  await admin.end()
})
