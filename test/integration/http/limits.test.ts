import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { bearer, newKey } from '../../support/keys.ts'

describe('requests in a minute', async () => {
  const app = await testApp({ TAPER_REQUESTS_PER_MINUTE: '3' })
  const runs = (headers: Record<string, string> = {}) => app.send('GET', '/v1/runs', { headers })

  it('are counted by address where no key is used, but not those for what is open', async () => {
    for (const left of [2, 1, 0]) {
      const { statusCode, headers } = await runs()
      expect([statusCode, headers['ratelimit-limit'], headers['ratelimit-remaining']].map(Number)).toEqual([200, 3, left])
    }
    const refused = await runs()
    expect(problemOf(refused)).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await app.send('GET', '/livez')).statusCode).toBe(200)
  })

  it('are counted by key, each on its own, and whoami tells the limit', async () => {
    const other = await testApp({ TAPER_REQUESTS_PER_MINUTE: '3' })
    const admin = await newKey(other, { scope: 'admin' })
    const reader = await newKey(other, { scope: 'read' }, admin.key)
    const statuses = async (key: string) => {
      const answers = []
      for (let i = 0; i < 3; i++) answers.push((await other.send('GET', '/v1/whoami', { headers: bearer(key) })).statusCode)
      return answers
    }
    expect((await other.send('GET', '/v1/whoami', { headers: bearer(reader.key) })).json().limits.requestsPerMinute).toBe(3)
    expect(await statuses(reader.key)).toEqual([200, 200, 429])
    // It has made the other key.
    expect(await statuses(admin.key)).toEqual([200, 200, 429])
  })
})

describe('points in a day', async () => {
  const app = await testApp({ TAPER_POINTS_PER_DAY: '10' })
  const replica = await testApp({ TAPER_POINTS_PER_DAY: '10' }, { storage: app.storage })
  await app.send('PUT', '/v1/runs/r')
  const post = (values: number[], startStep: number, to = app, headers = {}) =>
    to.send('POST', '/v1/runs/r/gradient-norms', { payload: { values, startStep }, headers })

  it('are counted where they are new, by all replicas together; what would pass the limit stores nothing', async () => {
    expect((await post([1, 2, 3, 4, 5, 6], 0)).json()).toMatchObject({ appended: 6 })
    expect((await post([1, 2, 3, 4, 5, 6], 0, replica)).json()).toMatchObject({ duplicates: 6 })
    const refused = await post([6, 7, 8, 9, 10, 11], 5, replica)
    expect(problemOf(refused)).toMatchObject({ type: '/problems/too-many-points', status: 429 })
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(86_400)
    expect((await app.send('GET', '/v1/whoami')).json().limits).toMatchObject({ pointsPerDay: 10, pointsToday: 6 })
    expect((await post([6, 7, 8, 9, 10], 5, replica)).json()).toMatchObject({ appended: 4, duplicates: 1 })
    expect((await post([11], 10)).statusCode).toBe(429)
    expect((await app.send('GET', '/v1/runs/r/gradient-norms')).json().values).toHaveLength(10)
  })

  it('are given back where a request fails for another reason', async () => {
    const other = await testApp({ TAPER_POINTS_PER_DAY: '10' })
    for (let i = 0; i < 5; i++) {
      const answer = await other.send('POST', '/v1/runs/nobody/gradient-norms', { payload: { values: [1, 2, 3, 4, 5] } })
      expect(problemOf(answer).type).toBe('/problems/run-not-found')
    }
    expect((await other.send('GET', '/v1/whoami')).json().limits.pointsToday).toBe(0)
  })

  it('are never passed by requests at once', async () => {
    const other = await testApp({ TAPER_POINTS_PER_DAY: '10' })
    await other.send('PUT', '/v1/runs/r')
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => post([i, i], 2 * i, other)))
    const stored = answers.filter(({ statusCode }) => statusCode === 200).length
    expect(stored).toBe(5)
    expect((await other.send('GET', '/v1/runs/r')).json().series[0].points).toBe(10)
  })
})
