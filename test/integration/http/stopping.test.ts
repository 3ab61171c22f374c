import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { type TestApp, testApp } from '../../support/app.ts'
import { testStorage } from '../../support/database.ts'

const storage = await testStorage()

interface Talk {
  socket: Socket
  received(): string
  closed: Promise<unknown>
}

/** A service to stop, and connections to it. */
async function stoppable(drainMs?: number): Promise<TestApp & { port: number; talk(): Promise<Talk> }> {
  const app = await testApp({}, { storage, ...(drainMs && { drainMs }) })
  const port = Number(new URL(await app.listen()).port)
  const talk = async () => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (data) => (received += data.toString('latin1')))
    socket.on('error', () => {})
    const closed = once(socket, 'close')
    await once(socket, 'connect')
    return { socket, received: () => received, closed }
  }
  // Several services on one database: each makes runs of its own.
  const newRun = async () => {
    const id = randomUUID()
    await app.send('PUT', `/v1/runs/${id}`, { payload: {} })
    return id
  }
  return { ...app, port, talk, newRun }
}

const body = '{"startStep":0,"values":[1,2,3]}'
const upload = (run: string) =>
  `POST /v1/runs/${run}/gradient-norms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
const livez = 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n'

it('While the service stops, a request under way is answered, and the next one on its connection is a 503 that closes it', async () => {
  const { app, newRun, talk } = await stoppable()
  const { socket, received, closed } = await talk()
  socket.write(upload(await newRun()) + body.slice(0, 5))
  await once(app.server, 'request')
  const stopped = app.close()
  socket.write(body.slice(5) + livez)
  await Promise.all([closed, stopped])
  const [first, second] = received().split(/(?<=\})(?=HTTP\/1\.1)/)
  expect(first).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(first).toMatch(/"appended":3/)
  expect(second).toMatch(/^HTTP\/1\.1 503 /)
  expect(second).toMatch(/retry-after: 5/i)
  expect(second).toMatch(/connection: close/i)
  expect(second).toMatch(/application\/problem\+json/)
})

it('An answer under way ends its connection, and connections that wait for nothing are closed at once', async () => {
  const { app, newRun, talk } = await stoppable()
  const [idle, busy] = [await talk(), await talk()]
  idle.socket.write(livez)
  await once(idle.socket, 'data')
  busy.socket.write(upload(await newRun()) + body.slice(0, 5))
  await once(app.server, 'request')
  const stopped = app.close()
  await idle.closed
  busy.socket.write(body.slice(5))
  await Promise.all([busy.closed, stopped])
  expect(idle.received()).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(busy.received()).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(busy.received()).toMatch(/connection: close/i)
})

it('A client that keeps its connections learns by `Connection: close` to open another', async () => {
  const { app, port, newRun } = await stoppable()
  const agent = new Agent({ keepAlive: true })
  const run = await newRun()
  const asking = new Promise<[number | undefined, string | undefined]>((resolve) => {
    get({ port, agent, path: `/v1/runs/${run}/gradient-norms` }, (answer) => {
      answer.resume().on('end', () => resolve([answer.statusCode, answer.headers.connection]))
    })
  })
  await once(app.server, 'request')
  await app.close()
  expect(await asking).toEqual([200, 'close'])
})

it('A connection that was just opened is told that the service stops, and closed where it asks nothing', async () => {
  const { app, talk } = await stoppable()
  const [quick, silent] = [await talk(), await talk()]
  await sleep(50)
  const stopped = app.close()
  quick.socket.write(livez)
  await Promise.all([quick.closed, silent.closed, stopped])
  expect(quick.received()).toMatch(/^HTTP\/1\.1 503 /)
  expect(silent.received()).toBe('')
})

it('No connection is taken once the service stops', async () => {
  const { app, port, newRun, talk } = await stoppable()
  const { socket, closed } = await talk()
  socket.write(upload(await newRun()) + body.slice(0, 5))
  await once(app.server, 'request')
  const stopped = app.close()
  await sleep(50)
  const [error] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException]
  expect(error.code).toBe('ECONNREFUSED')
  socket.write(body.slice(5))
  await Promise.all([closed, stopped])
})

it('An upload that does not end is a 503, and stores nothing', async () => {
  const { app, newRun, talk } = await stoppable(200)
  const run = await newRun()
  const { socket, received, closed } = await talk()
  socket.write(upload(run) + body.slice(0, 5))
  await once(app.server, 'request')
  await Promise.all([app.close(), closed])
  expect(received()).toMatch(/^HTTP\/1\.1 503 /)
  expect(received()).toMatch(/connection: close/i)
  expect(received()).toMatch(/"detail":"The service is stopping\."/)
  expect((await storage.of('default').runs.find(run))?.series).toEqual([])
})

it('An answer that is not read is cut off, which its reader can tell', async () => {
  const { app, send, talk } = await stoppable(200)
  const { id } = (await send('POST', '/v1/schedules', { payload: { rule: 'cosine', steps: 3_000_000 } })).json<{ id: string }>()
  const { socket, received, closed } = await talk()
  socket.write(`GET /v1/schedules/${id}/multipliers HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n`)
  await once(socket, 'data')
  socket.pause()
  await app.close()
  socket.resume()
  await closed
  expect(received()).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(received().endsWith('\r\n0\r\n\r\n')).toBe(false)
})

it('A stop that is announced is seen at /readyz, while requests are still taken', async () => {
  const { app, send } = await stoppable()
  expect((await send('GET', '/readyz')).statusCode).toBe(200)
  app.stopping.announce()
  const answer = await send('GET', '/readyz')
  expect([answer.statusCode, answer.json().checks.service]).toEqual([503, { status: 'failed', detail: 'It is about to stop.' }])
  expect((await send('GET', '/v1/runs')).statusCode).toBe(200)
  expect(app.stopping.signal.aborted).toBe(false)
  await app.close()
  expect(app.stopping.signal.aborted).toBe(true)
})
