import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { transaction } from '../../../src/storage/transaction.ts'
import { testDatabase, testPool } from '../../support/database.ts'

const database = await testDatabase()
const replicas = await Promise.all([1, 2].map(() => openStorage({ databaseUrl: database.url, dataDir: '' })))
const [first, second] = replicas.map((replica) => replica.of('default').idempotency) as [Keys, Keys]
const pool = testPool(database.url)
const sql = new pg.Client(database.url)
await sql.connect()
afterAll(async () => {
  await sql.end()
  await pool.end()
  for (const replica of replicas) await replica.close()
  await database.drop()
})
type Keys = ReturnType<(typeof replicas)[number]['of']>['idempotency']

const answer = { status: 201, headers: { location: '/v1/runs/x' }, body: '{"id":"x"}' }
async function held(from: Keys, key: string) {
  const claim = await from.claim(key, 'print')
  if (claim.state !== 'new') throw new Error(`the key is ${claim.state}`)
  return claim.held
}
const keepIn = (key: Awaited<ReturnType<typeof held>>) =>
  transaction(pool, async (client) => {
    await key.keepIn(client, answer)
    return true
  })
/** As if the process that holds it had died seconds ago. */
const lapse = (key: string) => sql.query(`update idempotency_keys set lease_until = now() - interval '1 second' where key = $1`, [key])

describe('a key', () => {
  it('is held by one of those who claim it, answered again alike, and refused for another request', async () => {
    const claims = await Promise.all([first, second, first].map((one) => one.claim('k', 'print')))
    expect(claims.map(({ state }) => state).sort()).toEqual(['busy', 'busy', 'new'])
    expect((await second.claim('k', 'other')).state).toBe('reused')
    const [mine] = claims.flatMap((claim) => (claim.state === 'new' ? [claim.held] : []))
    await keepIn(mine as NonNullable<typeof mine>)
    await mine?.letGo()
    expect(await second.claim('k', 'print')).toEqual({ state: 'answered', answer })
  })

  it('is free after an attempt that failed, also for another request', async () => {
    const mine = await held(first, 'failing')
    await mine.letGo()
    expect((await first.claim('failing', 'other')).state).toBe('new')
  })

  it('is taken over where its process died, with the id of what it makes, and the dead one keeps no answer any more', async () => {
    const dead = await held(first, 'dead')
    expect((await second.claim('dead', 'print')).state).toBe('busy')
    await lapse('dead')
    const heir = await held(second, 'dead')
    expect(heir.resourceId).toBe(dead.resourceId)
    await expect(keepIn(dead)).rejects.toMatchObject({ type: 'idempotency-key-in-use' })
    await dead.letGo()
    expect((await first.claim('dead', 'print')).state).toBe('busy')
    await keepIn(heir)
    expect((await first.claim('dead', 'print')).state).toBe('answered')
  })

  it('stays held for as long as its process says so', async () => {
    const mine = await held(first, 'long')
    await lapse('long')
    // Renewed within seconds, and then for seconds more.
    const until = async () => (await sql.query(`select 1 from idempotency_keys where key = 'long' and lease_until > now()`)).rowCount
    while ((await until()) !== 1) await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await second.claim('long', 'print')).state).toBe('busy')
    await mine.letGo()
    expect((await second.claim('long', 'print')).state).toBe('new')
  })

  it.each([true, false])('whose answer is being committed is waited for: %s', async (commits) => {
    const key = `committing-${commits}`
    const mine = await held(first, key)
    const client = await pool.connect()
    await client.query('begin')
    await mine.keepIn(client, answer)
    await lapse('none')
    const retry = second.claim(key, 'print')
    const freed = mine.letGo()
    await client.query(commits ? 'commit' : 'rollback')
    client.release()
    await freed
    if (commits) expect(await retry).toEqual({ state: 'answered', answer })
    else expect(['new', 'busy']).toContain((await retry).state)
    expect((await second.claim(key, 'print')).state).toBe(commits ? 'answered' : (await retry).state === 'new' ? 'busy' : 'new')
  })
})
