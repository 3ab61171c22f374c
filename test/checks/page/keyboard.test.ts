import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { expectAccessible, openPage, untilText } from '../../support/browser.ts'

const { send, listen } = await testApp()
const url = await listen()
const length = 1000

async function newRun(id: string): Promise<void> {
  const loss = Array.from({ length }, (_, t) => 1 + 3 * Math.exp(-t / 150) + 0.02 * Math.sin(t * t))
  const series = {
    l2: loss.map((value, t) => value * (1 + 0.1 * Math.sin(3 * t * t))),
    loss,
    'learning-rate': loss.map((_, t) => 1 - t / length)
  }
  await send('PUT', `/v1/runs/${id}`, { payload: { name: `Run ${id}`, totalSteps: length } })
  expect((await send('POST', `/v1/runs/${id}/series`, { payload: { startStep: 0, series } })).statusCode).toBe(200)
}

/** What has the focus: how it is called, and whether it can be seen that it has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const name = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? ''
    return { name: name.trim(), tag: element.tagName.toLowerCase(), isSeen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 }
  })

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.tag !== 'body') expect([at.name, at.isSeen]).toEqual([at.name, true])
    if (at.name.startsWith(name)) return
  }
  throw new Error(`Tab does not reach "${name}".`)
}

test('every stop of the Tab key can be seen, and a view that is gone to has the focus and says its name', async (context) => {
  await newRun('walked')
  const { page, errors } = await openPage(context, `${url}/`)
  await untilText(page, 'Run walked')
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(await focused(page)).toMatchObject({ tag: 'main', name: 'Runs' })
  await tabTo(page, 'Run walked')
  await page.keyboard.press('Enter')
  await untilText(page, 'points used')
  expect(await focused(page)).toMatchObject({ tag: 'main', name: 'Run walked' })
  await tabTo(page, 'Compare schedules on it')
  await page.keyboard.press('Enter')
  await untilText(page, 'Law:')
  expect((await focused(page)).name).toBe('Compare')
  expect(errors).toEqual([])
})

test('the arrows move the cursor of a chart from point to point, and what is under it is said', async (context) => {
  await newRun('steered')
  const { page } = await openPage(context, `${url}/#/runs/steered`)
  await untilText(page, 'points used')
  const said = (text: string) =>
    page.waitForFunction((part) => document.querySelector('figure [role=status]')?.textContent?.includes(part), { polling: 50 }, text)
  await page.focus('.plot')
  await page.keyboard.press('Home')
  await said('step 0: logged ')
  await page.keyboard.press('End')
  await said('step 999: logged ')
  // The charts share the cursor: the second shows its own value at the same step.
  await page.waitForFunction(
    () => [...document.querySelectorAll('.legend .at output')].filter(({ textContent }) => textContent === '999').length > 1
  )
  await page.keyboard.press('ArrowLeft')
  await said('step 992: logged ')
  await page.keyboard.press('+')
  await page.waitForFunction(() => location.hash.includes('from='))
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => !location.hash.includes('from='))
})

test('each chart has a table of its numbers behind it, that of the shapes too, and each small picture its words', async (context) => {
  await newRun('tabled')
  const { page, errors } = await openPage(context, `${url}/#/runs/tabled`)
  await untilText(page, 'points used')
  const tables = async () => {
    for (const button of await page.$$('figure button[aria-expanded=false]')) await button.evaluate((element) => element.click())
    await page.waitForFunction(() => document.querySelectorAll('figure').length === document.querySelectorAll('figure .chart-table').length)
    return page.$$eval('.chart-table', (all) => all.map((table) => table.querySelectorAll('tbody tr').length))
  }
  const counts = await tables()
  expect(counts.length).toBe(4)
  expect(Math.min(...counts)).toBeGreaterThan(40)
  await page.evaluate(() => (location.hash = '#/compare?run=tabled'))
  await untilText(page, 'Law:')
  const [shapes] = await tables()
  expect(shapes).toBeGreaterThan(40)
  const columns = await page.$$eval('.chart-table thead th', (all) => all.map(({ textContent }) => textContent))
  expect(columns).toEqual(['step', 'refined', 'refined, preset paper', '5 % warm-up + linear', 'cosine', 'yours'])
  await expectAccessible(page)
  await page.evaluate(() => (location.hash = '#/runs'))
  await page.waitForFunction(() => /from [\d.]+ to [\d.]+/.test(document.querySelector('table.runs svg')?.getAttribute('aria-label') ?? ''))
  expect(errors).toEqual([])
})

test('a schedule is named in a dialog that keeps the focus, gives it back, and then shows what was stored', async (context) => {
  await newRun('named')
  const { page, errors } = await openPage(context, `${url}/#/compare?run=named`)
  await untilText(page, 'Law:')
  await tabTo(page, 'Store yours')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog[open]')
  expect((await focused(page)).name).toBe('Name')
  const inside = new Set<string>()
  for (let pressed = 0; pressed < 6; pressed++) {
    await page.keyboard.press('Tab')
    const { tag, name } = await focused(page)
    // From the last the focus goes to the browser's own controls, and comes back to the first.
    if (tag !== 'body') inside.add(name)
  }
  expect([...inside].sort()).toEqual(['Cancel', 'Name', 'Store'])
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => document.querySelector('dialog') === null)
  expect((await focused(page)).name).toBe('Store yours')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('by keys alone')
  await page.keyboard.press('Enter')
  await untilText(page, 'by keys alone: stored')
  expect((await focused(page)).name).toBe('by keys alone: stored')
  expect(errors).toEqual([])
})

test('fingers zoom a chart, and a sheet of paper is light and has no controls', async (context) => {
  await newRun('touched')
  const { page } = await openPage(context, `${url}/#/runs/touched`, { scheme: 'dark', width: 390 })
  await untilText(page, 'points used')
  await (await page.waitForSelector('.u-over'))?.scrollIntoView()
  const { x, y, width } = (await (await page.$('.u-over'))!.boundingBox()) as { x: number; y: number; width: number }
  const client = await page.createCDPSession()
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...shares: number[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: shares.map((share, id) => ({ x: x + share * width, y: y + 80, id })) })
  await touch('touchStart', 0.4)
  await touch('touchStart', 0.4, 0.6)
  await touch('touchMove', 0.3, 0.7)
  await touch('touchMove', 0.2, 0.8)
  await touch('touchEnd')
  await page.waitForFunction(() => /from=\d+/.test(location.hash))
  const [, from, to] = /from=(\d+)&to=(\d+)/.exec(await page.evaluate(() => location.hash)) as unknown as [string, string, string]
  // What was between the fingers, a fifth of the steps, is between them still, which is three fifths of the chart.
  expect(Math.abs(Number(to) - Number(from) - 333)).toBeLessThan(20)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMediaType('print')
  const paper = await page.evaluate(() => [
    getComputedStyle(document.documentElement).colorScheme,
    [...document.querySelectorAll('main button, main input[type=range]')].filter((element) => element.checkVisibility()).length
  ])
  expect(paper).toEqual(['light', 0])
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBeUndefined()
})
