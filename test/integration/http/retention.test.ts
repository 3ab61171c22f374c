import { afterAll, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/storage.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { bearer, newKey } from '../../support/keys.ts'

const database = await testDatabase()
const storage = await openStorage({ databaseUrl: database.url, dataDir: '' })
afterAll(async () => {
  await storage.close()
  await database.drop()
})
const app = await testApp({ TAPER_SUPERSEDED_DAYS: '90' }, { storage })
const admin = await newKey(app, { scope: 'admin' })
const other = await newKey(app, { scope: 'admin', project: 'other' }, admin.key)
const send = (method: 'GET' | 'PUT' | 'DELETE', { key }: { key: string }, payload?: object) =>
  app.send(method, '/v1/retention', { headers: bearer(key), ...(payload && { payload }) })

it('a project says how long it keeps superseded points; the others keep them as the service says', async () => {
  expect((await send('GET', admin)).json()).toEqual({ project: 'default', supersededDays: 90, from: 'service' })
  expect((await send('PUT', admin, { supersededDays: 7 })).json()).toEqual({ project: 'default', supersededDays: 7, from: 'project' })
  expect((await send('GET', admin)).json()).toEqual({ project: 'default', supersededDays: 7, from: 'project' })
  expect((await send('GET', other)).json()).toEqual({ project: 'other', supersededDays: 90, from: 'service' })
  expect((await send('PUT', admin, { supersededDays: null })).json()).toEqual({ project: 'default', supersededDays: null, from: 'project' })
  expect((await send('DELETE', admin)).statusCode).toBe(204)
  expect((await send('GET', admin)).json().from).toBe('service')
})

it('days out of range are refused with the place, and a key that may only write is', async () => {
  for (const supersededDays of [0, 36_501, 1.5, '7', undefined]) {
    const problem = problemOf(await send('PUT', admin, { supersededDays }))
    expect(problem).toMatchObject({ status: 400, errors: [{ pointer: '/supersededDays' }] })
  }
  const writer = await newKey(app, { scope: 'write' }, admin.key)
  expect(problemOf(await send('GET', writer)).type).toBe('/problems/scope-required')
})
