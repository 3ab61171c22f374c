import { request as httpRequest, type IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'

const one = await testApp()
const url = await one.listen()
/** A second replica on the same database. */
const other = await testApp({}, { storage: one.storage })

interface Event {
  event: string
  id: string
  data: Record<string, unknown>
}

/** Watches a run over a socket of its own. */
async function watch(run: string, lastEventId?: string) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { accept: 'text/event-stream', ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) }
    httpRequest(`${url}/v1/runs/${run}/events`, { headers, agent: false }, resolve).on('error', reject).end()
  })
  let text = ''
  const events: Event[] = []
  let whenMore = () => {}
  answer.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const fields = Object.fromEntries(
        text
          .slice(0, end)
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
      )
      text = text.slice(end + 2)
      if (fields.event) events.push({ event: fields.event, id: fields.id ?? '', data: JSON.parse(fields.data ?? '') })
    }
    whenMore()
  })
  const ended = new Promise<void>((resolve) => answer.once('close', resolve))
  return {
    answer,
    events,
    ended,
    /** The next so many events. */
    async next(count: number): Promise<Event[]> {
      while (events.length < count) await new Promise<void>((resolve) => (whenMore = resolve))
      return events.splice(0, count)
    },
    close: () => answer.destroy()
  }
}

const told = (events: readonly Event[]) => events.map(({ event, data }) => [event, data])
const append = (run: string, l2: number[], startStep: number, query = '') =>
  other.send('POST', `/v1/runs/${run}/series${query}`, { payload: { startStep, series: { l2 } } })

test('a watcher hears of the run as it is, of appends, rewinds and changes from another replica, and of its end', async () => {
  const run = await one.newRun()
  await append(run, [3, 2], 0)
  const watcher = await watch(run)
  expect(watcher.answer.headers['content-type']).toBe('text/event-stream')
  expect(told(await watcher.next(2))).toEqual([
    ['run', { updatedAt: expect.stringMatching(/Z$/) }],
    ['points', expect.objectContaining({ series: 'l2', points: 2, lastStep: 1 })]
  ])
  await append(run, [1, 1, 1], 2)
  expect(told(await watcher.next(1))).toEqual([['points', expect.objectContaining({ series: 'l2', points: 5, lastStep: 4 })]])
  await append(run, [7], 1, '?resumeFrom=1')
  expect(told(await watcher.next(1))).toEqual([['points', expect.objectContaining({ series: 'l2', points: 2, lastStep: 1 })]])
  await other.send('PATCH', `/v1/runs/${run}`, { headers: { 'content-type': 'application/merge-patch+json' }, payload: '{"name":"fox"}' })
  expect((await watcher.next(1))[0]?.event).toBe('run')
  await append(
    run,
    Array.from({ length: 40 }, () => 2),
    2
  )
  expect((await watcher.next(1))[0]?.data).toMatchObject({ points: 42 })
  const { id } = (await other.send('POST', `/v1/runs/${run}/schedules`, { payload: {} })).json()
  expect(told(await watcher.next(1))).toEqual([['schedule', { scheduleId: id }]])
  await other.send('DELETE', `/v1/runs/${run}`)
  expect(told(await watcher.next(1))).toEqual([['end', {}]])
  await watcher.ended
})

test('a watcher that was away hears of what it missed, once', async () => {
  const run = await one.newRun()
  await append(run, [3], 0)
  const before = await watch(run)
  const [, last] = await before.next(2)
  before.close()
  await append(run, [2, 1], 1)
  const after = await watch(run, last?.id)
  expect(told(await after.next(1))).toEqual([['points', expect.objectContaining({ series: 'l2', points: 3, lastStep: 2 })]])
  const [again] = [await watch(run, last?.id)]
  expect(told(await again.next(1))).toEqual([['points', expect.objectContaining({ series: 'l2', points: 3, lastStep: 2 })]])
  after.close()
  again.close()
})

test('what is no run, and what is the id of no event, is refused', async () => {
  const run = await one.newRun()
  expect((await one.send('GET', '/v1/runs/missing/events')).statusCode).toBe(404)
  const cursors = [
    '{}',
    'null',
    '[]',
    '[1]',
    '["1764000000000000"]',
    '["x","",{"l2":"3"}]',
    '["1","",{"l2":3}]',
    '["1","",{"__proto__":"a"}]',
    '"'
  ].map((text) => Buffer.from(text).toString('base64url'))
  for (const id of ['%', '...', '-1', ...cursors]) {
    const refused = await one.send('GET', `/v1/runs/${run}/events`, { headers: { 'last-event-id': id } })
    expect([id, refused.statusCode, refused.json().errors[0].pointer]).toEqual([id, 400, 'header/last-event-id'])
  }
  expect((await one.send('HEAD', `/v1/runs/${run}/events`)).statusCode).toBe(200)
})

test('one address watches so many runs at once, and those that leave make room', async () => {
  const run = await one.newRun()
  const watchers = await Promise.all(Array.from({ length: 32 }, () => watch(run)))
  expect(watchers.map(({ answer }) => answer.statusCode)).toEqual(watchers.map(() => 200))
  const refused = await watch(run)
  expect(refused.answer.statusCode).toBe(503)
  for (const { close } of watchers) close()
  await Promise.all(watchers.map(({ ended }) => ended))
  await expect.poll(async () => (await one.send('HEAD', `/v1/runs/${run}/events`)).statusCode).toBe(200)
})

test('watchers do not hold up a stop', async () => {
  const run = await one.newRun()
  const watcher = await watch(run)
  await watcher.next(1)
  await one.app.close()
  await watcher.ended
})
