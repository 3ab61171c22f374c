import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { openPage, untilText } from '../../support/browser.ts'
import { databaseProxy } from '../../support/database-proxy.ts'
import { startService } from '../../support/service.ts'

const { send, listen } = await testApp()
const url = await listen()

const logged = (from: number, count: number) => {
  const steps = Array.from({ length: count }, (_, i) => from + i)
  return {
    startStep: from,
    series: { l2: steps.map((step) => 2 + Math.sin(step * step)), loss: steps.map((step) => 3 / (1 + step / 1000)) }
  }
}

async function append(id: string, from: number, count: number): Promise<void> {
  const answer = await send('POST', `/v1/runs/${id}/series`, { payload: logged(from, count) })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

async function newRun(id: string, points: number, fields: object = {}): Promise<void> {
  await send('PUT', `/v1/runs/${id}`, { payload: fields })
  await append(id, 0, points)
}

/** Opens the table of the first chart, and waits until its last row is of this step. */
async function untilStep(page: Page, step: number): Promise<void> {
  if ((await page.$('.chart-table')) === null) await (await page.waitForSelector('figure button[aria-expanded]'))?.click()
  const text = new Intl.NumberFormat('en').format(step)
  await page.waitForFunction((last) => document.querySelector('.chart-table tbody tr:last-child th')?.textContent === last, {}, text)
}

/** How often a series was asked for. */
const asked = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/view')).length)

test('sixty steps a second of a run of 100,000 are drawn as they come, without a question for each, and a zoom stays', async (context) => {
  await newRun('trained', 100_000)
  const { page, errors } = await openPage(context, `${url}/#/runs/trained`)
  await untilText(page, 'Live')
  await untilStep(page, 99_999)
  await untilText(page, 'points used')
  const before = await asked(page)
  for (let step = 100_000; step < 100_240; step++) {
    await append('trained', step, 1)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await untilStep(page, 100_239)
  expect((await asked(page)) - before).toBeLessThan(10)
  await page.evaluate(() => (location.hash += '?from=1000&to=2000'))
  await untilStep(page, 2000)
  await append('trained', 100_240, 100)
  await untilStep(page, 2000)
  expect(await page.evaluate(() => location.hash)).toBe('#/runs/trained?from=1000&to=2000')
  await page.evaluate(() => (location.hash = '#/runs/trained'))
  await untilStep(page, 100_339)
  expect(errors).toEqual([])
})

test('without a network the page says so, keeps what it shows, and goes on by itself, without a reload and without a gap', async (context) => {
  await newRun('offline', 300)
  const { page } = await openPage(context, `${url}/#/runs/offline`)
  await untilText(page, 'Live')
  await untilStep(page, 299)
  await page.evaluate(() => Object.assign(globalThis, { isSame: true }))
  await page.setOfflineMode(true)
  await untilText(page, 'The connection is lost')
  await append('offline', 300, 50)
  await untilStep(page, 299)
  await page.setOfflineMode(false)
  await untilText(page, 'Live')
  await untilStep(page, 349)
  expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(true)
})

test('a service that is killed and started again, or stopped, is waited for, and nothing that it stored is missing', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'taper-page-'))
  context.onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  let service = await startService({ TAPER_DATA_DIR: folder, DATABASE_URL: '' })
  const { port } = new URL(service.url)
  const ask = async (path: string, body: object, method = 'POST') => {
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${service.url}${path}`, { method, headers, body: JSON.stringify(body) })).status).toBeLessThan(300)
  }
  await ask('/v1/runs/killed', {}, 'PUT')
  await ask('/v1/runs/killed/series', logged(0, 200))
  const { page } = await openPage(context, `${service.url}/#/runs/killed`)
  await untilText(page, 'Live')
  await untilStep(page, 199)
  await page.evaluate(() => Object.assign(globalThis, { isSame: true }))
  let points = 200
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    await service.stop(signal)
    await untilText(page, 'The connection is lost')
    await untilStep(page, points - 1)
    service = await startService({ TAPER_DATA_DIR: folder, DATABASE_URL: '', PORT: port })
    await ask('/v1/runs/killed/series', logged(points, 20))
    points += 20
    await untilText(page, 'Live')
    await untilStep(page, points - 1)
  }
  expect(await page.evaluate(() => 'isSame' in globalThis)).toBe(true)
  await service.stop('SIGTERM')
})

test('a page that was open while the service got another version says so, and loads anew when asked', async (context) => {
  const way = await databaseProxy(url)
  await newRun('upgraded', 100)
  const { page } = await openPage(context, `${way.url.replace(/\/$/, '')}/#/runs/upgraded`)
  await untilText(page, 'Live')
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== way.url || request.isNavigationRequest()) return void request.continue()
    void request.respond({ contentType: 'text/html', body: '<script type="module" src="assets/main-other.js"></script>' })
  })
  await way.cut()
  await untilText(page, 'The connection is lost')
  await way.mend()
  await untilText(page, 'The service has another version of this page by now')
  await Promise.all([page.waitForNavigation(), page.click('.trouble button')])
  await untilText(page, 'Live')
})

test('a service that is too busy is asked again after the time that it names, and the page shows what was asked for', async (context) => {
  await newRun('busy', 100, { name: 'Busy run' })
  const { page } = await openPage(context, `${url}/#/runs`)
  await untilText(page, 'Busy run')
  let refused = 0
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (!request.url().includes('/runs/busy') || refused >= 4) return void request.continue()
    refused++
    const body = JSON.stringify({ type: '/problems/overloaded', title: 'Overloaded', detail: 'Too much is under way.' })
    void request.respond({
      status: refused % 2 === 0 ? 503 : 429,
      headers: { 'retry-after': '1' },
      contentType: 'application/problem+json',
      body
    })
  })
  await page.evaluate(() => (location.hash = '#/runs/busy'))
  await untilText(page, 'Too much is under way. It is asked again by itself.')
  await untilText(page, 'Busy run')
  await untilText(page, 'Live')
  await untilStep(page, 99)
  await page.waitForFunction(() => !document.body.innerText.includes('Too much is under way'))
})

test('times are told by the clock of the service, whatever that of the browser says', async (context) => {
  await newRun('timed', 10, { name: 'Timed run' })
  const { page } = await openPage(context, 'about:blank')
  await page.evaluateOnNewDocument('const now = Date.now; Date.now = () => now() + 5 * 3600_000')
  await page.goto(`${url}/#/runs?search=timed`)
  await untilText(page, 'Timed run')
  expect(await page.$eval('table.runs time', (time) => time.textContent)).toBe('just now')
})

test('the loss is drawn with what the filter of the refinement leaves of it, and a drag that began before that came zooms all the same', async (context) => {
  await newRun('filtered', 2000)
  const { page, errors } = await openPage(context, 'about:blank')
  await page.setRequestInterception(true)
  let answer = () => {}
  page.on('request', (request) => {
    if (!request.url().includes('/preview')) return void request.continue()
    answer = () => void request.continue()
  })
  await page.goto(`${url}/#/runs/filtered`)
  const plot = await page.waitForSelector('[aria-label^="Gradient norm"] .u-over')
  await page.waitForNetworkIdle({ concurrency: 2 })
  const { x, y, width, height } = (await plot!.boundingBox()) as { x: number; y: number; width: number; height: number }
  await page.mouse.move(x + width / 4, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 3, y + height / 2, { steps: 3 })
  answer()
  await untilText(page, 'points used')
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.mouse.up()
  await page.waitForFunction(() => /from=\d+/.test(location.hash))
  await page.waitForFunction(() =>
    document.querySelector('[aria-label^="Training loss"]')?.getAttribute('aria-label')?.includes('filtered: ')
  )
  expect(errors).toEqual([])
})
