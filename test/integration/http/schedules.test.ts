import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'
import { sameBits } from '../../support/numbers.ts'

const { send, newRun } = await testApp()
const norms = Array.from({ length: 200 }, (_, i) => 2 + Math.cos(i / 9))
const make = async (steps = 200, fields: object = { peakLearningRate: 0.5 }) => {
  const run = await newRun(fields)
  await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: norms } })
  return (await send('POST', `/v1/runs/${run}/schedules`, { payload: { steps } })).json()
}
const expected = async (steps: number): Promise<number[]> =>
  (await send('POST', '/v1/refinements', { payload: { values: norms, steps } })).json().multipliers
const read = (id: string, rest: string, headers: Record<string, string> = {}) => send('GET', `/v1/schedules/${id}${rest}`, { headers })
const formats = ['application/json', 'application/x-ndjson', 'text/csv', 'application/octet-stream', 'application/vnd.safetensors']

describe('a schedule', () => {
  it('is found by its id and in the lists', async () => {
    const schedule = await make()
    expect((await read(schedule.id, '')).json()).toEqual(schedule)
    expect((await send('GET', `/v1/schedules?runId=${schedule.runId}`)).json()).toEqual({ items: [schedule], nextCursor: null })
    expect((await send('GET', '/v1/schedules?limit=1')).json().items).toEqual([schedule])
    expect((await send('GET', '/v1/schedules?runId=nobody')).json().items).toEqual([])
  })

  it('stays when its run is deleted, and says so', async () => {
    const schedule = await make()
    await send('DELETE', `/v1/runs/${schedule.runId}`)
    expect((await read(schedule.id, '')).json()).toEqual({ ...schedule, runDeleted: true })
    expect((await read(schedule.id, '/multipliers')).json().multipliers).toEqual(await expected(200))
  })

  it('is deleted with its multipliers', async () => {
    const { id } = await make()
    await read(id, '/multipliers/1')
    expect((await send('DELETE', `/v1/schedules/${id}`)).statusCode).toBe(204)
    for (const rest of ['', '/multipliers', '/multipliers/1']) {
      expect(problemOf(await read(id, rest)).type).toBe('/problems/schedule-not-found')
    }
    expect(problemOf(await send('DELETE', `/v1/schedules/${id}`)).type).toBe('/problems/schedule-not-found')
  })

  it.each(['nobody', '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81'])('that is not there is a 404', async (id) => {
    expect(problemOf(await read(id, '')).type).toBe('/problems/schedule-not-found')
  })

  it.each(['a.b', 'a%20b', 'x'.repeat(65), '%00'])('with the id %s is a 400', async (id) => {
    expect(problemOf(await read(id, '')).errors).toMatchObject([{ pointer: expect.stringMatching(/^path/) }])
  })

  it('is listed page by page', async () => {
    const run = await newRun()
    await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values: norms } })
    for (const steps of [1, 2, 3, 4, 5]) await send('POST', `/v1/runs/${run}/schedules`, { payload: { steps } })
    const seen: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor }: { items: { steps: number }[]; nextCursor: string | null } = (
        await send('GET', `/v1/schedules?runId=${run}&limit=2${cursor && `&cursor=${cursor}`}`)
      ).json()
      seen.push(...items.map(({ steps }) => steps))
      cursor = nextCursor
    }
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })
})

describe('the multipliers', () => {
  it('are the same in each format', async () => {
    const { id } = await make(150_000)
    const values = await expected(150_000)
    const [json, ndjson, csv, binary, safetensors] = await Promise.all(formats.map((accept) => read(id, '/multipliers', { accept })))
    const isExpected = (found: Iterable<number>) => sameBits(Float64Array.from(found), Float64Array.from(values))
    const { multipliers, ...rest } = (json as NonNullable<typeof json>).json()
    expect([rest, isExpected(multipliers)]).toEqual([{ steps: 150_000 }, true])
    const lines = (ndjson?.body ?? '').trim().split('\n')
    const objects = lines.map((line) => JSON.parse(line) as { step: number; multiplier: number })
    expect(objects.every(({ step }, i) => step === i) && isExpected(objects.map(({ multiplier }) => multiplier))).toBe(true)
    expect(csv?.body === `step,multiplier\n${values.map((value, step) => `${step},${value}\n`).join('')}`).toBe(true)
    expect(isExpected(new Float64Array(new Uint8Array(binary?.rawPayload ?? []).buffer))).toBe(true)

    const file = safetensors?.rawPayload as Buffer
    const length = Number(file.readBigUInt64LE())
    const header = JSON.parse(file.subarray(8, 8 + length).toString())
    expect(header.multipliers).toEqual({ dtype: 'F64', shape: [150_000], data_offsets: [0, 1_200_000] })
    expect(Object.values(header.__metadata__).every((text) => typeof text === 'string')).toBe(true)
    expect(isExpected(new Float64Array(new Uint8Array(file.subarray(8 + length)).buffer))).toBe(true)
  })

  it('are cut to the steps that are asked for', async () => {
    const { id } = await make()
    const values = await expected(200)
    expect((await read(id, '/multipliers?fromStep=10&toStep=13')).json()).toEqual({ steps: 3, multipliers: values.slice(10, 13) })
    expect((await read(id, '/multipliers?fromStep=198', { accept: 'text/csv' })).body).toBe(`step,multiplier\n198,${values[198]}\n199,0\n`)
    expect((await read(id, '/multipliers?fromStep=500')).json()).toEqual({ steps: 0, multipliers: [] })
    expect((await read(id, '/multipliers?fromStep=13&toStep=10')).json()).toEqual({ steps: 0, multipliers: [] })
  })

  it('may be kept for ever, and are a 304 to who has them, in any format by the etag of the schedule', async () => {
    const { id, etag } = await make()
    const tags = new Set<unknown>()
    for (const accept of formats) {
      for (const coding of ['identity', 'gzip']) {
        const headers = { accept, 'accept-encoding': coding }
        const answer = await read(id, '/multipliers', headers)
        expect(answer.headers['cache-control']).toMatch(/immutable/)
        tags.add(answer.headers.etag)
        for (const known of [String(answer.headers.etag), etag]) {
          const again = await read(id, '/multipliers', { ...headers, 'if-none-match': known })
          expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', answer.headers.etag])
        }
        if (coding === 'gzip') {
          const plain = await read(id, '/multipliers', { accept })
          expect(gunzipSync(answer.rawPayload).equals(plain.rawPayload)).toBe(true)
        }
      }
    }
    expect(tags.size).toBe(10)
  })

  it('are refused in other formats', async () => {
    expect(problemOf(await read((await make()).id, '/multipliers', { accept: 'image/svg+xml' })).detail).toContain('safetensors')
  })
})

describe('one multiplier', () => {
  it('comes with the learning rate, where the peak is known or given', async () => {
    const { id } = await make()
    const value = (await expected(200))[50] as number
    expect((await read(id, '/multipliers/50')).json()).toEqual({ step: 50, multiplier: value, learningRate: 0.5 * value })
    expect((await read(id, '/multipliers/50?peakLearningRate=2e-3')).json().learningRate).toBe(2e-3 * value)
    expect((await read(id, '/multipliers/50?peakLearningRate=0')).json().learningRate).toBe(0)
    expect((await read((await make(200, {})).id, '/multipliers/50')).json()).toEqual({ step: 50, multiplier: value })
  })

  it.each([200, 1e6, Number.MAX_SAFE_INTEGER])('past the end, at step %d, is the last one, and says so', async (step) => {
    expect((await read((await make()).id, `/multipliers/${step}`)).json()).toEqual({ step, multiplier: 0, learningRate: 0, clamped: true })
  })

  it('is a 304 to who has it', async () => {
    const { id } = await make()
    const answer = await read(id, '/multipliers/3')
    expect(answer.headers['cache-control']).toMatch(/immutable/)
    const again = await read(id, '/multipliers/3', { 'if-none-match': String(answer.headers.etag) })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', answer.headers.etag])
    expect((await read(id, '/multipliers/3', { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })

  it.each(['-1', '1.5', 'x', '9007199254740992', '1e300', '0x1', ''])('of step %j is a 400', async (step) => {
    expect(problemOf(await read((await make()).id, `/multipliers/${step}`)).errors).toMatchObject([{ pointer: 'path/step' }])
  })

  it.each(['peakLearningRate=-1', 'peakLearningRate=NaN', 'peakLearningRate=1e999', 'peakLearningRate=', 'peak=1'])(
    '?%s is a 400',
    async (query) => {
      expect(problemOf(await read((await make()).id, `/multipliers/1?${query}`)).errors?.[0]?.pointer).toMatch(/^query\//)
    }
  )
})
