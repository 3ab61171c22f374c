import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { afterAll, expect, type TestContext } from 'vitest'

const places = [process.env.TAPER_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = places.find((place) => place !== undefined && place !== '' && existsSync(place))

export interface OpenOptions {
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
}

/** A page in a browser, with all that went wrong on it. */
export interface Opened {
  readonly page: Page
  /** What the console, scripts and requests had to complain of. Requests that the page gave up itself do not count. */
  readonly errors: string[]
}

let launched: Promise<Browser> | undefined
afterAll(async () => {
  await (await launched)?.close()
  launched = undefined
})

/** Opens a page in Chromium; where there is none, the test is listed as not run. */
export async function openPage(
  context: TestContext,
  url: string,
  { width = 1440, height = 900, scheme = 'light' }: OpenOptions = {}
): Promise<Opened> {
  if (executablePath === undefined) context.skip('There is no Chromium on this machine; Debian has it as the package chromium.')
  launched ??= puppeteer.launch({
    executablePath: executablePath as string,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
  })
  const page = await (await launched).newPage()
  context.onTestFinished(() => page.close())
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)))
  page.on('requestfailed', (request) => {
    const text = request.failure()?.errorText
    if (text !== 'net::ERR_ABORTED') errors.push(`${request.url()}: ${text}`)
  })
  await page.setViewport({ width, height })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(url)
  return { page, errors }
}

/** How many pixels of the first canvas in an element have something drawn on them. */
export const inkIn = (page: Page, selector: string): Promise<number> =>
  page.$eval(`${selector} canvas`, (canvas) => {
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
    let ink = 0
    for (let i = 3; i < data.length; i += 4) if (data[i] !== 0) ink++
    return ink
  })

/** The element that shows a text, as soon as there is one. */
export const untilText = (page: Page, text: string, timeout = 60_000) =>
  page.waitForFunction((wanted) => document.body.innerText.includes(wanted), { timeout, polling: 50 }, text)

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Findings {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** @see https://www.w3.org/TR/WCAG22/ by https://github.com/dequelabs/axe-core */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe)
  const { violations } = (await page.evaluate('axe.run()')) as Findings
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])).toEqual([])
}
