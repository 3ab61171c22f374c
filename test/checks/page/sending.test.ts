import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../support/app.ts'
import { openPage, untilText } from '../../support/browser.ts'

/** For this service, a refinement that takes a second is long. */
const { send, listen, newRun } = await testApp({ TAPER_IMPORT_BYTES_MAX: '8000000' }, { longFrom: 5000 })
const url = await listen()
const folder = mkdtempSync(join(tmpdir(), 'taper-page-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function logOf(name: string, count: number): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `step,grad_norm\n${Array.from({ length: count }, (_, t) => `${t},${1 + Math.exp(-t / 50)}`).join('\n')}\n`)
  return path
}

async function drop(page: Page, data: { files?: string[]; items?: { mimeType: string; data: string }[] }): Promise<void> {
  const client = await page.createCDPSession()
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 300, y: 30, data: { items: [], files: [], dragOperationsMask: 1, ...data } })
}

/** The page can send so many bytes a second. */
async function throttle(page: Page, uploadThroughput: number): Promise<void> {
  const client = await page.createCDPSession()
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput })
}

/** Of a button that says more to those who do not see it, its first line. */
const clickText = (page: Page, text: string) =>
  page.evaluate(
    (wanted) => [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim().split('\n')[0] === wanted)?.click(),
    text
  )

const untilSentInPart = (page: Page) =>
  page.waitForFunction(() => {
    const bar = document.querySelector<HTMLProgressElement>('progress[aria-label="Sent"]')
    return bar !== null && bar.value > 0 && bar.value < 1
  })

const storedRuns = async () => (await send('GET', '/v1/runs')).json<{ items: { id: string }[] }>().items.map(({ id }) => id)

test('a log that is sent slowly shows how far it is, and can be given up; so can storing it, and then nothing is stored', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  const log = logOf('long.csv', 8000)
  await throttle(page, 50_000)
  await drop(page, { files: [log] })
  await untilSentInPart(page)
  await untilText(page, 'Sending')
  await clickText(page, 'Cancel')
  await untilText(page, 'Choose a file')
  await throttle(page, -1)
  await drop(page, { files: [log] })
  await untilText(page, 'Lines for the trainer')
  await throttle(page, 50_000)
  await clickText(page, 'Store')
  await untilSentInPart(page)
  await clickText(page, 'Cancel')
  await page.waitForSelector('button[type=submit]:not([disabled])')
  expect(await storedRuns()).toEqual([])
  await throttle(page, -1)
  await clickText(page, 'Store')
  await page.waitForFunction(() => location.hash === '#/runs/long')
  expect(await storedRuns()).toEqual(['long'])
  expect(errors).toEqual([])
})

test('operations show their progress, and one that is cancelled there is cancelled for the service too, and no other', async (context) => {
  const run = await newRun()
  await send('POST', `/v1/runs/${run}/gradient-norms`, {
    payload: { values: Array.from({ length: 1000 }, (_, t) => 1 + Math.exp(-t / 50)) }
  })
  const { page, errors } = await openPage(context, `${url}/#/optimizers`)
  await untilText(page, 'Optimizers')
  const ids: string[] = []
  // Worked on one after the other: the last waits long enough to be cancelled.
  for (const steps of [20_000_000, 19_000_000, 18_000_000]) {
    const begun = await send('POST', `/v1/runs/${run}/schedules`, { payload: { steps } })
    expect(begun.statusCode).toBe(202)
    ids.push(begun.json<{ id: string }>().id)
  }
  await page.evaluate((to) => (location.hash = to), `#/operations/${ids[2]}`)
  await page.waitForSelector('tr[aria-current] progress')
  await page.$eval('tr[aria-current]', (row) => row.querySelector('button')?.click())
  await page.waitForFunction(() => document.querySelector('progress') === null)
  const shown = await page.$$eval('tbody tr', (rows) => rows.map((row) => /cancelled|done/.exec((row as HTMLElement).innerText)?.[0]))
  expect(shown).toEqual(['cancelled', 'done', 'done'])
  const statuses = await Promise.all(ids.map(async (id) => (await send('GET', `/v1/operations/${id}`)).json<{ status: string }>().status))
  expect(statuses).toEqual(['done', 'done', 'cancelled'])
  const { items } = (await send('GET', `/v1/schedules?runId=${run}`)).json<{ items: { steps: number }[] }>()
  expect(items.map(({ steps }) => steps)).toEqual([19_000_000, 20_000_000])
  expect(errors).toEqual([])
})

test.for([
  ['is empty', 'empty.csv', '', 'It is empty.'],
  ['is no text', 'bytes.bin', '\u0000\u0001\u0002\uffff'.repeat(2000), 'none of the binary formats of logs'],
  ['has a head alone', 'head.csv', 'step,grad_norm\n', 'There is nothing in it but the beginning of a table.'],
  ['is too large', 'large.csv', `step,grad_norm\n${'1,1\n'.repeat(2_500_000)}`, 'exceeds the limit of 8000000 bytes']
] as const)('a log that %s is refused in words that say what to do', async ([, name, text, words], context) => {
  const { page } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  writeFileSync(join(folder, name), text)
  await drop(page, { files: [join(folder, name)] })
  await page.waitForSelector('[role=alert]')
  expect(await page.$eval('[role=alert]', (note) => (note as HTMLElement).innerText)).toContain(words)
  await untilText(page, 'Another log')
})

test('a file that changes while the page has it is not taken for a service that is away', async (context) => {
  const { page } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  const log = logOf('changing.csv', 2000)
  await drop(page, { files: [log] })
  await untilText(page, 'Lines for the trainer')
  appendFileSync(log, '2000,1\n')
  await page.select('main label select', 'paper')
  await untilText(page, 'The file cannot be read')
  rmSync(log)
  await clickText(page, 'Store')
  await page.waitForFunction(() => document.body.innerText.split('The file cannot be read').length === 3)
})

test('several files are runs to choose from, as are those of a folder', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  await drop(page, { files: [logOf('first.csv', 300), logOf('zweiter Lauf.csv', 400)] })
  await untilText(page, 'first.csv and 1 more')
  await untilText(page, 'The log holds 2 runs')
  await page.select('main label select', 'zweiter Lauf')
  await page.waitForFunction(() => document.querySelector('table tbody tr')?.textContent?.includes('400'))
  logOf('sweep/lr 0.1/metrics.csv', 500)
  logOf('sweep/lr 0.2/metrics.csv', 600)
  await drop(page, { files: [join(folder, 'sweep')] })
  await untilText(page, 'sweep/lr 0.2')
  await page.select('main label select', 'sweep/lr 0.2')
  await page.waitForFunction(() => document.querySelector('table tbody tr')?.textContent?.includes('600'))
  expect(errors).toEqual([])
})

test('a link that is dropped does not take the page away, and lines of text are read', async (context) => {
  const { page, errors } = await openPage(context, `${url}/#/runs`)
  await untilText(page, 'Runs')
  await drop(page, { items: [{ mimeType: 'text/uri-list', data: 'https://example.org/log.csv' }] })
  await untilText(page, 'That was a link or a few words.')
  expect(page.url()).toBe(`${url}/#/log`)
  const lines = Array.from({ length: 200 }, (_, t) => `${t},${1 + Math.exp(-t / 50)}`).join('\n')
  await drop(page, { items: [{ mimeType: 'text/plain', data: `step,grad_norm\n${lines}\n` }] })
  await untilText(page, 'Lines for the trainer')
  expect(errors).toEqual([])
})

test('an answer that a log refuses is told, and can be given again', async (context) => {
  const { page } = await openPage(context, `${url}/#/log`)
  await untilText(page, 'Look at a log')
  writeFileSync(
    join(folder, 'strange.csv'),
    `n,alpha,beta\n${Array.from({ length: 200 }, (_, t) => `${t},${1 + Math.exp(-t / 50)},${t % 7}`).join('\n')}\n`
  )
  await drop(page, { files: [join(folder, 'strange.csv')] })
  await untilText(page, 'Which column is what?')
  await page.type('input[name=l2]', 'gamma')
  await page.keyboard.press('Enter')
  await untilText(page, 'No column of numbers is called like "gamma"')
  await page.$eval('input[name=l2]', (field) => (field as HTMLInputElement).select())
  await page.type('input[name=l2]', 'alpha')
  await page.keyboard.press('Enter')
  await untilText(page, 'No column is called like steps')
  await page.type('input[name=step]', 'n')
  await page.keyboard.press('Enter')
  await untilText(page, 'Lines for the trainer')
})
