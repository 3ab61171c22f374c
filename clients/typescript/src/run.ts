import { type ApiOptions, createApi, dataOf, resultOf, type Schemas, serviceUrl, type TaperApi, type TaperProblem } from './api.ts'
import { type Batch, bodyOf, type NormName } from './batch.ts'
import { NormQueue, type QueueOptions } from './norm-queue.ts'
import { rankOf } from './rank.ts'
import { loadSchedule, type Schedule, type ScheduleOptions } from './schedule.ts'
import type { Spill } from './spill.ts'

export interface RunOptions extends ApiOptions, QueueOptions, Pick<ScheduleOptions, 'cacheDirectory'> {
  /** The optimizer's name, e.g. "adamw": the service chooses the norm by it. */
  optimizer?: string | undefined
  /** Length of the training in optimizer steps. */
  totalSteps?: number | undefined
  peakLearningRate?: number | undefined
  labels?: Record<string, string> | undefined
  /** The number of this process among those that train together; only 0 reports. Default: as the launcher says. */
  rank?: number | undefined
  /** Where norms wait on disk while the service is away; false: nowhere. */
  spillDirectory?: string | false | undefined
  /** Whether {@link TaperRun.log} and the like throw what went wrong in the background. Default: they warn. */
  strict?: boolean | undefined
  warn?: ((message: string) => void) | undefined
}

/** The norms of one step's raw gradient, before clipping: any of them. */
export type StepNorms = { readonly [norm in NormName]?: number }

/**
 * One training that reports to Taper. Nothing here waits for the service, and nothing throws into a training loop unless `strict`: norms
 * are collected, sent in the background, tried again, and written to disk while the service is away.
 */
export class TaperRun {
  readonly id: string
  readonly api: TaperApi
  readonly #options: RunOptions
  readonly #queue: NormQueue | null
  readonly #spill: Spill | null
  readonly #warned = new Set<string>()
  #created: Promise<void> | null = null
  #failure: Error | null = null
  #nextStep = 0
  readonly #logged = new Set<NormName>()
  readonly #unhook: () => void

  /** Use {@link openRun}. */
  constructor(id: string, options: RunOptions, openSpill: ((runId: string) => Spill) | null) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(id)) {
      throw new TypeError(
        `A run's id has letters, digits, ".", "_" and "-", the first a letter or digit, and is not ${JSON.stringify(id)}.`
      )
    }
    this.id = id
    this.#options = options
    this.api = createApi(options)
    const isReporter = (options.rank ?? rankOf()) === 0
    this.#spill = isReporter ? (openSpill?.(id) ?? null) : null
    this.#queue = isReporter
      ? new NormQueue(
          {
            spill: this.#spill,
            send: (batch) => this.#send(batch),
            warn: (message) => this.#warn(message),
            refused: (error, batch) => this.#refused(error, batch)
          },
          options
        )
      : null
    this.#unhook = this.#queue === null ? () => {} : this.#hookExit(this.#queue)
  }

  /**
   * Notes the norms of a step.
   * @param step the optimizer step, from 0; left out, it is the one after the last
   */
  log(norms: StepNorms, step: number = this.#nextStep): void {
    this.#throwIfStrict()
    if (!Number.isSafeInteger(step) || step < 0) {
      this.#warn(`a step is a whole number from 0 on, and not ${step}`)
      return
    }
    this.#nextStep = step + 1
    if (this.#queue === null) return
    for (const norm of ['l1', 'l2', 'linf'] as const) {
      const value = norms[norm]
      if (value === undefined) continue
      if (value < 0) {
        this.#warn(`a gradient norm is not negative, and ${norm} of step ${step} is ${value}`)
        continue
      }
      this.#logged.add(norm)
      this.#queue.add(norm, step, value)
    }
  }

  /** Training goes on from a checkpoint: what was logged from this step on is replaced by what comes now. */
  resumeFrom(step: number, norms: readonly NormName[] = this.#logged.size > 0 ? [...this.#logged] : ['l1', 'l2']): void {
    this.#nextStep = step
    for (const norm of norms) this.#queue?.resumeFrom(norm, step)
  }

  /** Resolves true once all that was logged is stored, false where the service did not answer in time. */
  async flush(timeoutMs?: number): Promise<boolean> {
    const isDone = this.#queue === null ? true : await this.#queue.flush(timeoutMs)
    this.#throwIfStrict()
    return isDone
  }

  /** Sends what waits; what cannot be sent in time goes to disk, for the next process of this run. */
  async close(timeoutMs?: number): Promise<void> {
    this.#unhook()
    const isDone = this.#queue === null ? true : await this.#queue.flush(timeoutMs)
    if (!isDone) this.#leave()
    this.#spill?.close()
    this.#throwIfStrict()
  }

  /** Has the service refine what was logged into a schedule for the next training, and reads it. */
  async refine(options: Schemas['ScheduleCreate'] = {}): Promise<Schedule> {
    await this.flush()
    const { id } = await resultOf(
      this.api,
      this.api.POST('/v1/runs/{runId}/schedules', { params: { path: { runId: this.id } }, body: options as never })
    )
    return loadSchedule(id, this.#options)
  }

  async #send(batch: Batch): Promise<void> {
    await this.#create()
    const { norm, resumeFrom } = batch
    const query = { norm, ...(resumeFrom === null ? {} : { resumeFrom }) }
    await dataOf(
      this.api.POST('/v1/runs/{runId}/gradient-norms', { params: { path: { runId: this.id }, query }, body: bodyOf(batch) as never })
    )
  }

  /** Once, before the first norms. */
  async #create(): Promise<void> {
    const { optimizer, totalSteps, peakLearningRate, labels } = this.#options
    const fields = Object.entries({ optimizer, totalSteps, peakLearningRate, labels }).filter(([, value]) => value !== undefined)
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

  #refused(error: TaperProblem, { norm, steps }: Batch): void {
    this.#failure ??= error
    this.#warn(`${norm} norms of steps ${steps[0]} to ${steps.at(-1)} are refused: ${error.message}`)
  }

  /** Once for each kind of message: numbers in it do not make another one. */
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
    const isLeft = this.#queue?.spillAll() ?? false
    if (isLeft && this.#spill !== null) this.#warn('gradient norms were left on disk; the next process of this run sends them')
  }

  /** Sends what waits when the process ends by itself or is asked to; gives what undoes this. */
  #hookExit(queue: NormQueue): () => void {
    if (typeof process === 'undefined' || typeof process.on !== 'function') return () => {}
    let hasFlushed = false
    const onBeforeExit = (): void => {
      if (hasFlushed) return
      hasFlushed = true
      void queue.flush().then(() => this.#leave())
    }
    const onExit = (): void => this.#leave()
    const onSignal = (signal: NodeJS.Signals): void => {
      // Others listen too: they decide when the process ends, and `exit` writes the rest to disk.
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
 * Begins to report a training. The run is made where it does not exist, and keeps what it has where it does.
 * @param id letters, digits, ".", "_", "-"; the same id is the same run
 * @throws TypeError for an id that no run can have
 */
export async function openRun(id: string, options: RunOptions = {}): Promise<TaperRun> {
  const hasDisk = options.spillDirectory !== false && typeof process !== 'undefined' && process.versions?.node !== undefined
  if (!hasDisk) return new TaperRun(id, options, null)
  const { openSpill } = await import('./spill.ts')
  return new TaperRun(id, options, (runId) => openSpill(options.spillDirectory || undefined, serviceUrl(options.url), runId))
}
