import { beforeAll, expect, it } from 'vitest'
import { testApp } from '../../support/app.ts'
import { commandLine } from '../../support/command-line.ts'
import { trainingLikeNorms } from '../../support/norms.ts'

const { listen, send } = await testApp()
const { taper, file, read } = commandLine({ TAPER_URL: await listen() })
const norms = trainingLikeNorms(2000)
beforeAll(() => {
  file('norms.csv', `step,grad_norm\n${[...norms].map((value, step) => `${step},${value}`).join('\n')}\n`)
})

it('a log goes to the service and comes back as a schedule, whole and step by step', async () => {
  const logged = await taper(['log', 'by-hand', 'norms.csv', '--json'])
  expect(logged).toMatchObject({ code: 0, err: expect.stringMatching(/^read: .*"grad_norm".*\n/) })
  expect(JSON.parse(logged.out)).toMatchObject({ received: 2000, appended: 2000, points: 2000, lastStep: 1999 })
  expect((await taper(['log', 'by-hand', 'norms.csv'])).out).toContain('0 stored, 2000 already stored')

  const refined = await taper(['refine', 'by-hand', '--steps', '500', '--name', 'for the next', '--json'])
  const schedule = JSON.parse(refined.out) as { id: string; steps: number; name: string }
  expect(schedule).toMatchObject({ steps: 500, name: 'for the next', runId: 'by-hand', rule: 'refined' })

  const { body } = await send('GET', `/v1/schedules/${schedule.id}/multipliers`, { headers: { accept: 'text/csv' } })
  expect((await taper(['refine', 'by-hand', '--steps', '500', '--format', 'csv'])).out).toBe(body)
  expect((await taper(['schedule', schedule.id, '--format', 'csv'])).out).toBe(body)
  expect((await taper(['schedule', 'newest', '--run', 'by-hand', '--out', 'schedule.csv'])).code).toBe(0)
  expect(String(read('schedule.csv'))).toBe(body)

  const multiplier = Number(body.split('\n')[101]?.split(',')[1])
  expect((await taper(['lr', schedule.id, '100', '--peak', '0.2'])).out).toBe(`${multiplier * 0.2}\n`)
  expect((await taper(['lr', 'by-hand', '100', '--run', '--multiplier'])).out).toBe(`${multiplier}\n`)
  expect(JSON.parse((await taper(['lr', schedule.id, '100000', '--json'])).out)).toMatchObject({ multiplier: 0, clamped: true })
})

it('a schedule is made longer, with its warnings', async () => {
  const { id } = (await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 101 } })).json() as { id: string }
  const extended = await taper([
    'extend',
    id,
    '--steps',
    '2',
    '--unit',
    'epochs',
    '--batch-size',
    '1',
    '--dataset-size',
    '100',
    '--format',
    'csv'
  ])
  expect(extended.out.trim().split('\n')).toHaveLength(201)
  expect((await taper(['extend', id, '--steps', '201', '--from-step', '100', '--method', 'stretch', '--json'])).err).toContain('rest-zero')
  expect((await taper(['extend', id, '--steps', '50', '--from-step', '101'])).code).toBe(2)
})

it('shows runs and schedules to people and as JSON', async () => {
  await send('PUT', '/v1/runs/shown', { payload: { name: 'Shown', optimizer: 'adamw', totalSteps: 9, labels: { seed: '1' } } })
  await taper(['log', 'shown', '-', '--norm', 'l1'], { input: '{"values":[1,2,"NaN"]}' })
  const { out } = await taper(['runs', '--label', 'seed=1'])
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^RUN +NAME +OPTIMIZER +STEPS +SERIES +CREATED$/),
    expect.stringMatching(/^shown +Shown +adamw +9 +l1: 3 +2/),
    ''
  ])
  expect(JSON.parse((await taper(['runs', '--name', 'Show', '--json'])).out)).toMatchObject([{ id: 'shown' }])
  expect((await taper(['runs', 'shown'])).out).toContain('3, steps 0 to 2, 1 not finite')
  await send('POST', '/v1/runs/shown/schedules', { payload: { steps: 4 } })
  expect((await taper(['schedule', '--run', 'shown'])).out).toMatch(/\n\S+ +refined +shown +4 +/)
  expect(JSON.parse((await taper(['schedule', '--run', 'shown', '--json'])).out)).toMatchObject([{ steps: 4 }])
})

it('schedules are ranked on the norms of a run, those of the service too', async () => {
  await send('PUT', '/v1/runs/ranked', { payload: {} })
  await send('POST', '/v1/runs/ranked/gradient-norms', { payload: { startStep: 0, values: [...norms] } })
  const { id } = (await send('POST', '/v1/schedules', { payload: { rule: 'cosine', steps: 2000, name: 'ours' } })).json()
  const { code, out } = await taper(['compare', 'ranked', '--candidates', 'refined', 'linear', '--schedules', id, '--json'])
  expect(code).toBe(0)
  const { ranking } = JSON.parse(out) as { ranking: { name: string; ratio: number }[] }
  expect(ranking.map(({ name }) => name)).toEqual(['refined', 'linear', 'ours'])
  expect(ranking[0]?.ratio).toBe(1)
  const here = await taper(['compare', 'norms.csv', '--candidates', 'refined', 'linear', '--json'])
  expect(JSON.parse(here.out).ranking).toEqual(ranking.slice(0, 2))
})

it('training that went back to a checkpoint is logged as such', async () => {
  await taper(['log', 'resumed', '-'], { input: 'step,v\n0,1\n1,1\n2,1\n' })
  await taper(['log', 'resumed', '-', '--resume-from', '1'], { input: 'step,v\n1,2\n' })
  expect((await send('GET', '/v1/runs/resumed/gradient-norms')).json()).toMatchObject({ values: [1, 2] })
})

it('a log of more points than fit a request is stored whole', async () => {
  const values = Array.from({ length: 120_000 }, (_, step) => 1 + (step % 7))
  const { code, out } = await taper(['log', 'long', '-', '--json'], { input: JSON.stringify({ values }) })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ appended: 120_000, points: 120_000 })
  expect((await send('GET', '/v1/runs/long/gradient-norms')).json()).toMatchObject({ startStep: 0, stride: 1, values })
})

it('says what is wrong in words, and by its exit code whose fault it is', async () => {
  for (const [args, code, message] of [
    [['runs', 'nobody'], 2, 'The run "nobody" does not exist.'],
    [['refine', 'nobody'], 2, 'The run "nobody" does not exist.'],
    [['refine', 'no-such.csv'], 2, 'no such file'],
    [['schedule', 'newest'], 2, 'needs a run'],
    [['schedule', 'newest', '--run', 'shown-not'], 2, 'has no schedule'],
    [['lr', 'x', '-1'], 2, 'whole number'],
    [['log', 'bad/id', 'norms.csv'], 2, 'must match'],
    [['log', 'by-hand', 'norms.csv', '--column', 'loss'], 2, 'loss'],
    [['runs', '--url', 'nonsense'], 2, 'must be a URL'],
    [['runs', '--url', 'http://127.0.0.1:9'], 3, 'no service answers at http://127.0.0.1:9']
  ] as const) {
    const { code: exit, out, err } = await taper([...args])
    expect({ exit, out }, args.join(' ')).toEqual({ exit: code, out: '' })
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  }
})

it('a log says the same by itself as once it is stored: columns, warnings and advice', async () => {
  const n = 600
  const row = (i: number) => {
    const rate = 0.1 * (1 - i / n)
    const norm = norms[i]! * (rate / 0.1) ** -0.5
    return [i, 40 * norm, Math.min(norm, 2), 2 + Math.exp(-i / 100), rate]
  }
  const table = `step,grad_norm_l1,grad_norm_l2,loss,lr\n${Array.from({ length: n }, (_, i) => row(i).join(',')).join('\n')}\n`
  file('decayed.csv', table)
  const known = ['--optimizer', 'adamw', '--weight-decay', '0.5']
  const here = await taper(['refine', 'decayed.csv', ...known, '--format', 'json'])
  expect(here.err).toContain(`${n} losses from "loss", ${n} learning rates from "lr", ${n} l2 norms from "grad_norm_l2"`)
  const { multipliers, report } = JSON.parse(here.out)
  expect(report.columns).toEqual({
    step: 'step',
    value: 'grad_norm_l1',
    loss: 'loss',
    learningRate: 'lr',
    l2: 'grad_norm_l2'
  })
  expect(report.warnings.map(({ code }: { code: string }) => code)).toEqual(['clipped-norms', 'rising-norms'])

  await send('PUT', '/v1/runs/decayed', { payload: { optimizer: 'adamw', weightDecay: 0.5 } })
  await send('POST', '/v1/imports?runId=decayed&filename=decayed.csv', { payload: table, headers: { 'content-type': 'text/csv' } })
  const there = (await send('POST', '/v1/refinements', { payload: { runId: 'decayed' } })).json()
  for (const part of ['warnings', 'advice', 'losses', 'explained', 'forgetting']) expect(report[part]).toEqual(there.report[part])
  expect(multipliers).toEqual(there.multipliers)

  const drawn = (answer: { out: string }) => /Advice[\s\S]*/.exec(answer.out)?.[0]
  expect(drawn(await taper(['plot', 'decayed']))).toBe(drawn(await taper(['refine', 'decayed.csv', ...known, '--format', 'chart'])))
})
