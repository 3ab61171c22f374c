import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const hostile = `</title><script>alert(1)</script>"'&\u202e`

const series = (length: number) => {
  const loss = Array.from({ length }, (_, t) => 1 + 4 * Math.exp((-8 * t) / length) + 0.01 * Math.sin(t * t))
  return {
    l2: loss.map((value, t) => value * (1 + 0.1 * Math.cos(t * t))),
    loss,
    'learning-rate': loss.map((_, t) => 0.1 * (1 - t / length))
  }
}
const withSeries = async (fields = {}, length = 400) => {
  const run = await newRun(fields)
  await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 0, series: series(length) } })
  return run
}

describe('the report of a run', () => {
  it('has bounds, forecasts and exports, and stores no schedule', async () => {
    const run = await withSeries({ totalSteps: 400, optimizer: 'SGD', peakLearningRate: 0.1, labels: { data: 'digits' } })
    const answer = await send('GET', `/v1/runs/${run}/report`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const words of ['bound, at its own best peak', 'predicted loss at peak 0.1', 'def make_scheduler', 'label data', 'digits', '<svg'])
      expect(answer.body).toContain(words)
    expect((await send('GET', `/v1/schedules?runId=${run}`)).json().items).toEqual([])
  })

  it('runs and loads nothing, whatever the run is called', async () => {
    const run = await withSeries({ name: hostile, optimizer: hostile, labels: { [hostile.slice(0, 40)]: hostile } })
    const { body, headers } = await send('GET', `/v1/runs/${run}/report`)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/)
    expect(body).not.toMatch(/<script|\u202e|<\/title><script|<[^>]*(?:src|href)="[^#]/)
    expect(body).toContain('&lt;script&gt;')
  })

  it('is the same bytes, and found unchanged, until the run changes', async () => {
    const run = await withSeries()
    const first = await send('GET', `/v1/runs/${run}/report`)
    expect((await send('GET', `/v1/runs/${run}/report`)).body).toBe(first.body)
    const again = () => send('GET', `/v1/runs/${run}/report`, { headers: { 'if-none-match': String(first.headers.etag) } })
    expect((await again()).statusCode).toBe(304)
    await send('POST', `/v1/runs/${run}/gradient-norms?startStep=400`, { payload: { values: [1] } })
    expect((await again()).statusCode).toBe(200)
  })

  it('takes norm, preset and length', async () => {
    const run = await withSeries()
    const { body } = await send('GET', `/v1/runs/${run}/report?preset=paper&steps=900`)
    expect(body).toContain('The refined schedule of 900 steps')
  })

  it.each([
    ['nothing', {}, 'no gradient norms were logged'],
    ['one norm', { l2: [1] }, 'No schedule was refined'],
    ['losses alone', { loss: [3, 2, 1] }, 'no gradient norms were logged']
  ])('of a run with %s says what is missing', async (_, logged, words) => {
    const run = await newRun()
    if (Object.keys(logged).length > 0) await send('POST', `/v1/runs/${run}/series`, { payload: { startStep: 0, series: logged } })
    const answer = await send('GET', `/v1/runs/${run}/report`)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain(words)
  })

  it('of a run that is not there is a 404, and a norm that it has not logged a problem', async () => {
    expect(problemOf(await send('GET', '/v1/runs/nobody/report')).type).toBe('/problems/run-not-found')
    expect(problemOf(await send('GET', `/v1/runs/${await withSeries()}/report?norm=l1`)).type).toBe('/problems/too-few-norms')
  })
})

describe('the report of a log that is sent', () => {
  const row = (t: number) => {
    const loss = 1 + 4 * Math.exp(-t / 50)
    return `${t},${loss * (1 + 0.1 * Math.cos(t * t))},${loss * (1 + 0.01 * Math.sin(t * t))},${0.1 * (1 - t / 400)}`
  }
  const log = (names: string) => `${names}\n${Array.from({ length: 400 }, (_, t) => row(t)).join('\n')}\n`
  const report = (query: string, payload: string | Buffer, more: Record<string, string> = {}) =>
    send('POST', `/v1/reports?filename=run-7.csv${query}`, { payload, headers: { 'content-type': 'application/octet-stream', ...more } })

  it('says what was read from where, refines as the stored log is refined, and stores nothing', async () => {
    const before = (await send('GET', '/v1/runs')).json().items.length
    const answer = await report('', log('step,grad_norm,loss,lr'))
    expect(answer.statusCode).toBe(200)
    const { receipt, runId, series, refinement, numbers, comparison, forecast, exports } = answer.json()
    expect(receipt.runs[0].series.map(({ name, source }: { name: string; source: string }) => [name, source])).toEqual([
      ['l2', 'grad_norm'],
      ['loss', 'loss'],
      ['learning-rate', 'lr']
    ])
    expect(series.map(({ name }: { name: string }) => name)).toEqual(['l2', 'loss', 'learning-rate'])
    expect(numbers.norms.length).toBe(400)
    expect(numbers.curve.losses.length).toBe(400)
    expect(comparison.rows.find(({ name }: { name: string }) => name === 'refined').forecast.loss).toBeGreaterThan(0)
    expect(forecast.peakLearningRate).toBe(0.1)
    expect(exports.targets[0].text.text).toContain('def make_scheduler')
    expect((await send('GET', '/v1/runs')).json().items.length).toBe(before)

    const sent = { payload: log('step,grad_norm,loss,lr'), headers: { 'content-type': 'application/octet-stream' } }
    await send('POST', '/v1/imports?filename=run-7.csv', sent)
    const stored = (await send('POST', `/v1/runs/${runId}/schedules`, { payload: {} })).json()
    const { advice, bound, warnings } = refinement.report
    expect({ advice, bound, warnings, steps: refinement.steps }).toEqual({
      advice: stored.report.advice,
      bound: stored.report.bound,
      warnings: stored.report.warnings,
      steps: stored.steps
    })
  })

  it('in brief leaves out what takes long, and as HTML is a file of its own', async () => {
    const brief = (await report('&parts=brief', log('step,grad_norm,loss,lr'))).json()
    expect([brief.comparison.missing, brief.forecast.missing, brief.exports.missing]).toEqual(new Array(3).fill('it was left out.'))
    const page = await report('&preset=paper', log('step,grad_norm,loss,lr'), { accept: 'text/html' })
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect(page.body).toContain('refined, paper')
  })

  it('refuses what names do not tell with every column, and takes the choice of one', async () => {
    const refused = await report('', log('step,alpha,beta,gamma'))
    expect(problemOf(refused).type).toBe('/problems/ambiguous-log')
    expect(
      refused
        .json()
        .errors.map(({ fix }: { fix: string }) => fix)
        .join()
    ).toContain('alpha')
    const chosen = (await report('&map=l2=alpha', log('step,alpha,beta,gamma'))).json()
    expect(chosen.series[0]).toMatchObject({ name: 'l2', source: 'alpha', points: 400 })
  })

  it('of losses alone says that there are no norms, as JSON and as a file, and shows what was logged besides', async () => {
    const { refinement, series } = (await report('', 'step,loss,eval_loss\n0,3,4\n1,2,3\n2,1,2\n')).json()
    expect(refinement.missing).toContain('no gradient norms')
    expect(series.map(({ name, points }: { name: string; points: number }) => [name, points])).toEqual([
      ['loss', 3],
      ['eval-loss', 3]
    ])
    const page = await report('', 'step,loss\n0,3\n1,2\n2,1\n', { accept: 'text/html' })
    expect([page.statusCode, page.body.includes('No schedule was refined')]).toEqual([200, true])
  })

  const line = (t: number, factor: number) => `${t},${factor * (1 + 4 * Math.exp(-t / 50))}`
  const lines = (count: number, factor: number, before = '') => Array.from({ length: count }, (_, t) => before + line(t, factor)).join('\n')

  it('of several runs shows one, names all as the log does, and takes the one that is named', async () => {
    const runs = `run,step,loss\n${lines(30, 1, 'first,')}\n${lines(40, 2, 'zweiter Lauf/ü,')}\n`
    const first = (await report('', runs)).json()
    expect(first.runId).toBe('first')
    expect(first.receipt.runs.map(({ runId, name }: { runId: string; name?: string }) => name ?? runId)).toEqual([
      'first',
      'zweiter Lauf/ü'
    ])
    const second = (await report(`&run=${encodeURIComponent('zweiter Lauf/ü')}`, runs)).json()
    expect([second.title, second.series[0].points]).toEqual(['zweiter Lauf/ü', 40])
    const page = await report('', runs, { accept: 'text/html' })
    expect(page.body).toContain('The log holds 2 runs. This is &quot;first&quot;; the others are &quot;zweiter Lauf/ü&quot;.')
  })

  it('of folders takes the one whose run is named', async () => {
    const form = new FormData()
    for (const [folder, count] of [
      ['lr 0.1', 30],
      ['lr 0.2', 40]
    ] as const)
      form.append('files', new File([`step,loss\n${lines(count, 1)}\n`], `sweep/${folder}/metrics.csv`))
    const body = new Response(form)
    const sent = { payload: Buffer.from(await body.arrayBuffer()), headers: { 'content-type': String(body.headers.get('content-type')) } }
    const both = (await send('POST', '/v1/reports', sent)).json()
    const names = both.receipt.runs.map(({ runId, name }: { runId: string; name?: string }) => name ?? runId)
    expect(names).toEqual(['sweep/lr 0.1', 'sweep/lr 0.2'])
    const second = (await send('POST', `/v1/reports?run=${encodeURIComponent(names[1])}`, sent)).json()
    expect([second.receipt.runs.length, second.series[0].points]).toEqual([1, 40])
  })
})
