import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'

const { app, newRun, listen } = await testApp()

it('while the service stops, a request under way is answered, and the next one is a 503', async () => {
  const { port } = new URL(await listen())
  const run = await newRun()
  const socket = connect(Number(port), '127.0.0.1')
  let received = ''
  socket.on('data', (data) => (received += data))
  const body = '{"values":[1,2,3]}'
  const head = `POST /v1/runs/${run}/gradient-norms HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`
  socket.write(head + body.slice(0, 5))
  await once(app.server, 'request')
  const closed = app.close()
  socket.write(`${body.slice(5)}GET /livez HTTP/1.1\r\nHost: a\r\n\r\n`)
  await once(socket, 'close')
  await closed
  const [first, second] = received.split(/(?<=\})(?=HTTP\/1\.1)/)
  expect(first).toMatch(/^HTTP\/1\.1 200 OK/)
  expect(first).toMatch(/"appended":3/)
  expect(second).toMatch(/^HTTP\/1\.1 503 /)
  expect(second).toMatch(/retry-after: 5/i)
  expect(second).toMatch(/application\/problem\+json/)
})
