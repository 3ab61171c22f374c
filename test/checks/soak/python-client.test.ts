import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest'
import { pythonClient } from '../../../scripts/clients/python-environment.ts'
import { runCommand } from '../../../scripts/setup/tensorflow/run-command.ts'
import { type Service, startService } from '../../support/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-python-crash-'))
const home = join(folder, 'home')
let service: Service
let hasPython: boolean
beforeAll(async () => {
  hasPython = (await runCommand('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'])).status === 0
  service = await startService({ TAPER_DATA_DIR: join(folder, 'data') })
})
afterAll(async () => {
  await service.stop('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** The same service again: same database, same port. */
async function startAgain(): Promise<void> {
  service = await startService({ TAPER_DATA_DIR: join(folder, 'data'), PORT: new URL(service.url).port })
}

interface Trainer {
  process: ChildProcess
  output: Promise<string>
  errors: Promise<string>
  exit: Promise<number | null>
}

function startTrainer(context: TestContext, ...args: (string | number)[]): Trainer {
  if (!hasPython) return context.skip('there is no python3 of version 3.11 or newer')
  const child = spawn('python3', [resolve('test/support/python-trainer.py'), ...args.map(String)], {
    env: { ...process.env, TAPER_URL: service.url, TAPER_HOME: home, PYTHONPATH: join(pythonClient, 'src') },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  return {
    process: child,
    output: text(child.stdout),
    errors: text(child.stderr),
    exit: once(child, 'exit').then(([code]) => code as number | null)
  }
}

interface Point {
  step: number
  value: number | string
  current: boolean
}

async function historyOf(runId: string, norm: string): Promise<Point[]> {
  const answer = await fetch(`${service.url}/v1/runs/${runId}/gradient-norms?norm=${norm}&history=all`)
  return answer.status === 200 ? ((await answer.json()) as { points: Point[] }).points : []
}

const l1At = (step: number) => (step % 97 === 0 ? 'NaN' : step)
const l2At = (step: number) => 1 + Math.sin(step)

/** Python's sine and V8's may differ in the last bit. */
function expectEachOnce(points: Point[], steps: number, valueAt: (step: number) => number | string): void {
  expect(
    points.map(({ step }) => step).sort((a, b) => a - b),
    'every step is stored once'
  ).toEqual(Array.from({ length: steps }, (_, step) => step))
  for (const { step, value } of points) {
    const expected = valueAt(step)
    if (typeof expected === 'number') expect(value).toBeCloseTo(expected, 12)
    else expect(value).toBe(expected)
  }
}

const spooled = () => readdirSync(join(home, 'spool'), { recursive: true }).filter((name) => String(name).endsWith('.jsonl'))

/** Waits until a run has some points more than it has now. */
async function progress(runId: string, more: number): Promise<void> {
  const before = (await historyOf(runId, 'l2')).length
  while ((await historyOf(runId, 'l2')).length < before + more) await sleep(50)
}

it('has every point once where the service is killed, and paused, and started again in mid-run', { timeout: 180_000 }, async (context) => {
  const steps = 4000
  const trainer = startTrainer(context, 'through-it-all', steps, 0.005)
  await progress('through-it-all', 1)
  await service.stop('SIGKILL')
  await sleep(3000)
  await startAgain()
  await progress('through-it-all', 500)
  service.process.kill('SIGSTOP')
  await sleep(12_000) // Longer than the client waits for an answer.
  service.process.kill('SIGCONT')
  await progress('through-it-all', 1)
  await service.stop('SIGKILL')
  await startAgain()

  expect(await trainer.exit, await trainer.errors).toBe(0)
  expect(JSON.parse((await trainer.output).split('\n')[1] as string)).toMatchObject({ stored: true })
  expectEachOnce(await historyOf('through-it-all', 'l1'), steps, l1At)
  expectEachOnce(await historyOf('through-it-all', 'l2'), steps, l2At)
  expect(spooled()).toEqual([])
})

it('has every point once where the trainer is killed while the service is away, and goes on from a checkpoint', {
  timeout: 120_000
}, async (context) => {
  const steps = 1000
  const first = startTrainer(context, 'killed', steps, 0.005)
  await progress('killed', 1)
  await service.stop('SIGKILL')
  await sleep(2500) // It has written since what the service has not got.
  first.process.kill('SIGKILL')
  await first.exit
  expect(spooled()).toHaveLength(1)
  const left = readFileSync(join(home, 'spool', String(spooled()[0])), 'utf8')
  const lastKept = Math.max(...[...left.matchAll(/"startStep":(\d+)/g)].map(([, step]) => Number(step)))
  await startAgain()

  const second = startTrainer(context, 'killed', steps, 0.001, lastKept)
  expect(await second.exit, await second.errors).toBe(0)
  const current = (await historyOf('killed', 'l2')).filter((point) => point.current)
  expectEachOnce(current, steps, l2At)
  expect(spooled()).toEqual([])
})
