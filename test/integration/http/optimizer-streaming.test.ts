import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { sameBits } from '../../support/numbers.ts'
import { decodeSafetensors, encodeSafetensors, type Flat, rawSafetensors } from '../../support/safetensors.ts'

const { send, listen } = await testApp()
const type = 'application/vnd.safetensors'
const entries = 50_000
const steps = 90

/** Gradients of 36 MB: more than is read as a whole. */
const gradient = (k: number) => Float64Array.from({ length: entries }, (_, i) => Math.sin(i + k))
const parameters = { shape: [entries], values: new Float64Array(entries).fill(1) }
const inOrder: Flat = { 'parameters/w': parameters }
for (let k = 0; k < steps; k++) inOrder[`gradients/${k}/w`] = { shape: [entries], values: gradient(k) }
/** As the official library writes them: by name. */
const byName = Object.fromEntries(Object.entries(inOrder).sort(([a], [b]) => (a < b ? -1 : 1)))

const replay = (payload: Buffer, headers: Record<string, string> = {}) =>
  send('POST', '/v1/optimizers/adam/replay', { headers: { 'content-type': type, accept: type, ...headers }, payload })

describe('a replay of many bytes', () => {
  test('gives the same bits in any order of its tensors, compressed or not', async () => {
    const streamed = await replay(encodeSafetensors(inOrder))
    const kept = await replay(encodeSafetensors(byName))
    const inflated = await replay(gzipSync(encodeSafetensors(inOrder), { level: 1 }), { 'content-encoding': 'gzip' })
    expect([streamed.statusCode, kept.statusCode, inflated.statusCode]).toEqual([200, 200, 200])
    expect(streamed.headers['content-length']).toBe(String(streamed.rawPayload.length))
    expect(kept.rawPayload.equals(streamed.rawPayload)).toBe(true)
    expect(inflated.rawPayload.equals(streamed.rawPayload)).toBe(true)

    const one = await Promise.all(
      [0, 1].map(async () => {
        let parameters = inOrder['parameters/w']!
        let state: Flat = {}
        let request = '{}'
        for (let k = 0; k < 3; k++) {
          const { rawPayload } = await send('POST', '/v1/optimizers/adam/step', {
            headers: { 'content-type': type, accept: type },
            payload: encodeSafetensors({ 'parameters/w': parameters, 'gradients/w': inOrder[`gradients/${k}/w`]!, ...state }, { request })
          })
          const { 'parameters/w': next, ...rest } = decodeSafetensors(rawPayload).tensors
          parameters = next!
          state = rest
          request = decodeSafetensors(rawPayload).metadata.answer!.replace(/,"diagnostics".*/, '}')
        }
        return parameters.values
      })
    )
    const three = Object.fromEntries(Object.entries(inOrder).filter(([name]) => !/gradients\/(?:[3-9]|\d\d)/.test(name)))
    const expected = decodeSafetensors((await replay(encodeSafetensors(three))).rawPayload).tensors['parameters/w']!.values
    for (const values of one) expect(sameBits(values as Float64Array, expected as Float64Array)).toBe(true)
  })

  test.each([3, 40, steps])('answers with every point of a trajectory of %i steps, in memory or in a file', async (count) => {
    const some = Object.fromEntries(
      Object.entries(inOrder).filter(([name]) => name === 'parameters/w' || Number(name.split('/')[1]) < count)
    )
    const { rawPayload, statusCode } = await replay(encodeSafetensors(some, { request: '{"keep":"all"}' }))
    expect(statusCode).toBe(200)
    const { tensors, metadata } = decodeSafetensors(rawPayload)
    expect(Object.keys(tensors).filter((name) => name.startsWith('trajectory/'))).toHaveLength(count)
    const at = (name: string) => tensors[name]!.values as Float64Array
    expect(sameBits(at(`trajectory/${count - 1}/w`), at('parameters/w'))).toBe(true)
    expect(sameBits(at('trajectory/0/w'), at('parameters/w'))).toBe(false)
    expect(JSON.parse(metadata.answer!).diagnostics).toHaveLength(count)
  })

  test('that fails in the middle is answered with the problem, its rest read', async () => {
    const broken = { ...inOrder, 'gradients/7/w': { shape: [entries], values: new Float64Array(entries).fill(Number.NaN) } }
    const answer = await replay(encodeSafetensors(broken))
    expect([answer.statusCode, problemOf(answer).detail]).toEqual([422, expect.stringContaining('step 7')])
  })

  test('that ends too soon, or goes on, is refused', async () => {
    const whole = encodeSafetensors(inOrder)
    expect(problemOf(await replay(whole.subarray(0, -1))).detail).toMatch(/before the end of its tensors/)
    expect(problemOf(await replay(Buffer.concat([whole, Buffer.alloc(1)]))).detail).toMatch(/follow/)
    const small = encodeSafetensors({ 'parameters/w': parameters, 'gradients/0/w': inOrder['gradients/0/w']! })
    expect(problemOf(await replay(gzipSync(small, { level: 1 }).subarray(0, -9), { 'content-encoding': 'gzip' })).detail).toMatch(/gzip/)
  })

  test('lets the service answer others meanwhile, also while its sender is slow', async () => {
    const url = new URL(await listen())
    const whole = encodeSafetensors(inOrder)
    const socket = connect(Number(url.port), url.hostname)
    let answer = ''
    socket.on('data', (data) => (answer += data.toString('latin1', 0, 40)))
    socket.write(
      `POST /v1/optimizers/adam/replay HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: ${whole.length}\r\n\r\n`
    )
    socket.write(whole.subarray(0, whole.length - 8))
    const other = await send('POST', '/v1/optimizers/sgd/step', { payload: { parameters: {}, gradients: {} } })
    expect([other.statusCode, answer]).toEqual([200, ''])
    socket.write(whole.subarray(whole.length - 8))
    await expect.poll(() => answer, { timeout: 10_000 }).toMatch(/^HTTP\/1.1 200/)
    socket.destroy()
  })

  test('whose sender goes away leaves room for others', async () => {
    const url = new URL(await listen())
    for (let i = 0; i < 70; i++) {
      const socket = connect(Number(url.port), url.hostname)
      await new Promise((resolve) =>
        socket.write(
          `POST /v1/optimizers/adam/replay HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ncontent-length: 90000000\r\n\r\n`,
          resolve
        )
      )
      socket.destroy()
    }
    await expect
      .poll(async () => (await send('POST', '/v1/optimizers/sgd/step', { payload: { parameters: {}, gradients: {} } })).statusCode)
      .toBe(200)
  })
})

test('a body beyond the limit is 413, also when it does not say how long it is', async () => {
  const small = await testApp({ TAPER_BODY_BYTES_MAX: '4000000' })
  const url = await small.listen()
  const chunked = await fetch(`${url}/v1/optimizers/adam/replay`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: new ReadableStream({
      start(controller) {
        controller.enqueue(encodeSafetensors(inOrder))
        controller.close()
      }
    }),
    duplex: 'half'
  })
  expect([chunked.status, ((await chunked.json()) as { type: string }).type]).toEqual([413, '/problems/body-too-large'])
  const announced = await small.send('POST', '/v1/optimizers/adam/replay', {
    headers: { 'content-type': type },
    payload: encodeSafetensors(inOrder)
  })
  expect(announced.statusCode).toBe(413)
})

test('a header alone, with nothing after it, is a replay of no steps', async () => {
  const answer = await replay(rawSafetensors('{}'))
  expect([answer.statusCode, decodeSafetensors(answer.rawPayload).order]).toEqual([200, []])
})
