import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { exportTargets } from '../../../src/formats/exports/index.ts'
import { problemOf, testApp } from '../../support/app.ts'
import { decodeSafetensors } from '../../support/safetensors.ts'

const { send, newRun } = await testApp()
const make = async (body: object): Promise<string> => (await send('POST', '/v1/schedules', { payload: body })).json().id
const get = (id: string, rest = '', headers: Record<string, string> = {}) => send('GET', `/v1/schedules/${id}/exports${rest}`, { headers })
const linear = await make({ rule: 'linear', steps: 1001, peakLearningRate: 0.5, name: 'first' })
const refined = await (async () => {
  const run = await newRun({ peakLearningRate: 0.5 })
  const values = Array.from({ length: 400 }, (_, i) => 1 + 3 * Math.exp(-i / 30) + ((i * 7919) % 13) / 13)
  await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values } })
  return (await send('POST', `/v1/runs/${run}/schedules`, { payload: { preset: 'paper', window: 0 } })).json().id as string
})()

describe('the exports of a schedule', () => {
  it('are listed with where they are and what to do with them', async () => {
    const { items } = (await get(linear)).json()
    expect(items.map(({ name }: { name: string }) => name)).toEqual(exportTargets.map(({ name }) => name))
    const query: Record<string, string> = { batchSize: '512', maximumBatchSize: '2048', checkpoints: '500,750,1001' }
    for (const { href, mediaType, fileName, usage, asks } of items) {
      const given = new URLSearchParams(asks.map((name: string) => [name, String(query[name])]))
      const answer = await send('GET', `${href}?${given}`)
      expect([href, answer.statusCode]).toEqual([href, 200])
      expect(String(answer.headers['content-type']).split(';')[0]).toBe(mediaType)
      expect(answer.headers['content-disposition']).toBe(`attachment; filename="${fileName}"`)
      expect(usage).toMatch(/\.$/)
    }
  })

  it('to a batch ramp or a merge need what only their user knows, and other targets do not take it', async () => {
    const places = async (rest: string) => problemOf(await get(linear, rest)).errors?.map(({ pointer }: { pointer: string }) => pointer)
    expect(await places('/batch-ramp')).toEqual(['query/batchSize'])
    expect(await places('/merge-weights')).toEqual(['query/checkpoints'])
    expect(await places('/pytorch?batchSize=4')).toEqual(['query/batchSize'])
    expect(await places('/batch-ramp?batchSize=8&checkpoints=1,2')).toEqual(['query/checkpoints'])
    expect(await places('/batch-ramp?batchSize=8&maximumBatchSize=4')).toEqual(['query/maximumBatchSize'])
    expect(await places('/merge-weights?checkpoints=500,400')).toEqual(['query/checkpoints'])
    expect(await places('/merge-weights?checkpoints=500,2000')).toEqual(['query/checkpoints'])
  })

  it('to a batch ramp and a merge have what their formulas give', async () => {
    const ramp = (await get(linear, '/batch-ramp?batchSize=512&maximumBatchSize=2048')).body
    expect(ramp).toMatch(/STAGES = \[ {2}# \(first step, batch size\)\n {4}\(0, 512\),\n {4}\(500, 1024\),/)
    const merge = (await get(linear, '/merge-weights?checkpoints=1,501,1001')).body
    const weights = [...merge.matchAll(/^ {4}\d+: ([\d.e-]+),$/gm)].map(([, weight]) => Number(weight))
    expect(weights).toHaveLength(3)
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    const zigzag = await make({ rule: 'cosine-restarts', steps: 100, parameters: { cycles: 2 } })
    expect(problemOf(await get(zigzag, '/merge-weights?checkpoints=25,50,75')).type).toBe('/problems/export-does-not-fit')
  })

  it('of a branch say how training goes on from its checkpoint', async () => {
    const branch = await make({
      rule: 'branch',
      steps: 25_000,
      peakLearningRate: 3e-4,
      parameters: {
        from: 20_000,
        before: { rule: 'warmup', parameters: { length: 1000, of: { rule: 'flat' } } },
        after: { rule: 'wsd', parameters: { cooldown: 1 } }
      }
    })
    expect((await get(branch, '/pytorch')).body).toContain('make_scheduler(optimizer, last_epoch=20000 - 1)')
    expect((await get(branch, '/transformers')).body).toContain('resume_from_checkpoint="<output_dir>/checkpoint-20000"')
    expect((await get(branch, '/lightning')).body).toContain('ckpt_path=')
    expect((await get(branch, '/megatron')).body).toContain('--ckpt-step 20000 --override-opt_param-scheduler')
    expect((await get(linear, '/pytorch')).body).not.toContain('To go on from the checkpoint')
  })

  it('are not there where the schedule is not', async () => {
    for (const rest of ['', '/pytorch', '/nothing']) expect(problemOf(await get('nobody', rest)).type).toBe('/problems/schedule-not-found')
  })

  it('to what is no target are a 404 that lists the targets and the closest', async () => {
    const problem = problemOf(await get(linear, '/pytorhc'))
    expect(problem.type).toBe('/problems/export-target-not-found')
    expect(problem.detail).toContain('Did you mean pytorch?')
    for (const { name } of exportTargets) expect(problem.detail).toContain(name)
  })

  it('have the peak learning rate of the schedule, or the one that is asked for', async () => {
    expect((await get(linear, '/pytorch')).body).toContain('PEAK_LEARNING_RATE = 0.5')
    expect((await get(linear, '/pytorch?peakLearningRate=3e-4')).body).toContain('PEAK_LEARNING_RATE = 0.0003')
    expect((await get(await make({ rule: 'flat', steps: 3 }), '/pytorch')).body).toContain('PEAK_LEARNING_RATE = None')
  })

  it('are straight pieces where those are shorter, and every value where not', async () => {
    expect((await get(linear, '/pytorch')).body).toContain('KNOT_STEPS = [0, 1000]')
    expect((await get(refined, '/pytorch')).body).toContain('base64')
    expect((await get(linear, '/pytorch?form=dense')).body).toContain('base64')
    const short = (await get(refined, '/csv?tolerance=0.05')).body.trim().split('\n')
    expect(short.length).toBeLessThan(250)
    expect(short[0]).toBe('step,multiplier,learningRate')
  })

  it('as CSV and safetensors are the multipliers with the same bits', async () => {
    const { multipliers } = (await send('GET', `/v1/schedules/${refined}/multipliers`)).json()
    const rows = (await get(refined, '/csv')).body.trim().split('\n').slice(1)
    expect(rows).toEqual(multipliers.map((multiplier: number, step: number) => `${step},${multiplier},${0.5 * multiplier}`))
    const { tensors } = decodeSafetensors((await get(refined, '/safetensors')).rawPayload)
    expect([...(tensors.multipliers?.values ?? [])]).toEqual(multipliers)
  })

  it('for Megatron and DeepSpeed name the nearest schedule and its error, and are refused where none is near', async () => {
    const flags = (await get(linear, '/megatron')).body
    expect(flags).toContain('the schedule itself, to 1e-6')
    expect(flags).toMatch(/--lr 0.5\n[\s\S]*--lr-decay-style linear\n[\s\S]*--lr-decay-iters 1000\n/)
    const steep = await make({ rule: 'exponential', steps: 1000 })
    for (const target of ['megatron', 'deepspeed']) {
      const problem = problemOf(await get(steep, `/${target}`))
      expect([problem.type, problem.status]).toEqual(['/problems/export-does-not-fit', 409])
      expect(problem.detail).toMatch(/pytorch/)
    }
  })

  it('are found unchanged by their tag, which differs by target, options and coding', async () => {
    const tags = new Set<unknown>()
    for (const rest of ['/pytorch', '/go', '/pytorch?form=dense', '/pytorch?tolerance=0.1', '/pytorch?peakLearningRate=1', '/csv']) {
      const first = await get(linear, rest)
      const tag = String(first.headers.etag)
      tags.add(tag)
      const again = await get(linear, rest, { 'if-none-match': tag })
      expect([again.statusCode, again.body]).toEqual([304, ''])
    }
    const packed = await get(linear, '/pytorch?form=dense', { 'accept-encoding': 'gzip' })
    tags.add(packed.headers.etag)
    expect(gunzipSync(packed.rawPayload).toString()).toBe((await get(linear, '/pytorch?form=dense')).body)
    expect(tags.size).toBe(7)
  })

  it('are given to who accepts their format, code also to who accepts plain text', async () => {
    expect((await get(linear, '/pytorch', { accept: 'text/plain' })).statusCode).toBe(200)
    expect((await get(linear, '/csv', { accept: 'text/csv' })).statusCode).toBe(200)
    expect(problemOf(await get(linear, '/pytorch', { accept: 'application/json' })).type).toBe('/problems/not-acceptable')
  })

  it.each([
    ['/pytorch?form=curve', 'query/form'],
    ['/pytorch?tolerance=-1', 'query/tolerance'],
    ['/pytorch?tolerance=2', 'query/tolerance'],
    ['/pytorch?peakLearningRate=NaN', 'query/peakLearningRate'],
    ['/pytorch?frame=x', 'query/frame'],
    ['/megatron?form=dense', 'query/form'],
    ['/safetensors?form=segments', 'query/form'],
    ['/safetensors?tolerance=0.1', 'query/tolerance']
  ])('%s is a 400 that names the place', async (rest, pointer) => {
    expect(problemOf(await get(linear, rest)).errors).toMatchObject([{ pointer }])
  })

  it('are refused as text where they would be too long, and streamed as values', async () => {
    const long = await make({ rule: 'flat', steps: 1.8e6 })
    expect((await get(long, '/pytorch')).body).toContain('KNOT_STEPS = [0, 1799999]')
    expect(problemOf(await get(long, '/pytorch?form=dense')).type).toBe('/problems/export-too-long')
    expect((await get(long, '/safetensors')).rawPayload.length).toBeGreaterThan(8 * 1.8e6)
  })
})
