import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { expectAccessible, inkIn, openPage, untilText } from '../../support/browser.ts'
import { databaseProxy } from '../../support/database-proxy.ts'
import { newKey } from '../../support/keys.ts'

const { send, listen } = await testApp()
const url = await listen()

/** Points that look like a training: norms with outliers, a loss that falls, a rate that decays. */
const logged = (from: number, to: number, total: number) => {
  const steps = Array.from({ length: to - from }, (_, i) => from + i)
  const noise = (step: number) => ((step * 7919) % 997) / 997 - 0.5
  return {
    startStep: from,
    series: {
      l2: steps.map((step) => (1 + 3 * Math.exp((-8 * step) / total)) * (1 + 0.3 * noise(step)) * (step === 2345 ? 20 : 1)),
      loss: steps.map((step) => 2 + 4 * Math.exp((-4 * step) / total) + 0.1 * noise(step)),
      'learning-rate': steps.map((step) => 3e-4 * (1 - step / total)),
      'weight-norm': steps.map((step) => 20 + Math.sqrt(step))
    }
  }
}

async function newRun(id: string, points: number, fields: object = {}): Promise<void> {
  await send('PUT', `/v1/runs/${id}`, { payload: { totalSteps: points, optimizer: 'SGD', peakLearningRate: 3e-4, ...fields } })
  await append(id, 0, points, points)
}

async function append(id: string, from: number, to: number, total: number): Promise<void> {
  const answer = await send('POST', `/v1/runs/${id}/series`, { payload: logged(from, to, total) })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}

const chart = (title: string) => `[aria-label^="${title}"]`
const norm = chart('Gradient norm')

/** The steps that the norms are shown at, as their table says. */
async function shownSteps(page: Page): Promise<number[]> {
  const table = await page.$('.chart-table')
  if (table === null) await (await page.waitForSelector('figure button[aria-expanded]'))?.click()
  await page.waitForSelector('.chart-table')
  return await page.$$eval('.chart-table tbody th', (cells) => cells.map((cell) => Number((cell.textContent ?? '').replaceAll(',', ''))))
}

test('a run shows its norms, loss, rate and weights, what is made of them, and not one error', async (context) => {
  await newRun('shown', 5000, { name: 'Shown run' })
  const { page, errors } = await openPage(context, `${url}/#/runs/shown`)
  await untilText(page, 'Shown run')
  for (const title of ['Gradient norm', 'Training loss', 'Learning rate', 'Weight norm', 'Multiplier of the peak rate']) {
    await page.waitForSelector(`${chart(title)} canvas`)
    expect([title, (await inkIn(page, chart(title))) > 1000]).toEqual([title, true])
  }
  await untilText(page, 'Nearest rule: linear')
  expect(errors).toEqual([])
})

test.for(['light', 'dark'] as const)('a run is accessible in the %s scheme, and so are its tables', async (scheme, context) => {
  await newRun(`accessible-${scheme}`, 500)
  const { page } = await openPage(context, `${url}/#/runs/accessible-${scheme}`, { scheme })
  await page.waitForSelector(`${chart('Multiplier of the peak rate')} canvas`)
  await untilText(page, 'Nearest rule')
  expect((await shownSteps(page)).length).toBeGreaterThan(40)
  await expectAccessible(page)
})

test.for([1440, 768, 390])('a run fits a screen that is %i pixels wide', async (width, context) => {
  await newRun(`fits-${width}`, 500, { name: 'A name that is rather long and has_a_part_that_cannot_be_broken_between_words' })
  const { page } = await openPage(context, `${url}/#/runs/fits-${width}`, { width })
  await page.waitForSelector(`${chart('Multiplier of the peak rate')} canvas`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})

/** Drags over a chart, from one fraction of its width to another. */
async function drag(page: Page, selector: string, from: number, to: number): Promise<void> {
  const plot = await page.waitForSelector(`${selector} .u-over`)
  await plot?.scrollIntoView()
  const { x, y, width, height } = (await plot!.boundingBox()) as { x: number; y: number; width: number; height: number }
  await page.mouse.move(x + from * width, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + to * width, y + height / 2, { steps: 5 })
  // A selection is drawn with the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.mouse.up()
}

test('dragging over a chart zooms all of them to every single point, and the address shows the same to others', async (context) => {
  await newRun('zoomed', 20_000)
  const { page, errors } = await openPage(context, `${url}/#/runs/zoomed`)
  await untilText(page, 'points used')
  await drag(page, norm, 0.1, 0.13)
  await page.waitForFunction(() => /from=\d+/.test(location.hash))
  const address = await page.evaluate(() => location.href)
  const [, from, to] = /from=(\d+)&to=(\d+)/.exec(address) as unknown as [string, string, string]
  expect([Number(from), Number(to)].map((step) => Math.round(step / 100))).toEqual([20, 26])
  const other = await openPage(context, address)
  await other.page.waitForSelector(`${norm} canvas`)
  // Of 600 steps the table shows each tenth, and no step is a mean of several.
  const steps = await shownSteps(other.page)
  expect([steps[0], steps.at(-1)]).toEqual([Number(from), Number(to)])
  await page.bringToFront()
  await page.click('figure button.plain')
  await page.waitForFunction(() => !location.hash.includes('from='))
  expect(errors).toEqual([])
})

test('a norm that stands out is seen, however many points a column of the chart stands for', async (context) => {
  await newRun('spike', 50_000)
  const { page } = await openPage(context, `${url}/#/runs/spike`)
  await page.waitForSelector(`${norm} canvas`)
  const greatest = await page.evaluate(async () => {
    const answer = await fetch('v1/runs/spike/series/l2/view?points=1000')
    return Math.max(...((await answer.json()) as { max: number[] }).max)
  })
  expect(greatest).toBeGreaterThan(15)
})

test('points that arrive are drawn, and leave a zoom as it is', async (context) => {
  await send('PUT', '/v1/runs/growing', { payload: { totalSteps: 2000 } })
  await append('growing', 0, 500, 2000)
  const { page, errors } = await openPage(context, `${url}/#/runs/growing`)
  await untilText(page, 'Live')
  await page.waitForSelector(`${norm} canvas`)
  expect((await shownSteps(page)).at(-1)).toBe(499)
  await append('growing', 500, 900, 2000)
  await page.waitForFunction(() => document.querySelector('.chart-table tbody tr:last-child th')?.textContent === '899')
  await page.evaluate(() => (location.hash += '?from=100&to=200'))
  await page.waitForFunction(() => document.querySelector('.chart-table tbody tr:last-child th')?.textContent === '200')
  await append('growing', 900, 1500, 2000)
  await page.waitForFunction(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/runs/growing')).length >= 1
  )
  expect(await page.evaluate(() => location.hash)).toBe('#/runs/growing?from=100&to=200')
  expect((await shownSteps(page)).at(-1)).toBe(200)
  await page.keyboard.press('Escape')
  await page.focus('.plot')
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.querySelector('.chart-table tbody tr:last-child th')?.textContent === '1,499')
  expect(errors).toEqual([])
})

test('training that went back to a checkpoint is drawn anew', async (context) => {
  await newRun('resumed', 400)
  const { page } = await openPage(context, `${url}/#/runs/resumed`)
  await page.waitForSelector(`${norm} canvas`)
  expect((await shownSteps(page)).at(-1)).toBe(399)
  const answer = await send('POST', '/v1/runs/resumed/series?resumeFrom=200', { payload: logged(200, 250, 500) })
  expect(answer.json()).toMatchObject({ series: { l2: { superseded: 200, lastStep: 249 } } })
  await page.waitForFunction(() => document.querySelector('.chart-table tbody tr:last-child th')?.textContent === '249')
  // What was taken back is there for who wants to see it.
  await page.evaluate(() => (location.hash += '?superseded=true'))
  await page.waitForFunction(() => document.querySelector('figure .legend')?.textContent?.includes('superseded'))
})

test('a service that is lost is said to be, and what it logged meanwhile appears when it is back', async (context) => {
  const way = await databaseProxy(url)
  await newRun('lost', 300)
  const { page } = await openPage(context, `${way.url.replace(/\/$/, '')}/#/runs/lost`)
  await untilText(page, 'Live')
  await page.waitForSelector(`${norm} canvas`)
  await shownSteps(page)
  await way.cut()
  await untilText(page, 'The connection is lost')
  expect(await inkIn(page, norm)).toBeGreaterThan(1000)
  await append('lost', 300, 350, 350)
  await way.mend()
  await untilText(page, 'Live')
  await page.waitForFunction(() => document.querySelector('.chart-table tbody tr:last-child th')?.textContent === '349')
})

test('an option that is moved changes the schedule and the address, and a reload shows it again', async (context) => {
  await newRun('moved', 3000)
  const { page, errors } = await openPage(context, `${url}/#/runs/moved`)
  await untilText(page, 'points used, filtered over 301')
  await page.$eval('.options input[type=range]', (input) => {
    const slider = input as HTMLInputElement
    slider.value = '0.02'
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await untilText(page, 'points used, filtered over 61')
  expect(await page.evaluate(() => location.hash)).toBe('#/runs/moved?window=0.02')
  await page.reload()
  await untilText(page, 'points used, filtered over 61')
  await page.click('button.primary')
  await untilText(page, 'Stored.')
  const { items } = (await send('GET', '/v1/schedules?runId=moved')).json<{ items: { rule: string }[] }>()
  expect(items.map(({ rule }) => rule)).toEqual(['refined'])
  expect(errors).toEqual([])
})

test('rates that were used are shown beside those that were meant, and said to be too high', async (context) => {
  const schedule = (await send('POST', '/v1/schedules', { payload: { rule: 'linear', steps: 500, peakLearningRate: 1e-4 } })).json<{
    id: string
  }>()
  await newRun('audited', 500, { scheduleId: schedule.id })
  const { page, errors } = await openPage(context, `${url}/#/runs/audited`)
  await untilText(page, 'scaled')
  await page.waitForFunction(() => [...document.querySelectorAll('figure .legend')].some((legend) => legend.textContent?.includes('meant')))
  expect(errors).toEqual([])
})

test('a run without points says how to log some, and one that there is not that there is none', async (context) => {
  await send('PUT', '/v1/runs/empty', { payload: {} })
  const { page } = await openPage(context, `${url}/#/runs/empty`)
  await untilText(page, 'Nothing is logged yet')
  await page.evaluate(() => (location.hash = '#/runs/no-such-run'))
  await untilText(page, 'no-such-run')
  await page.waitForSelector('[role=alert]')
  await page.evaluate(() => (location.hash = '#/nowhere'))
  await untilText(page, 'Nothing is at this address')
})

test('where keys are wanted one is asked for, a wrong one is refused in words, and the right one shows what was asked for', async (context) => {
  const keys = await testApp()
  const { key: admin } = await newKey(keys, { scope: 'admin' })
  const { key } = await newKey(keys, { scope: 'read' }, admin)
  const headers = { authorization: `Bearer ${admin}` }
  await keys.send('PUT', '/v1/runs/kept', { payload: { name: 'Kept run' }, headers })
  await keys.send('POST', '/v1/runs/kept/series', { payload: logged(0, 300, 300), headers })
  const { page } = await openPage(context, `${await keys.listen()}/#/runs/kept`)
  await page.waitForSelector('input[name=key]')
  await expectAccessible(page)
  await page.type('input[name=key]', 'taper_nonsense')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=alert]')
  await page.$eval('input[name=key]', (input) => ((input as HTMLInputElement).value = ''))
  await page.type('input[name=key]', key)
  await page.keyboard.press('Enter')
  await untilText(page, 'Kept run')
  await page.waitForSelector(`${norm} canvas`)
  await untilText(page, 'Live')
  await page.reload()
  await untilText(page, 'Kept run')
  // A key that only reads stores nothing, and is told what to do.
  await untilText(page, 'points used')
  await page.click('button.primary')
  await untilText(page, 'a key of that scope')
  expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
  await page.evaluate(() =>
    ([...document.querySelectorAll('button')].find((button) => button.textContent === 'Sign out') as HTMLElement).click()
  )
  await page.waitForSelector('input[name=key]')
})

test('the list shows runs with their pictures, finds one by any word, and draws several over each other by a link', async (context) => {
  await newRun('listed-1', 600, { name: 'Listed, seed 1', labels: { seed: '1', sweep: 'warm' } })
  await newRun('listed-2', 600, { name: 'Listed, seed 2', labels: { seed: '2', sweep: 'warm' } })
  const { page, errors } = await openPage(context, `${url}/`)
  await untilText(page, 'Listed, seed 2')
  await page.waitForFunction(() => (document.querySelector('table.runs svg path')?.getAttribute('d') ?? '').length > 100)
  await expectAccessible(page)
  await page.type('input[type=search]', 'listed seed=1')
  await page.waitForFunction(() => document.querySelectorAll('table.runs tbody tr').length === 1)
  await page.click('table.runs input[type=checkbox]')
  await page.waitForSelector(`${norm} canvas`)
  const other = await openPage(context, `${url}/#/runs?search=listed+seed%3D1&with=listed-1&with=listed-2`)
  await untilText(other.page, '2 drawn over each other')
  await other.page.waitForFunction(() => document.querySelectorAll('figure').length === 2)
  expect(await other.page.$eval('figure', (figure) => figure.querySelectorAll('.legend li').length)).toBe(3)
  expect([errors, other.errors]).toEqual([[], []])
})

test('thousands of runs are listed page by page, and searched all', async (context) => {
  const many = await testApp()
  const first = ['needle', ...Array.from({ length: 1200 }, (_, i) => `run-${i}`)]
  for (const id of first) await many.send('PUT', `/v1/runs/${id}`, { payload: {} })
  const { page } = await openPage(context, `${await many.listen()}/`)
  await page.waitForFunction(() => document.querySelectorAll('table.runs tbody tr').length === 50)
  await page.evaluate(() =>
    ([...document.querySelectorAll('button')].find((button) => button.textContent === 'Show more') as HTMLElement).click()
  )
  await page.waitForFunction(() => document.querySelectorAll('table.runs tbody tr').length === 100)
  await page.type('input[type=search]', 'needle')
  await page.waitForFunction(() => document.querySelectorAll('table.runs tbody tr').length === 1)
})

test('a service without runs tells how to begin', async (context) => {
  const empty = await testApp()
  const { page, errors } = await openPage(context, `${await empty.listen()}/`)
  await untilText(page, 'curl')
  await expectAccessible(page)
  expect(errors).toEqual([])
})
