import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Page } from 'puppeteer-core'
import { startServiceProcess } from '../../scripts/service-process.ts'
import { machine, table } from '../support/machine.ts'

/**
 * A run that is watched while it trains: 60 steps a second of four series are posted, one request a step, to runs of several lengths, and the
 * page is open. How many frames does the browser draw, which of them come late, how often does the norm's line change, and how old is a point
 * when it is drawn? The first row is the browser with an empty page beside the same load: what the machine gives.
 *
 *     npm run setup && npx tsx bench/page/live.ts
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const lengths = (process.env.BENCH_POINTS ?? '0,1000,100000,1000000').split(',').map(Number)
const rate = 60
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

async function post(path: string, body: object, method = 'POST'): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${service.url}${path}`, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
}

function logged(from: number, count: number, total: number): object {
  const steps = Array.from({ length: count }, (_, i) => from + i)
  const noise = (t: number) => 1 + 0.3 * Math.sin(t * t)
  const series = {
    l2: steps.map((t) => (1 + 3 * Math.exp((-9 * t) / total)) * noise(t)),
    loss: steps.map((t) => (2 + 4 * Math.exp((-5 * t) / total)) * (1 + 0.02 * Math.cos(t * t))),
    'learning-rate': steps.map((t) => 1e-3 * (1 - t / (2 * total))),
    'weight-norm': steps.map((t) => 20 + Math.sqrt(t))
  }
  return { startStep: from, series }
}

/** Keeps when frames began and how long tasks took. As text: what compiles this file would put calls of its own into a function. */
const record = `
  globalThis.kept = { frames: [], long: [] }
  requestAnimationFrame(function next(time) {
    kept.frames.push(time)
    requestAnimationFrame(next)
  })
  new PerformanceObserver((list) => kept.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] })`

interface Row {
  frames: number
  late: number
  worst: number
  long: number
}

async function watch(page: Page, train: () => Promise<void>): Promise<Row> {
  await page.evaluate('kept.frames.length = kept.long.length = 0')
  await train()
  const { frames, long } = (await page.evaluate('kept')) as { frames: number[]; long: number[] }
  const gaps = frames.slice(1).map((time, i) => time - (frames[i] as number))
  // A frame that came after more than one and a half of its time: at least one was dropped before it.
  const late = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0)
  return { frames: frames.length, late, worst: Math.max(...gaps), long: long.length }
}

/** Posts 60 steps a second, whatever the service takes; waits until all are stored. */
async function train(runId: string, from: number, total: number): Promise<void> {
  const posts: Promise<void>[] = []
  const start = performance.now()
  for (let step = 0; step < rate * seconds; step++) {
    const wait = start + (1000 * step) / rate - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    posts.push(post(`/v1/runs/${runId}/series`, logged(from + step, 1, total)))
  }
  await Promise.all(posts)
}

const rows: string[][] = []
for (const points of lengths) {
  const runId = `watched-${points}`
  await post(`/v1/runs/${runId}`, { totalSteps: 2 * Math.max(points, 1000), peakLearningRate: 1e-3 }, 'PUT')
  const total = Math.max(points, 1000)
  for (let from = 0; from < Math.max(points, 64); from += 200_000) {
    await post(`/v1/runs/${runId}/series`, logged(from, Math.min(200_000, Math.max(points, 64) - from), total))
  }
  const page = await browser.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  await page.evaluateOnNewDocument(record)
  await page.goto(points === 0 ? 'about:blank' : `${service.url}/#/runs/${runId}`)
  if (points > 0) await page.waitForFunction(() => document.body.innerText.includes('points used'), { timeout: 60_000 })
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const { frames, late, worst, long } = await watch(page, () => train(runId, Math.max(points, 64), total))
  rows.push(
    [points === 0 ? 'an empty page' : `a run of ${points} points`, (frames / seconds).toFixed(1), late, worst.toFixed(0), long].map(String)
  )
  await page.close()
}
console.log(machine())
table(['shown', 'frames a second', 'dropped', 'longest gap, ms', 'tasks over 50 ms'], rows)
await browser.close()
await service.stop('SIGTERM')
rmSync(folder, { recursive: true, force: true })
