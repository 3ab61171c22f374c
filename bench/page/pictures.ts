import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Page } from 'puppeteer-core'
import { startServiceProcess } from '../../scripts/service-process.ts'
import { machine, median, table } from '../support/machine.ts'

/**
 * How long a person waits for pictures on the page, in Chromium and a service on loopback: the first paint, the first chart of 10^6 norms,
 * a drag that zooms into them, and a moved option of a refinement of 10^5 norms with losses. Mouse and slider are moved as by a person, and time
 * counts from the event in the page to the last line that is drawn of the answer. Milliseconds, medians; each round is a new tab.
 *
 *     npm run setup && npx tsx bench/page/pictures.ts
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 7)
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'taper-bench-'))

const service = await startServiceProcess({
  command: [process.execPath, join(root, 'bin/taper.js'), 'serve'],
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: folder, DATABASE_URL: '' }
})
const browser = await puppeteer.launch({
  executablePath: process.env.TAPER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
})

async function log(runId: string, points: number): Promise<void> {
  await fetch(`${service.url}/v1/runs/${runId}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' })
  const noise = (t: number) => 1 + 0.3 * Math.sin(t * t)
  for (let from = 0; from < points; from += 200_000) {
    const steps = Array.from({ length: Math.min(200_000, points - from) }, (_, i) => from + i)
    const series = {
      l2: steps.map((t) => (1 + 3 * Math.exp((-9 * t) / points)) * noise(t)),
      loss: steps.map((t) => (2 + 4 * Math.exp((-5 * t) / points)) * (1 + 0.02 * Math.cos(t * t)))
    }
    const answer = await fetch(`${service.url}/v1/runs/${runId}/series`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ startStep: from, series })
    })
    if (!answer.ok) throw new Error(await answer.text())
  }
}

/** When lines were drawn, and when a person did something: of this the page itself keeps no record. */
const recordLines = () => {
  const drawn: number[] = []
  const acts: number[] = []
  const { stroke } = CanvasRenderingContext2D.prototype
  CanvasRenderingContext2D.prototype.stroke = function (this: CanvasRenderingContext2D, path?: Path2D) {
    drawn.push(performance.now())
    return Reflect.apply(stroke, this, path === undefined ? [] : [path])
  }
  for (const kind of ['input', 'mouseup']) addEventListener(kind, () => acts.push(performance.now()), true)
  Object.assign(globalThis, { drawn, acts })
}

interface Waited {
  /** From what a person did, or the navigation, to the picture. */
  whole: number
  /** From the first byte of the answer to the picture. */
  answered: number
}

/**
 * Waits until something is drawn after an answer came.
 * @param part  of its URL
 * @param since null: since the last thing that a person did
 */
const untilDrawn = (page: Page, part: string, since: number | null): Promise<Waited> =>
  page
    .waitForFunction(
      (wanted, given) => {
        const { drawn, acts } = globalThis as unknown as { drawn: number[]; acts: number[] }
        const from = given ?? acts.at(-1)
        if (from === undefined) return null
        const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
        const answer = entries.find(({ name, startTime, responseEnd }) => name.includes(wanted) && startTime >= from && responseEnd > 0)
        if (answer === undefined) return null
        const first = drawn.findIndex((time) => time >= answer.responseEnd)
        if (first < 0) return null
        // All lines of a picture are drawn in one go.
        const after = drawn.findIndex((time, i) => i > first && time - (drawn[i - 1] as number) > 2)
        const at = drawn[(after < 0 ? drawn.length : after) - 1] as number
        return performance.now() - at < 20 ? null : { whole: at - from, answered: at - answer.responseStart }
      },
      { polling: 20, timeout: 60_000 },
      part,
      since
    )
    .then((handle) => handle.jsonValue() as Promise<Waited>)

/** Drags over the first chart, from one share of its width to another. */
async function drag(page: Page, from: number, to: number): Promise<void> {
  const { x, y, width, height } = (await (await page.waitForSelector('.u-over'))!.boundingBox())!
  await page.mouse.move(x + from * width, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + to * width, y + height / 2, { steps: 5 })
  await page.mouse.up()
}

/** Moves a slider by one key, which is what a pixel of a drag does. */
async function nudge(page: Page, name: string): Promise<void> {
  const slider = await page.waitForSelector(`xpath///label[contains(., '${name}')]/input`)
  await slider!.press('ArrowRight')
}

await log('million', 1_000_000)
await log('hundred-thousand', 100_000)

const rows: Record<string, number[]> = {}
const note = (what: string, ms: number) => (rows[what] ??= []).push(ms)
for (let round = 0; round < rounds; round++) {
  const page = await browser.newPage()
  await page.evaluateOnNewDocument(recordLines)
  await page.goto(`${service.url}/#/runs/million`)
  const first = await untilDrawn(page, '/series/l2/view', 0)
  note('first picture of 10^6 norms, from the navigation', first.whole)
  note('the same, from the first byte of its answer', first.answered)
  note(
    'first paint, from the navigation',
    await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0)
  )
  await page.waitForFunction(() => document.body.innerText.includes('points used'), { timeout: 60_000 })
  const from = 0.1 + 0.05 * round
  await drag(page, from, from + 0.03)
  const zoom = await untilDrawn(page, '/series/l2/view?from', null)
  note('zoom into 30 000 of 10^6 norms, to the picture of every point', zoom.whole)
  await page.goto(`${service.url}/#/runs/hundred-thousand`)
  await page.reload()
  await page.waitForFunction(() => document.body.innerText.includes('points used'), { timeout: 60_000 })
  for (let move = 0; move < 3; move++) {
    await nudge(page, 'Filter window')
    const option = await untilDrawn(page, '/refinements/preview', null)
    note('moved option of a refinement of 10^5 norms with losses, to the picture', option.whole)
    note('the same, from the first byte of its answer to the picture', option.answered)
  }
  await page.close()
}
console.log(machine())
table(
  ['what', 'ms', 'least', 'greatest'],
  Object.entries(rows).map(([what, all]) => [what, ...[median(all), Math.min(...all), Math.max(...all)].map((ms) => ms.toFixed(0))])
)
await browser.close()
await service.stop('SIGTERM')
rmSync(folder, { recursive: true, force: true })
