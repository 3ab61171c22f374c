/** All that a training needs of Taper's HTTP API, by `fetch` alone. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { StepNorms } from './sgd.ts'

const attempts = 6

/** For a service that wants a key. */
const key = process.env.TAPER_API_KEY?.trim()
const authorization: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}

/**
 * One request, tried again while the service is away or asks to wait. That is safe for everything below: what is stored twice counts
 * once. Fails with what the service said of any other problem.
 */
async function request(url: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    let wait = 100 * 2 ** attempt
    try {
      const response = await fetch(url, { ...init, headers: { ...authorization, ...init.headers } })
      if (response.ok) return response
      const problem = await response.text()
      if (response.status < 500 || attempt === attempts) throw new Refused(`${init.method ?? 'GET'} ${url}: ${response.status} ${problem}`)
      wait = Number(response.headers.get('retry-after') ?? 0) * 1000 || wait
    } catch (error) {
      if (error instanceof Refused) throw error
      if (attempt === attempts) throw new Error(`${init.method ?? 'GET'} ${url}: no answer`, { cause: error })
    }
    await sleep(wait)
  }
}

class Refused extends Error {}

const json = (method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body)
})

/** JSON has no NaN and no infinities; Taper reads them as these words. */
export const word = (value: number): number | string => (Number.isFinite(value) ? value : String(value))

export interface RunFields {
  name: string
  optimizer: string
  totalSteps: number
  peakLearningRate: number
  labels: Record<string, string>
}

/** Creates the run, or sets its fields where it exists. */
export async function putRun(taper: string, run: string, fields: RunFields): Promise<void> {
  await request(`${taper}/v1/runs/${run}`, json('PUT', fields))
}

/** What is logged of a step: its norms, and the loss of its batch, which tells convergence from other changes of the norms. */
export interface StepLog extends StepNorms {
  loss: number
}

/** Collects norms and losses and posts them in batches, while the training goes on. */
export function stepLog(taper: string, run: string, batchSteps = 100) {
  let startStep = 0
  let collected: StepLog[] = []
  const failures: Promise<Error | undefined>[] = []

  const post = (): void => {
    const values = (name: keyof StepLog) => collected.map((step) => word(step[name]))
    const series = { l2: values('l2'), l1: values('l1'), loss: values('loss') }
    const sent = request(`${taper}/v1/runs/${run}/series`, json('POST', { startStep, series }))
    failures.push(
      sent.then(
        () => undefined,
        (error: Error) => error
      )
    )
  }
  const flush = (): void => {
    if (collected.length === 0) return
    post()
    startStep += collected.length
    collected = []
  }
  return {
    add(step: StepLog): void {
      collected.push(step)
      if (collected.length === batchSteps) flush()
    },
    /** Resolves when all is stored; fails with the first that is not. */
    async close(): Promise<void> {
      flush()
      for (const failure of await Promise.all(failures)) if (failure !== undefined) throw failure
    }
  }
}

/** Has a schedule refined from the norms of a run. Answers its URL. */
export async function refine(taper: string, run: string, options: { name: string }): Promise<string> {
  const response = await request(`${taper}/v1/runs/${run}/schedules`, json('POST', options))
  const { id } = (await response.json()) as { id: string }
  return `${taper}/v1/schedules/${id}`
}

/** The multiplier of each step, shape `[steps]`. */
export async function readMultipliers(schedule: string): Promise<Float64Array> {
  const response = await request(`${schedule}/multipliers`, { headers: { accept: 'application/json' } })
  const { multipliers } = (await response.json()) as { multipliers: number[] }
  return Float64Array.from(multipliers)
}
