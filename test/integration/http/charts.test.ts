import { describe, expect, it } from 'vitest'
import { problemOf, testApp } from '../../support/app.ts'

const { send, newRun } = await testApp()
const withNorms = async (values: unknown[], fields = {}) => {
  const run = await newRun(fields)
  await send('POST', `/v1/runs/${run}/gradient-norms`, { payload: { values } })
  return run
}
const hostile = '</title><script>alert(1)</script>"&'
/** Elements in order; fails where they do not nest. */
function elementsOf(svg: string): string[] {
  const open: string[] = []
  const names: string[] = []
  for (const [, closes, name = '', closed] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (closes) expect(open.pop()).toBe(name)
    else {
      names.push(name)
      if (!closed) open.push(name)
    }
  }
  expect(open).toEqual([])
  return names
}

describe('the picture of a run', () => {
  it.each([
    ['many norms', Array.from({ length: 5000 }, (_, i) => 1 + ((i * 7919) % 101) / 50)],
    ['three norms', [3, 1, 2]],
    ['one norm', [3]],
    ['norms that are not finite, and zeros', ['NaN', 1, 'Infinity', 0, 2, 0, 'NaN']],
    ['no finite norm', ['NaN', 'NaN']],
    ['a constant', new Array(100).fill(2)],
    ['a huge range', [1e-300, 1, 1e300, 1e-300]],
    ['none', []]
  ])('shows %s, small, without scripts and numbers that are none', async (_, values) => {
    const answer = await send('GET', `/v1/runs/${await withNorms(values, { name: hostile })}/chart.svg`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(answer.body.length).toBeLessThan(40_000)
    expect(answer.body).not.toMatch(/NaN[,\s"]|Infinity|undefined/)
    const names = elementsOf(answer.body)
    expect(names.slice(0, 4)).toEqual(['svg', 'title', 'desc', 'style'])
    expect(names).not.toContain('script')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('names the lines, and takes a logarithmic axis over more than two decades', async () => {
    const run = await withNorms(Array.from({ length: 400 }, (_, i) => 10 ** (4 - i / 80)))
    const { body } = await send('GET', `/v1/runs/${run}/chart.svg`)
    for (const word of ['logarithmic', 'logged', 'median', 'refined', 'with the nearest rule', 'optimizer step'])
      expect(body).toContain(`${word}`)
  })

  it('is found unchanged until there are more norms', async () => {
    const run = await withNorms([1, 2, 3])
    const first = await send('GET', `/v1/runs/${run}/chart.svg`)
    const again = () => send('GET', `/v1/runs/${run}/chart.svg`, { headers: { 'if-none-match': String(first.headers.etag) } })
    expect((await again()).statusCode).toBe(304)
    await send('POST', `/v1/runs/${run}/gradient-norms?startStep=3`, { payload: { values: [4] } })
    expect((await again()).statusCode).toBe(200)
  })

  it('of a run that is not there is a 404', async () => {
    expect(problemOf(await send('GET', '/v1/runs/nobody/chart.svg')).type).toBe('/problems/run-not-found')
  })
})

describe('the picture of a schedule', () => {
  it('follows the reader between light and dark unless a theme is asked for, and has the size that is asked for', async () => {
    const { id } = (await send('POST', '/v1/schedules', { payload: { rule: 'cosine', steps: 100_000, name: hostile } })).json()
    const draw = async (query: string) => (await send('GET', `/v1/schedules/${id}/chart.svg${query}`)).body
    const [auto, light, dark] = await Promise.all(['', '?theme=light', '?theme=dark&width=400&height=200'].map(draw))
    expect(auto).toContain('prefers-color-scheme:dark')
    expect(light).not.toContain('prefers-color-scheme')
    expect(dark).toContain('viewBox="0 0 400 200"')
    for (const svg of [auto, light, dark]) {
      expect(elementsOf(svg as string)).not.toContain('script')
      expect((svg as string).length).toBeLessThan(40_000)
    }
    expect(problemOf(await send('GET', `/v1/schedules/${id}/chart.svg?width=1`)).errors).toMatchObject([{ pointer: 'query/width' }])
  })

  it('of one step is a picture too', async () => {
    const { id } = (await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 1 } })).json()
    expect((await send('GET', `/v1/schedules/${id}/chart.svg`)).body).toContain('<path class="line first"')
  })

  it('of preset robust has that of preset paper beside it, as long as the run is there', async () => {
    const run = await withNorms(Array.from({ length: 400 }, (_, i) => 1 + i / 200 + (i % 7) / 50))
    const made = async (payload: object) => (await send('POST', `/v1/runs/${run}/schedules`, { payload })).json<{ id: string }>().id
    const drawn = async (id: string) => (await send('GET', `/v1/schedules/${id}/chart.svg`)).body
    const [robust, paper] = [await made({ steps: 1000 }), await made({ preset: 'paper' })]
    expect(await drawn(robust)).toContain('and the schedule of preset paper')
    expect(await drawn(paper)).not.toContain('preset paper.')
    await send('DELETE', `/v1/runs/${run}`)
    expect(await drawn(robust)).not.toContain('preset paper')
  })
})
