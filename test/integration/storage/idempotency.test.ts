import pg from 'pg'
import { expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { testDatabase } from '../../support/database.ts'

it('a key is claimed by one, answered again alike, refused for another request, and free after a failure', async () => {
  const database = await testDatabase()
  const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
  const { idempotency } = storage.of('default')
  const claims = await Promise.all([1, 2, 3].map(() => idempotency.claim('k', 'print')))
  expect(claims.map((claim) => claim.state).sort()).toEqual(['busy', 'busy', 'new'])
  expect((await idempotency.claim('k', 'other')).state).toBe('reused')
  const answer = { status: 201, headers: { location: '/v1/runs/x' }, body: '{"id":"x"}' }
  await idempotency.keep('k', answer)
  expect(await idempotency.claim('k', 'print')).toEqual({ state: 'answered', answer })

  const first = await idempotency.claim('failing', 'print')
  await idempotency.release('failing')
  expect(first.state).toBe('new')
  expect((await idempotency.claim('failing', 'other')).state).toBe('new')

  // A claim whose process died is taken over after a while, with the id that it gave to what it was making.
  const client = new pg.Client(database.url)
  await client.connect()
  const dead = await idempotency.claim('dead', 'print')
  expect((await idempotency.claim('dead', 'print')).state).toBe('busy')
  await client.query(`update idempotency_keys set claimed_at = claimed_at - interval '3 minutes' where key = 'dead'`)
  expect(await idempotency.claim('dead', 'print')).toEqual(dead)
  await client.end()
  await storage.close()
  await database.drop()
})
