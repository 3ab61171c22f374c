import {
  type ApiOptions,
  createApi,
  dataOf,
  isDenied,
  resultOf,
  type Schemas,
  serviceUrl,
  type TaperApi,
  type TaperProblem
} from './api.ts'
import { type Batch, bodyOf, normBodyOf, type StepValues, seriesOf } from './batch.ts'
import { PointQueue, type QueueOptions } from './point-queue.ts'
import { processRank } from './rank.ts'
import { type RunEvent, type WatchOptions, watchRun } from './run-events.ts'
import { runIdOf } from './run-id.ts'
import { loadSchedule, type Schedule, type ScheduleOptions } from './schedule.ts'
import type { Spool } from './spool.ts'

export interface RunOptions extends ApiOptions, QueueOptions, Pick<ScheduleOptions, 'home'> {
  /** The optimizer's name, e.g. "adamw". It decides whether a refinement uses ℓ₂ or ℓ₁ norms. */
  optimizer?: string | undefined
  /** Length of the training in optimizer steps. */
  totalSteps?: number | undefined
  /** The learning rate at multiplier 1. */
  peakLearningRate?: number | undefined
  /** λ of the optimizer. */
  weightDecay?: number | undefined
  /** Gradients with a larger norm are clipped to it; log the norms before that. */
  clipNorm?: number | undefined
  /** A title for people. */
  name?: string | undefined
  /** The schedule that this run trains by, or its id: so the service knows which run came of which. */
  schedule?: Schedule | string | undefined
  /** Your own keys and values, to find the run by. */
  labels?: Record<string, string> | undefined
  /** Rank of this process; only rank 0 sends. Default: from `RANK`, `SLURM_PROCID` and the like, else 0. */
  rank?: number | undefined
  /** Whether methods throw errors of the background instead of warning. Default: false. */
  strict?: boolean | undefined
  warn?: ((message: string) => void) | undefined
}

/**
 * A training run that logs its gradient norms, losses and rates in the background. A training loop never waits for the service, and never fails because of
 * it unless `strict`. Points that cannot be sent stay in a spool on disk.
 */
export class Run {
  readonly id: string
  readonly api: TaperApi
  readonly #options: RunOptions
  readonly #queue: PointQueue | null
  readonly #spool: Spool | null
  readonly #warned = new Set<string>()
  /** What is still being read from a device, to be logged then. */
  readonly #readings = new Set<Promise<unknown>>()
  #created: Promise<void> | null = null
  #failure: Error | null = null
  readonly #unhook: () => void

  /** Use {@link openRun} instead. */
  constructor(id: string, options: RunOptions, openSpool: ((runId: string) => Spool) | null) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(id)) {
      throw new TypeError(
        `A run's id must have 1 to 128 letters, digits, ".", "_" and "-", and start with a letter or digit: not ${JSON.stringify(id)}.`
      )
    }
    this.id = id
    this.#options = options
    this.api = createApi(options)
    const isReporter = (options.rank ?? processRank((message) => this.#warn(message))) === 0
    this.#spool = isReporter ? (openSpool?.(id) ?? null) : null
    this.#queue = isReporter
      ? new PointQueue(
          {
            spool: this.#spool,
            send: (batch) => this.#send(batch),
            warn: (message) => this.#warn(message),
            refused: (error, batch) => this.#refused(error, batch),
            denied: (error) => this.#denied(error)
          },
          options
        )
      : null
    this.#unhook = this.#queue === null ? () => {} : this.#hookExit(this.#queue)
  }

  /**
   * Logs what is known of a step; all of it goes to the service in one request. A step may be logged in several calls.
   * @param step the optimizer step, from 0
   */
  log(step: number, values: StepValues): void {
    this.#throwIfStrict()
    if (!Number.isSafeInteger(step) || step < 0) {
      this.#warn(`A step must be a whole number ≥ 0, not ${step}.`)
      return
    }
    if (this.#queue === null) return
    for (const key in values) {
      const series = seriesOf[key as keyof StepValues] as (typeof seriesOf)[keyof StepValues] | undefined
      const value = values[key as keyof StepValues]
      if (value === undefined) continue
      if (series === undefined) {
        this.#warn(`${JSON.stringify(key)} is not the name of a series; it is not logged.`)
        continue
      }
      if (value < 0 && value !== Number.NEGATIVE_INFINITY && !series.isSigned) {
        this.#warn(`The value of ${key} at step ${step} is negative (${value}); it is not logged.`)
        continue
      }
      this.#queue.add(series.name, step, value)
    }
  }

  /** Says that training resumes from a checkpoint. The next points replace everything logged from `step` on, in every series. */
  resumeFrom(step: number): void {
    this.#queue?.resumeFrom(step)
  }

  /** Lets `flush`, and so `refine`, `audit` and `close`, wait for values that are being read from a device, and log them then. */
  await(reading: Promise<unknown>): void {
    const settled = reading.then(
      () => {},
      () => {}
    )
    this.#readings.add(settled)
    void settled.then(() => this.#readings.delete(settled))
  }

  /** Resolves true once everything logged is stored, false if the service does not answer in time. */
  async flush(timeoutMs?: number): Promise<boolean> {
    await Promise.all(this.#readings)
    const isDone = this.#queue === null ? true : await this.#queue.flush(timeoutMs)
    this.#throwIfStrict()
    return isDone
  }

  /** Flushes and stops. Points not sent in time stay in the spool on disk; the next process of this run sends them. */
  async close(timeoutMs?: number): Promise<void> {
    await Promise.all(this.#readings)
    this.#unhook()
    const isDone = this.#queue === null ? true : await this.#queue.flush(timeoutMs)
    if (!isDone) this.#leave()
    this.#spool?.close()
    this.#throwIfStrict()
  }

  /**
   * Refines what this run has logged into the schedule for the next run. Flushes first. `details.report` of the answer has the advice.
   * @param options of the refinement, as in POST /v1/runs/{runId}/schedules. `preset`: `robust`, the default, reads the losses beside the
   * norms; `paper` is the paper's own schedule; `reference`. Also `steps`, `ramp`, `deadBand`, `loss: 'none'`, `normFloor`, `scaleBy`,
   * `final`, `norm`, `weighting`, `warmupFloor` …
   * @throws TaperProblem the service refused: too few norms …
   */
  async refine(options: Schemas['ScheduleCreate'] = {}): Promise<Schedule> {
    await this.flush()
    const { id } = await resultOf(
      this.api,
      this.api.POST('/v1/runs/{runId}/schedules', { params: { path: { runId: this.id } }, body: options as never })
    )
    const schedule = await loadSchedule(id, this.#options)
    // A schedule from wrong norms looks like any other.
    for (const { detail } of schedule.details?.report?.warnings ?? []) this.#warn(`Schedule of run ${this.id}: ${detail}`)
    return schedule
  }

  /**
   * Compares the learning rates that this run has logged with the schedule that was meant: that of its `scheduleId`, or `against`. Flushes
   * first.
   * @param options `against`, `steps` and `peakLearningRate`, as in POST /v1/audits
   * @throws TaperProblem the service refused: no learning rates are logged …
   */
  async audit(options: Omit<Schemas['LearningRateAuditRequest'], 'learningRates'> = {}): Promise<Schemas['LearningRateAudit']> {
    await this.flush()
    const body = { ...options, learningRates: { runId: this.id } }
    return await dataOf(this.api.POST('/v1/audits', { body: body as never }))
  }

  /**
   * What happens to the run, as it happens: points that arrive, changes, schedules that were refined from it, and its end. Goes on where a
   * connection ends, without loss.
   * @throws TaperProblem there is no such run, or the service refuses
   */
  events(options: Pick<WatchOptions, 'signal' | 'lastEventId'> = {}): AsyncGenerator<RunEvent> {
    return watchRun(this.id, { ...this.#options, ...options })
  }

  async #send(batch: Batch): Promise<void> {
    await this.#create()
    const query = batch.resumeFrom === null ? {} : { resumeFrom: batch.resumeFrom }
    const path = { runId: this.id }
    if ('norm' in batch) {
      const params = { path, query: { ...query, norm: batch.norm } }
      await dataOf(this.api.POST('/v1/runs/{runId}/gradient-norms', { params, body: normBodyOf(batch) as never }))
    } else {
      await dataOf(this.api.POST('/v1/runs/{runId}/series', { params: { path, query }, body: bodyOf(batch) as never }))
    }
    if (isDenied(this.#failure)) this.#failure = null
  }

  /** Creates the run, once, before the first norms. */
  async #create(): Promise<void> {
    const { optimizer, totalSteps, peakLearningRate, weightDecay, clipNorm, name, schedule, labels } = this.#options
    const scheduleId = (typeof schedule === 'object' ? schedule.id : schedule) || undefined
    const known = { optimizer, totalSteps, peakLearningRate, weightDecay, clipNorm, name, scheduleId, labels }
    const fields = Object.entries(known).filter(([, value]) => value !== undefined)
    this.#created ??= dataOf(
      this.api.PUT('/v1/runs/{runId}', { params: { path: { runId: this.id } }, body: Object.fromEntries(fields) })
    ).then(() => {})
    try {
      await this.#created
    } catch (error) {
      this.#created = null
      throw error
    }
  }

  #refused(error: TaperProblem, { steps }: Batch): void {
    this.#failure ??= error
    this.#warn(`Taper refused the points of steps ${steps[0]} to ${steps.at(-1)}: ${error.message}`)
  }

  #denied(error: TaperProblem): void {
    if (this.#options.strict === true) this.#failure ??= error
    const where = this.#spool === null ? 'in memory until then' : 'until then; the next start sends them too'
    this.#warn(`${error.message} The norms of run ${this.id} are kept ${where}.`)
  }

  /** Warns once per kind of message. Messages that differ only in numbers are of one kind. */
  #warn(message: string): void {
    const kind = message.replaceAll(/[\d.]+/g, '#')
    if (this.#warned.has(kind)) return
    this.#warned.add(kind)
    const { warn = console.warn } = this.#options
    warn(`taper: ${message}`)
  }

  #throwIfStrict(): void {
    const failure = this.#failure
    if (this.#options.strict !== true || failure === null) return
    this.#failure = null
    throw failure
  }

  #leave(): void {
    const isLeft = this.#queue?.spoolAll() ?? false
    // Who needs another key was told so.
    if (isLeft && this.#spool !== null && this.#queue?.isDenied !== true)
      this.#warn('Not all points could be sent. They are kept on disk; the next process of this run sends them.')
  }

  /** Flushes when the process exits or gets SIGTERM. Returns a function that undoes this. */
  #hookExit(queue: PointQueue): () => void {
    if (typeof process === 'undefined' || typeof process.on !== 'function') return () => {}
    let hasFlushed = false
    const onBeforeExit = (): void => {
      if (hasFlushed) return
      hasFlushed = true
      void queue.flush().then(() => this.#leave())
    }
    const onExit = (): void => this.#leave()
    const onSignal = (signal: NodeJS.Signals): void => {
      // Other listeners decide when the process ends; `exit` then writes the rest to the spool.
      if (process.listenerCount(signal) > 1) return void queue.flush()
      void queue.flush().then(() => {
        this.#leave()
        unhook()
        process.kill(process.pid, signal)
      })
    }
    process.on('beforeExit', onBeforeExit)
    process.on('exit', onExit)
    process.on('SIGTERM', onSignal)
    const unhook = (): void => {
      process.off('beforeExit', onBeforeExit)
      process.off('exit', onExit)
      process.off('SIGTERM', onSignal)
    }
    return unhook
  }
}

/**
 * Starts logging a training run. The service creates the run, or updates it if it exists.
 * @param id a name of your choice; the same id means the same run. Best of 1 to 128 letters, digits, ".", "_" and "-"; any other name becomes
 * such a one, which is said and in `run.id`
 * @throws TypeError the name is empty, or the URL of the service is none
 */
export async function openRun(id: string, options: RunOptions = {}): Promise<Run> {
  const runId = await runIdOf(id)
  if (runId !== id) {
    const { warn = console.warn } = options
    warn(`taper: A run's id has letters, digits, ".", "_" and "-" alone: ${JSON.stringify(id)} is run ${runId} at Taper.`)
  }
  const known = runId === id ? options : { name: id, ...options }
  const hasDisk = options.home !== false && typeof process !== 'undefined' && process.versions?.node !== undefined
  if (!hasDisk) return new Run(runId, known, null)
  const { openSpool } = await import('./spool.ts')
  return new Run(runId, known, (ofRun) => openSpool(options.home || undefined, serviceUrl(options.url), ofRun))
}
