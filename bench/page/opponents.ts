import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { startServiceProcess } from '../../scripts/service-process.ts'
import { freePort } from '../support/free-port.ts'
import { machine, median, table } from '../support/machine.ts'
import { darkPart, differentPart, type Lightness, lightnessOf } from './pixels.ts'

/**
 * How long a person waits from a command to the first chart of a run of 10^5 steps that lies on the disk in each program's own form, and
 * from dragging over a fifth of that chart to the zoomed one: Taper, TensorBoard, MLflow and trackio in turns, each in a browser that has
 * not seen it. What counts are pixels: a chart is there when its line is, and zoomed when its picture is the one that stays.
 *
 * BENCH_PYTHON has tensorboard, mlflow and trackio; BENCH_FOLDER keeps the runs for the next time,
 * BENCH_ONLY is a pattern of what is measured.
 *
 *     npm run setup && BENCH_PYTHON=… npx tsx bench/page/opponents.ts
 */
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const points = Number(process.env.BENCH_POINTS ?? 100_000)
const python = process.env.BENCH_PYTHON
if (python === undefined) throw new Error('BENCH_PYTHON must name a Python that has tensorboard, mlflow and trackio.')
const programs = join(python, '..')
const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = process.env.BENCH_FOLDER ?? mkdtempSync(join(tmpdir(), 'taper-bench-'))
mkdirSync(folder, { recursive: true })
const of = (name: string) => join(folder, name)
const taper = [process.execPath, join(root, 'bin/taper.js')] as const

/** Each program's run is written by its own writer, once. */
async function prepare(): Promise<{ experiment: string; run: string }> {
  const log = of('run.csv')
  if (!existsSync(log)) {
    const noisy = (t: number) =>
      `${t},${(1 + 3 * Math.exp((-9 * t) / points)) * (1 + 0.3 * Math.sin(t * t))},${(2 + 4 * Math.exp((-5 * t) / points)) * (1 + 0.02 * Math.cos(t * t))}`
    writeFileSync(log, `step,grad_norm,loss\n${Array.from({ length: points }, (_, t) => noisy(t)).join('\n')}\n`)
  }
  for (const name of ['tensorboard', 'mlflow', 'trackio']) {
    if (existsSync(of(`${name}.txt`))) continue
    console.error(`writing the run of ${name}`)
    writeFileSync(of(`${name}.txt`), execFileSync(python!, [join(root, 'bench/page/write_run.py'), name, of(name), log]))
  }
  if (!existsSync(of('taper'))) {
    const service = await startServiceProcess({
      command: [...taper, 'serve'],
      env: { ...process.env, HOST: '127.0.0.1', PORT: '0', TAPER_DATA_DIR: of('taper'), DATABASE_URL: '' }
    })
    execFileSync(taper[0], [taper[1], 'import', log, '--url', service.url])
    await service.stop('SIGTERM')
  }
  const [experiment = '', run = ''] = readFileSync(of('mlflow.txt'), 'utf8').trim().split('\n').at(-1)!.split(' ')
  return { experiment, run }
}

interface Program {
  command(port: number): readonly [string, ...string[]]
  env?(port: number): NodeJS.ProcessEnv
  /** Where its chart is, from its root on. */
  readonly path: string
  /** The element of its first chart. */
  readonly chart: string
  /** Gives it the log, where it has none. */
  give?(page: Page): Promise<void>
}

const ids = await prepare()
const served = { command: () => [...taper, 'serve'] as const, env: (port: number) => ({ PORT: String(port), TAPER_DATA_DIR: of('taper') }) }
const events = join(of('tensorboard'), 'run', readdirSync(join(of('tensorboard'), 'run'))[0]!)
const tensorboard = { path: '/#timeseries', chart: 'line-chart canvas' }
const all: Record<string, Program> = {
  'Taper, `taper serve`': { ...served, path: '/#/runs/run', chart: '[aria-label^="Gradient norm"] canvas' },
  'Taper, event file of TensorBoard dropped': {
    ...served,
    path: '/#/log',
    chart: '[aria-label^="Gradient norm"] canvas',
    give: (page) => drop(page, events)
  },
  TensorBoard: {
    ...tensorboard,
    command: (port) => [join(programs, 'tensorboard'), '--logdir', of('tensorboard'), '--port', String(port)]
  },
  'TensorBoard, every point': {
    ...tensorboard,
    command: (port) => [
      join(programs, 'tensorboard'),
      '--logdir',
      of('tensorboard'),
      '--port',
      String(port),
      '--samples_per_plugin',
      'scalars=0'
    ]
  },
  MLflow: {
    command: (port) => [
      join(programs, 'mlflow'),
      'ui',
      '--backend-store-uri',
      `sqlite:///${of('mlflow')}/mlflow.db`,
      '--port',
      String(port)
    ],
    path: `/#/experiments/${ids.experiment}/runs/${ids.run}/model-metrics`,
    chart: '.js-plotly-plot'
  },
  trackio: {
    command: () => [join(programs, 'trackio'), 'show', '--project', 'bench'],
    env: (port) => ({ TRACKIO_DIR: of('trackio'), GRADIO_SERVER_PORT: String(port), GRADIO_ANALYTICS_ENABLED: 'False' }),
    path: '/?project=bench',
    chart: 'canvas.marks'
  }
}

async function drop(page: Page, file: string): Promise<void> {
  await page.waitForSelector('input[type=file]')
  const client = await page.createCDPSession()
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: { items: [], files: [file], dragOperationsMask: 1 } })
}

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** The inside of a chart, without axes and labels. */
async function inside(page: Page, chart: string): Promise<{ x: number; y: number; width: number; height: number } | null> {
  const box = await page.$eval(chart, (element) => {
    if (element.getBoundingClientRect().bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x, y, width, height }
  })
  if (box.width < 50 || box.height < 50) return null
  return {
    x: Math.round(box.x + 0.2 * box.width),
    y: Math.round(box.y + 0.08 * box.height),
    width: Math.round(0.7 * box.width),
    height: Math.round(0.7 * box.height)
  }
}

async function picture(page: Page, chart: string): Promise<Lightness | null> {
  const box = await inside(page, chart).catch(() => null)
  // A clip is of the page, a mouse in the window.
  const scrolled = await page.evaluate(() => scrollY)
  const clip = box && { ...box, y: box.y + scrolled }
  return clip === null ? null : lightnessOf(await page.screenshot({ clip, captureBeyondViewport: false, optimizeForSpeed: true }))
}

interface Waited {
  readonly listening: number
  readonly chart: number
  readonly zoomed: number
}

/** So long a chart is waited for. Milliseconds. */
const patience = 90_000

async function measure(browser: Browser, { command, env, path, chart, give }: Program): Promise<Waited> {
  const port = await freePort()
  const [program, ...args] = command(port)
  const began = performance.now()
  const child = spawn(program, args, {
    env: { ...process.env, DATABASE_URL: '', HOST: '127.0.0.1', ...env?.(port) },
    stdio: 'ignore',
    detached: true
  })
  const context = await browser.createBrowserContext()
  try {
    while (!(await listens(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended`)
      await sleep(5)
    }
    const listening = performance.now() - began
    const page = await context.newPage()
    await page.setViewport({ width: 1440, height: 900 })
    for (let failed = true; failed; ) {
      failed = await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'domcontentloaded' }).then(
        () => false,
        () => true
      )
    }
    await give?.(page)
    while (darkPart((await picture(page, chart)) ?? { width: 0, height: 0, values: new Uint8Array(1).fill(255) }) < 0.003) {
      if (performance.now() - began > patience) return { listening, chart: Number.POSITIVE_INFINITY, zoomed: Number.POSITIVE_INFINITY }
    }
    const charted = performance.now() - began
    // What comes in later, such as a smoothed line, is not waited for; but a drag must meet a chart that stands still.
    await settled(page, chart, performance.now())
    const { x, y, width, height } = (await inside(page, chart))!
    await page.mouse.move(x + 0.4 * width, y + 2)
    await page.mouse.down()
    await page.mouse.move(x + 0.6 * width, y + height - 2, { steps: 4 })
    const let_go = performance.now()
    await page.mouse.up()
    return { listening, chart: charted, zoomed: await settled(page, chart, let_go) }
  } finally {
    await context.close()
    await end(child)
  }
}

/** When the picture that stays was first there, since a time. Milliseconds. */
async function settled(page: Page, chart: string, since: number): Promise<number> {
  let kept = await picture(page, chart)
  let first = performance.now()
  while (performance.now() - first < 1500) {
    const now = await picture(page, chart)
    if (now !== null && kept !== null && differentPart(now, kept) < 0.002) continue
    kept = now
    first = performance.now()
  }
  return first - since
}

async function end(child: ChildProcess): Promise<void> {
  const ended = child.exitCode === null ? once(child, 'close') : null
  process.kill(-child.pid!, 'SIGTERM')
  const isSlow = await Promise.race([ended, sleep(5000, 'slow', { ref: false })])
  if (isSlow === 'slow') process.kill(-child.pid!, 'SIGKILL')
}

const browser = await puppeteer.launch({
  executablePath: process.env.TAPER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
})
const wanted = Object.entries(all).filter(([name]) => new RegExp(process.env.BENCH_ONLY ?? '').test(name))
const waited = new Map(wanted.map(([name]) => [name, [] as Waited[]]))
for (let round = 0; round < rounds; round++)
  for (const [name, program] of wanted) {
    const one = await measure(browser, program)
    waited.get(name)!.push(one)
    console.error(name, Object.values(one).map(Math.round).join(' '))
  }
await browser.close()
console.log(`${machine()}; ${points} points, ${rounds} rounds in turn`)
const seconds = (name: string, what: keyof Waited) => median(waited.get(name)!.map((one) => one[what])) / 1000
table(
  ['program', 'listens, s', 'first chart, s', 'zoomed chart, s'],
  wanted.map(([name]) => [name, ...(['listening', 'chart', 'zoomed'] as const).map((what) => seconds(name, what).toFixed(2))])
)
if (process.env.BENCH_FOLDER === undefined) rmSync(folder, { recursive: true, force: true })
