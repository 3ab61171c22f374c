import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { refineLog } from '../../../src/services/refinement/refine-log.ts'
import { testApp } from '../../support/app.ts'
import { expectAccessible, inkIn, openPage, untilText } from '../../support/browser.ts'

const { send, listen } = await testApp()
const url = await listen()
const folder = mkdtempSync(join(tmpdir(), 'taper-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const length = 1200
const rates = Array.from({ length }, (_, t) => 0.1 * (1 - t / length))
const losses = Array.from({ length }, (_, t) => 1 + 3 * Math.exp(-t / 150) + 0.02 * Math.sin(t * t))
const norms = losses.map((loss, t) => loss * (1 + 4 / (1 + Math.exp((700 - t) / 40))) * (1 + 0.2 * Math.sin(3 * t * t)))

/** A log on the disk, with columns of these names. */
function logOf(name: string, columns: string): string {
  const path = join(folder, name)
  writeFileSync(path, `${columns}\n${norms.map((norm, t) => `${t},${norm},${losses[t]},${rates[t]}`).join('\n')}\n`)
  return path
}

/** Drops files from the disk on the page, as a hand does. */
async function drop(page: Page, ...files: string[]): Promise<void> {
  const client = await page.createCDPSession()
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
}

const storedRuns = async () => (await send('GET', '/v1/runs')).json<{ items: { id: string }[] }>().items.map(({ id }) => id)

test('a log dropped on any view gives the schedule that a refinement gives, says which column was read, and stores nothing', async (context) => {
  const { page, errors } = await openPage(context, `${url}/`)
  await untilText(page, 'Runs')
  await drop(page, logOf('train.csv', 'step,grad_norm,loss,lr'))
  await untilText(page, 'Lines for the trainer')
  const read = await page.$$eval('table tbody tr', (rows) =>
    rows.slice(0, 3).map((row) => (row as HTMLElement).innerText.split(/\s+/).slice(0, 2))
  )
  expect(read).toEqual([
    ['l2', 'grad_norm'],
    ['loss', 'loss'],
    ['learning-rate', 'lr']
  ])
  const points = { steps: { first: 0, stride: 1 }, values: Float64Array.from(norms) }
  const run = {
    optimizer: null,
    totalSteps: null,
    series: ['l2' as const],
    weightDecay: null,
    clipNorm: null,
    l2Ceiling: null,
    rates: null
  }
  const { multipliers, report } = refineLog({ ...points, losses: { ...points, values: Float64Array.from(losses) } }, {}, run)
  expect(await page.$eval('.note', (note) => (note as HTMLElement).innerText)).toContain(report.advice.detail)
  const code = await page.$eval('pre.code', (pre) => pre.textContent ?? '')
  const listed = (name: string) =>
    JSON.parse(`[${new RegExp(`${name} = \\[([^\\]]*)\\]`).exec(code)?.[1]?.trim().replace(/,$/, '')}]`) as number[]
  const [steps, values] = [listed('KNOT_STEPS'), listed('KNOT_MULTIPLIERS')]
  expect(steps.length).toBeGreaterThan(5)
  for (const [i, step] of steps.entries())
    expect([step, Math.abs((values[i] as number) - multipliers[step]!) < 0.0011]).toEqual([step, true])
  for (const title of ['Schedule', 'Gradient norm', 'Training loss'])
    expect(await inkIn(page, `[aria-label^="${title}"]`)).toBeGreaterThan(1000)
  expect(await storedRuns()).toEqual([])
  expect(errors).toEqual([])
})

test('a log whose columns tell nothing is shown with all of them, and read as a person says', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  await drop(page, logOf('strange.csv', 'n,alpha,beta,gamma'))
  await untilText(page, 'Which column is what?')
  for (const column of ['alpha', 'beta', 'gamma']) await untilText(page, column)
  await expectAccessible(page)
  for (const [role, column] of [
    ['l2', 'alpha'],
    ['step', 'n']
  ]) {
    await page.type(`input[name="${role}"]`, column as string)
  }
  await page.keyboard.press('Enter')
  await untilText(page, 'What to train with')
  expect(await page.$eval('table tbody tr', (row) => (row as HTMLElement).innerText)).toContain('alpha')
  // The refusal itself is an answer of 422, which the console of a browser tells.
  expect(errors.filter((text) => !text.includes('422'))).toEqual([])
})

test('a log of losses and rates alone is drawn, forecast, and can be saved as a report, and so can one of losses', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  const path = join(folder, 'curve.csv')
  writeFileSync(path, `step,loss,lr\n${losses.map((loss, t) => `${t},${loss},${rates[t]}`).join('\n')}\n`)
  await drop(page, path)
  await untilText(page, 'There is no schedule: no gradient norms were logged.')
  await untilText(page, 'Compare schedules by predicted loss')
  for (const title of ['Training loss', 'Learning rate']) expect(await inkIn(page, `[aria-label^="${title}"]`)).toBeGreaterThan(500)
  await expectAccessible(page)
  writeFileSync(path, `step,loss\n${losses.map((loss, t) => `${t},${loss}`).join('\n')}\n`)
  await drop(page, path)
  await untilText(page, 'No loss is forecast')
  const saved = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const create = URL.createObjectURL
        URL.createObjectURL = (blob: Blob) => {
          void blob.text().then(resolve)
          return create(blob)
        }
        ;[...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('Save a report'))?.click()
      })
  )
  expect(await saved).toContain('No schedule was refined')
  expect(errors).toEqual([])
})

test('names that are markup are text, wherever they are shown, and run nothing', async (context) => {
  const hostile = '<img src=x onerror=window.ran=1>'
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  await drop(page, logOf('hostile<b>.csv', `step,grad_norm,"train/loss ${hostile}",lr`))
  await untilText(page, 'Lines for the trainer')
  await untilText(page, hostile)
  await page.click('button[aria-expanded]')
  await page.waitForSelector('datalist option')
  expect(
    await page.evaluate(() => [(window as { ran?: number }).ran ?? null, document.querySelectorAll('main img, main b').length])
  ).toEqual([null, 0])
  expect(errors).toEqual([])
})

test('a pasted log is read, one that is none is refused in words, and the made-up one needs no file', async (context) => {
  const { page } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', pasted)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, text)
  await paste(
    `step,grad_norm\n${norms
      .slice(0, 200)
      .map((norm, t) => `${t},${norm}`)
      .join('\n')}\n`
  )
  await untilText(page, 'What to train with')
  await paste('Dear all,\nplease find attached nothing.\n')
  await page.waitForSelector('[role=alert], .card h2')
  await untilText(page, 'pasted')
  await page.evaluate(() => [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Another log')?.click())
  await untilText(page, 'Choose a file')
  await page.evaluate(() => [...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith('Try it'))?.click())
  await untilText(page, 'demo.csv')
  await untilText(page, 'Lines for the trainer')
})

test('what was looked at is stored when asked, as it was read', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  await drop(page, logOf('kept.csv', 'step,grad_norm,loss,lr'))
  await untilText(page, 'Keep it')
  await page.evaluate(() => (document.querySelector('form.card button[type=submit]') as HTMLButtonElement).click())
  await page.waitForFunction(() => location.hash === '#/runs/kept')
  expect(
    (await send('GET', '/v1/runs/kept')).json().series.map(({ name, points }: { name: string; points: number }) => [name, points])
  ).toEqual([
    ['l2', length],
    ['loss', length],
    ['learning-rate', length]
  ])
  expect(errors).toEqual([])
})

test.for([
  ['light', 1440],
  ['dark', 390]
] as const)('the log is accessible in the %s scheme and fits a screen of %i pixels', async ([scheme, width], context) => {
  const { page } = await openPage(context, `${url}/#/log`, { scheme, width })
  await untilText(page, 'Look at a log')
  await expectAccessible(page)
  await drop(page, logOf('seen.csv', 'step,grad_norm,loss,lr'))
  await untilText(page, 'Lines for the trainer')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
})
