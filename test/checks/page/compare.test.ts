import type { Page } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { expectAccessible, openPage, untilText } from '../../support/browser.ts'

const { send, listen } = await testApp()
const url = await listen()
const length = 1000

async function newRun(id: string, series: readonly string[] = ['l2', 'loss', 'learning-rate']): Promise<void> {
  const loss = Array.from({ length }, (_, t) => 1 + 3 * Math.exp(-t / 150) + 0.02 * Math.sin(t * t))
  const all: Record<string, number[]> = {
    l2: loss.map((value, t) => value * (1 + 0.1 * Math.sin(3 * t * t))),
    loss,
    'learning-rate': loss.map((_, t) => 0.1 * (1 - t / length))
  }
  await send('PUT', `/v1/runs/${id}`, { payload: { totalSteps: length } })
  const payload = { startStep: 0, series: Object.fromEntries(series.map((name) => [name, all[name]])) }
  expect((await send('POST', `/v1/runs/${id}/series`, { payload })).statusCode).toBe(200)
}

/** Rows of the table by their first cell: bound, best peak, predicted loss, interval. */
const rowsOf = (page: Page) =>
  page.$$eval('table tbody tr', (rows) =>
    Object.fromEntries(
      rows.map((row) => {
        const name = row.querySelector('th')?.childNodes[1]?.textContent ?? ''
        return [name, [...row.querySelectorAll('td.number')].map((cell) => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim())]
      })
    )
  )

const said = (page: Page) => page.$eval('[role=status]', (status) => (status as HTMLElement).innerText)
const untilExact = (page: Page) =>
  page.waitForFunction(() => /predicted loss \d/.test(document.querySelector('[role=status]')?.textContent ?? ''), { timeout: 60_000 })

test('bound and predicted loss are two groups of columns, as the service has them, and what is equal is said to be', async (context) => {
  await newRun('compared')
  const { page, errors } = await openPage(context, `${url}/#/compare?run=compared`)
  await untilText(page, 'Law:')
  await untilExact(page)
  const rows = await rowsOf(page)
  expect(Object.keys(rows)).toEqual(['yours, to shape', 'refined', 'refined, preset paper', '5 % warm-up + linear', 'cosine'])
  const candidates = [{ rule: 'refined' }, { rule: 'cosine' }]
  const { ranking } = (await send('POST', '/v1/comparisons', { payload: { candidates, norms: { runId: 'compared' } } })).json()
  for (const { name, optimalBound } of ranking as { name: string; optimalBound: number }[]) {
    expect(Number.parseFloat(rows[name]?.[0] ?? '')).toBeCloseTo(optimalBound, 3)
  }
  const { forecasts } = (
    await send('POST', '/v1/forecasts', { payload: { curves: [{ runId: 'compared' }], candidates: [{ rule: 'cosine' }] } })
  ).json()
  expect(Number.parseFloat(rows.cosine?.[2] ?? '')).toBeCloseTo(forecasts[0].finalLoss, 2)
  // Refined norms that the loss explains are 5 % warm-up and linear decay.
  await untilText(page, 'the same shape as refined, within 2 %')
  await expectAccessible(page)
  expect(errors).toEqual([])
})

test('a run without norms is compared by its losses, and the bound is said to be that of equal norms', async (context) => {
  await newRun('without-norms', ['loss', 'learning-rate'])
  const { page, errors } = await openPage(context, `${url}/#/compare?run=without-norms`)
  await untilText(page, 'Law:')
  await untilText(page, 'No gradient norms are logged, so no schedule can be refined')
  await untilExact(page)
  const rows = await rowsOf(page)
  expect(Object.keys(rows)).toEqual(['yours, to shape', '5 % warm-up + linear', 'cosine'])
  const payload = { candidates: [{ rule: 'cosine' }], norms: { constant: 1 }, steps: length }
  const { ranking } = (await send('POST', '/v1/comparisons', { payload })).json()
  expect(Number.parseFloat(rows.cosine?.[0] ?? '')).toBeCloseTo(ranking[0].optimalBound, 3)
  expect(rows.cosine?.[1]).toBe('')
  expect(Number.parseFloat(rows.cosine?.[2] ?? '')).toBeGreaterThan(0.5)
  expect(errors).toEqual([])
})

test('dragging the cooldown changes shape, bound and predicted loss, and the address shows the same to others', async (context) => {
  await newRun('dragged')
  const { page, errors } = await openPage(context, `${url}/#/compare?run=dragged`)
  await untilExact(page)
  const before = await said(page)
  const box = (await (await page.$$('.handle'))[1]!.boundingBox()) as { x: number; y: number; width: number; height: number }
  const [x, y] = [box.x + box.width / 2, box.y + 60]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 300, y, { steps: 10 })
  await page.waitForFunction((was) => document.querySelector('[role=status]')?.textContent !== was, {}, before)
  await page.mouse.up()
  await page.waitForFunction(() => location.hash.includes('cooldown='))
  await untilExact(page)
  const [, warmup, cooldown] = /warm-up to step ([\d,]+), cooldown from step ([\d,]+)/.exec(await said(page)) as unknown as [
    string,
    string,
    string
  ]
  expect([Number(warmup), Number(cooldown) < 700]).toEqual([50, true])
  // What is said at rest is what the service answers for this shape.
  const of = { rule: 'wsd', parameters: { cooldown: (length - Number(cooldown)) / (length - 50) } }
  const candidates = [{ rule: 'warmup', parameters: { length: 0.05, of } }]
  await page.waitForFunction(() => !document.querySelector('[role=status]')?.textContent?.includes('≈'))
  const { ranking } = (await send('POST', '/v1/comparisons', { payload: { candidates, norms: { runId: 'dragged' } } })).json()
  expect(Number(/bound ([\d.]+)/.exec(await said(page))?.[1])).toBeCloseTo(ranking[0].optimalBound, 3)
  const other = await openPage(context, await page.evaluate(() => location.href))
  await untilText(other.page, `cooldown from step ${cooldown}`)
  expect(errors).toEqual([])
})

test('the keyboard alone shapes a schedule, and no corner passes the other', async (context) => {
  await newRun('keyed')
  const { page } = await openPage(context, `${url}/#/compare?run=keyed`)
  await untilText(page, 'warm-up to step 50')
  await page.evaluate(() => (document.querySelector('[aria-label="End of the warm-up"]') as SVGElement).focus())
  await page.keyboard.press('ArrowRight')
  await untilText(page, 'warm-up to step 60')
  await page.keyboard.press('End')
  await untilText(page, 'warm-up to step 800, cooldown from step 800')
  await page.keyboard.press('Home')
  await untilText(page, 'warm-up to step 0')
})

test('a schedule is stored under a name, its code is there to copy, and it can be made longer', async (context) => {
  await newRun('stored')
  const { page, errors } = await openPage(context, `${url}/#/compare?run=stored&warmup=0.1&cooldown=0.6`)
  await untilText(page, 'warm-up to step 100')
  await page.evaluate(() => (document.querySelector('table button.primary') as HTMLButtonElement).click())
  await page.waitForSelector('dialog[open]')
  await expectAccessible(page)
  // The proposed name is selected: what is typed takes its place.
  await page.keyboard.type('<i>mine</i>')
  await page.keyboard.press('Enter')
  await untilText(page, '<i>mine</i>: stored')
  await untilText(page, 'def make_scheduler')
  const { items } = (await send('GET', '/v1/schedules?runId=stored')).json()
  expect(items.map(({ name, rule, steps }: { name: string; rule: string; steps: number }) => [name, rule, steps])).toEqual([
    ['<i>mine</i>', 'warmup', length]
  ])
  await page.evaluate(() =>
    [...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('Make it longer'))?.click()
  )
  await untilText(page, 'Stored, 2,000 steps')
  expect(errors).toEqual([])
})

test('a run without losses is compared by bounds alone, and it is said why there is no forecast', async (context) => {
  await newRun('lossless', ['l2'])
  const { page, errors } = await openPage(context, `${url}/#/compare?run=lossless`, { scheme: 'dark', width: 390 })
  await untilText(page, 'No forecast: The run has logged no losses.')
  await page.waitForFunction(() => document.querySelectorAll('polyline').length === 5)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(errors).toEqual([])
})

test('a log that is not stored is compared all the same', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  await page.evaluate(() => [...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('Try it'))?.click())
  await untilText(page, 'Lines for the trainer')
  await page.evaluate(() => (document.querySelector('a.primary') as HTMLAnchorElement).click())
  await untilText(page, 'Law:')
  expect(Object.keys(await rowsOf(page))[1]).toBe('refined, preset robust')
  expect(errors).toEqual([])
})

test('while a corner is dragged, a bound that is not of this shape is marked, one is asked for at a time, and the last one is right', async (context) => {
  await newRun('slow')
  const { page, errors } = await openPage(context, `${url}/#/compare?run=slow`)
  await untilExact(page)
  let [open, most, all] = [0, 0, 0]
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    if (!request.url().endsWith('/v1/comparisons')) return void request.continue()
    all++
    most = Math.max(most, ++open)
    setTimeout(() => {
      open--
      void request.continue()
    }, 150)
  })
  const box = (await (await page.$$('.handle'))[1]!.boundingBox()) as { x: number; y: number; width: number }
  const [x, y] = [box.x + box.width / 2, box.y + 60]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let moved = 10; moved <= 200; moved += 10) await page.mouse.move(x - moved, y)
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('bound ≈ '))
  await page.mouse.up()
  await untilExact(page)
  await page.waitForFunction(() => /bound \d/.test(document.querySelector('[role=status]')?.textContent ?? ''))
  expect([most, all < 20]).toEqual([1, true])
  const [, cooldown, bound] = /cooldown from step ([\d,]+); bound ([\d.]+)/.exec(await said(page)) as unknown as [string, string, string]
  const of = { rule: 'wsd', parameters: { cooldown: (length - Number(cooldown)) / (length - 50) } }
  const candidates = [{ rule: 'warmup', parameters: { length: 0.05, of } }]
  const { ranking } = (await send('POST', '/v1/comparisons', { payload: { candidates, norms: { runId: 'slow' } } })).json()
  expect(Number(bound)).toBeCloseTo(ranking[0].optimalBound, 3)
  await page.waitForFunction(() => location.hash.includes('cooldown='))
  expect(errors).toEqual([])
})
