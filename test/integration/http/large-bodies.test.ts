import { describe, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'

const { send, newRun, listen } = await testApp()
const json = { 'content-type': 'application/json' }
const binary = { 'content-type': 'application/octet-stream' }

describe('a large body', () => {
  it('of JSON is the same as a small one, bit for bit and error for error', async () => {
    const values = Float64Array.from({ length: 150_000 }, (_, i) => Math.abs(Math.sin(i)) * 10 ** ((i % 600) - 300))
    const written = [...values].map((value, i) => (i === 7 ? '-0' : i === 8 ? '"NaN"' : String(value)))
    const text = `{"values":[${written.join(',')}]}`
    expect(text.length).toBeGreaterThan(2 ** 21)
    const run = await newRun()
    const url = `/v1/runs/${run}/gradient-norms`
    expect((await send('POST', url, { headers: json, payload: text })).json()).toMatchObject({ appended: 150_000, lastStep: 149_999 })
    const back = new Float64Array(
      new Uint8Array((await send('GET', url, { headers: { accept: 'application/octet-stream' } })).rawPayload).buffer
    )
    values[7] = -0
    values[8] = Number.NaN
    expect(Buffer.from(back.buffer).equals(Buffer.from(values.buffer))).toBe(true)

    written[140_000] = '-1'
    const bad = await send('POST', url, { headers: json, payload: `{"values":[${written.join(',')}]}` })
    expect([bad.statusCode, bad.json().errors[0].pointer]).toEqual([400, '/values/140000'])
    written[140_000] = 'NaN'
    const bare = await send('POST', url, { headers: json, payload: `{"values":[${written.join(',')}]}` })
    expect([bare.statusCode, bare.json().errors[0].fix]).toEqual([400, expect.stringContaining('"NaN"')])
  })

  it('of uneven steps in JSON is stored and refined', async () => {
    const points = Array.from({ length: 60_000 }, (_, i) => ({ step: i * 3 + (i % 2), value: 1 + (i % 5) }))
    const run = await newRun()
    const answer = await send('POST', `/v1/runs/${run}/gradient-norms`, { headers: json, payload: JSON.stringify({ points }) })
    expect(answer.json()).toMatchObject({ appended: 60_000 })
    const refined = await send('POST', '/v1/refinements', { payload: { runId: run, steps: 100 } })
    expect(refined.json().multipliers).toHaveLength(100)
  })

  it('of norms to refine is checked as a small one', async () => {
    const values = Array.from({ length: 200_000 }, (_, i) => 1 + 1 / (i + 3))
    const good = await send('POST', '/v1/refinements', { headers: json, payload: JSON.stringify({ values, steps: 10 }) })
    expect(good.json().multipliers).toHaveLength(10)
    const bad = await send('POST', '/v1/refinements', { headers: json, payload: JSON.stringify({ values, stesp: 10 }) })
    expect(bad.json().errors).toMatchObject([{ pointer: '/stesp', fix: 'Did you mean "steps"?' }])
  })

  it('of 5 million values as bytes is stored in one request', async () => {
    const values = Float64Array.from({ length: 5_000_000 }, (_, i) => 1 / (1 + i))
    const run = await newRun()
    const url = `/v1/runs/${run}/gradient-norms`
    const answer = await send('POST', url, { headers: binary, payload: Buffer.from(values.buffer) })
    expect(answer.json()).toEqual({ received: 5e6, appended: 5e6, duplicates: 0, superseded: 0, points: 5e6, lastStep: 4_999_999 })
    const back = await send('GET', url, { headers: { accept: 'application/octet-stream' } })
    expect(back.rawPayload.equals(Buffer.from(values.buffer))).toBe(true)
  })

  it('keeps nobody waiting: while one is parsed, others are answered', async () => {
    const url = await listen()
    const run = await newRun()
    const values = Array.from({ length: 1_500_000 }, (_, i) => 1 + 1 / (i + 1))
    let done = false
    let answered = 0
    const post = fetch(`${url}/v1/runs/${run}/gradient-norms`, { method: 'POST', headers: json, body: JSON.stringify({ values }) }).then(
      async (answer) => {
        done = true
        return answer.status
      }
    )
    while (!done) {
      expect((await fetch(`${url}/livez`)).status).toBe(200)
      answered++
    }
    expect(await post).toBe(200)
    // Were it parsed in between, one or two would be.
    expect(answered).toBeGreaterThan(10)
  })
})
