import type pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { Problem } from '../../../src/domain/problems.ts'
import { transaction } from '../../../src/storage/transaction.ts'
import { testDatabase, testPool } from '../../support/database.ts'
import { databaseProxy } from '../../support/database-proxy.ts'

const database = await testDatabase()
const pool = testPool(database.url, 1)
await pool.query('create table counted (n int)')
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(() => pool.query('delete from counted'))

const count = async () => (await pool.query<{ n: number }>('select count(*)::int as n from counted')).rows[0]?.n
const insert = (client: pg.PoolClient) => client.query('insert into counted values (1)')

test('statements that give a result are committed', async () => {
  expect(await transaction(pool, async (client) => (await insert(client)).rowCount)).toBe(1)
  expect(await count()).toBe(1)
})

test('statements that give false leave nothing behind', async () => {
  expect(await transaction(pool, async (client) => (await insert(client)).rowCount === 2)).toBe(false)
  expect(await count()).toBe(0)
})

test('a problem leaves nothing behind and is thrown as it is, and the connection serves on', async () => {
  const problem = new Problem('norm-conflict', 'no')
  const failing = transaction(pool, async (client) => {
    await insert(client)
    throw problem
  })
  await expect(failing).rejects.toBe(problem)
  expect(await count()).toBe(0)
})

test('a statement that fails leaves nothing behind, and the next transaction has a connection that works', async () => {
  const failing = transaction(pool, async (client) => {
    await insert(client)
    await client.query('select * from nowhere')
  })
  await expect(failing).rejects.toMatchObject({ code: '42P01' })
  await transaction(pool, insert)
  expect(await count()).toBe(1)
})

test('a connection that breaks between two statements fails the transaction as overloaded, and not the process', async () => {
  const proxy = await databaseProxy(database.url)
  const through = testPool(proxy.url, 1)
  const cutOff = transaction(through, async (client) => {
    await insert(client)
    await proxy.cut()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await insert(client)
  })
  await expect(cutOff).rejects.toMatchObject({ type: 'overloaded' })
  await through.end()
  expect(await count()).toBe(0)
})
