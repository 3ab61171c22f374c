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
    ['one norm', { l2: [1] }, 'There is no schedule'],
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
