import { isDenied, type TaperProblem } from './api.ts'
import { type Batch, put, type SeriesBatch, type SeriesName, sizeOf } from './batch.ts'
import type { Spool } from './spool.ts'

export interface QueueOptions {
  /** Steps per request. Default: 1000. */
  batchPoints?: number | undefined
  /** Milliseconds after which points are sent even if they are fewer. Default: 1000. */
  batchMs?: number | undefined
  /** Most points in memory. Older ones move to the spool on disk, or are lost without a disk. Default: 100 000. */
  memoryPoints?: number | undefined
  /** Milliseconds that a flush waits for the service before the rest moves to the spool. Default: 10 000. */
  flushMs?: number | undefined
}

export interface Sender {
  /** Stores a batch. @throws TaperProblem the service refused it; any other error: the service did not answer */
  send(batch: Batch): Promise<void>
  spool: Spool | null
  warn(message: string): void
  /** Called with a batch that the service refused for good. */
  refused(error: TaperProblem, batch: Batch): void
  /** Called when the service wants another API key. The batch is kept. */
  denied(error: TaperProblem): void
}

const firstWaitMs = 200
const longestWaitMs = 30_000

/** Statuses after which the same request may succeed later. */
const passing = (status: number): boolean => status >= 500 || [408, 421, 425, 429].includes(status)

/** Collects points and sends them in the background, in order, each at least once. The service ignores repetitions. */
export class PointQueue {
  readonly #options: Required<{ [K in keyof QueueOptions]: number }>
  readonly #sender: Sender
  /** The batch being filled. */
  #open: SeriesBatch | null = null
  /** Training resumed here, and no point has said so yet. */
  #resume: number | null = null
  /** Full batches in memory, oldest first. Those in the spool are older. */
  #waiting: Batch[] = []
  #waitingPoints = 0
  #hasSpooled = true
  #dropped = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #isRunning = false
  #wake: (() => void) | null = null
  #isAway = false
  /** The service wants another API key. */
  isDenied = false
  /** No request before this time, in milliseconds since 1970: the service named it by `Retry-After`. */
  #notBefore = 0
  /** Ends flushes that could only wait. */
  readonly #giveUp = new Set<() => void>()

  constructor(sender: Sender, { batchPoints = 1000, batchMs = 1000, memoryPoints = 100_000, flushMs = 10_000 }: QueueOptions = {}) {
    this.#sender = sender
    this.#options = { batchPoints, batchMs, memoryPoints, flushMs }
    // Sends what an earlier process left in the spool.
    void this.#start()
  }

  add(name: SeriesName, step: number, value: number): void {
    // The first point at or after the checkpoint carries the resumption.
    if (this.#resume !== null && step >= this.#resume) {
      this.#seal()
      this.#open = { resumeFrom: this.#resume, steps: [], series: {} }
      this.#resume = null
    }
    const last = this.#open?.steps.at(-1) ?? -1
    if (this.#open !== null && this.#open.steps.length >= this.#options.batchPoints && step > last) this.#seal()
    this.#open ??= { resumeFrom: null, steps: [], series: {} }
    // Another value for a step starts another batch: the later value stands.
    if (!put(this.#open, name, step, value)) {
      this.#seal()
      this.#open = { resumeFrom: null, steps: [], series: {} }
      put(this.#open, name, step, value)
    }
    this.#timer ??= this.#later()
  }

  /** The next points replace those from `step` on, in every series of the run. */
  resumeFrom(step: number): void {
    this.#seal()
    this.#resume = step
  }

  /**
   * Resolves true once everything is stored; false if that takes longer than `timeoutMs`, and at once if it must: the service wants another
   * API key, or to be asked again later than that.
   */
  async flush(timeoutMs = this.#options.flushMs): Promise<boolean> {
    this.#seal()
    const end = Date.now() + timeoutMs
    let giveUp = (): void => {}
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, false)
      giveUp = () => {
        if (this.isDenied || this.#notBefore > end) resolve(false)
      }
    })
    this.#giveUp.add(giveUp)
    const isDone = this.#start()
    if (this.#notBefore > end) giveUp()
    const done = await Promise.race([isDone.then(() => true as const), late])
    clearTimeout(timer)
    this.#giveUp.delete(giveUp)
    return done
  }

  /** Writes all unsent batches to the spool, synchronously. Returns whether the spool has any. */
  spoolAll(): boolean {
    clearTimeout(this.#timer)
    this.#seal(false)
    this.#toSpool(this.#waiting)
    this.#waiting = []
    this.#waitingPoints = 0
    return this.#hasSpooled
  }

  #later(): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => this.#seal(), this.#options.batchMs)
    // Waiting points do not keep the process alive: `beforeExit` sends them.
    ;(timer as { unref?: () => void }).unref?.()
    return timer
  }

  #seal(start = true): void {
    const batch = this.#open
    if (batch === null || batch.steps.length === 0) return
    this.#open = null
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#waiting.push(batch)
    this.#waitingPoints += sizeOf(batch)
    if (this.#waitingPoints > this.#options.memoryPoints) this.#makeRoom()
    // Start between training steps: the step itself only waits for the push.
    if (start && this.#running === null) setTimeout(() => void this.#start(), 0)
  }

  /** Moves batches to the spool, except the one being sent. */
  #makeRoom(): void {
    const [sending, ...older] = this.#waiting
    const leaving: Batch[] = this.#isAway || this.#hasSpooled ? [sending as Batch, ...older] : older
    this.#waiting = leaving === older ? [sending as Batch] : []
    this.#waitingPoints = pointsOf(this.#waiting)
    this.#toSpool(leaving)
  }

  #toSpool(batches: readonly Batch[]): void {
    if (batches.length === 0) return
    try {
      if (this.#sender.spool === null) throw new Error('there is no spool')
      this.#sender.spool.push(batches)
      this.#hasSpooled = true
    } catch (error) {
      this.#dropped += pointsOf(batches)
      this.#sender.warn(
        `${this.#dropped} points are lost: the service does not answer, and they cannot be kept on disk (${(error as Error).message}).`
      )
    }
  }

  #start(): Promise<void> {
    this.#wake?.()
    if (this.#running !== null) return this.#running
    const running = this.#run()
    // It may have had nothing to do and be over.
    if (this.#isRunning) this.#running = running
    return running
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    for (;;) {
      const spooled = this.#hasSpooled ? (this.#sender.spool?.oldest() ?? null) : null
      this.#hasSpooled = spooled !== null
      if (spooled !== null) {
        for (const batch of spooled.batches) await this.#store(batch)
        spooled.stored()
        continue
      }
      const batch = this.#waiting[0]
      if (batch === undefined) {
        // In the same turn as the look at the queue: the next batch starts a new round.
        this.#isRunning = false
        this.#running = null
        return
      }
      await this.#store(batch)
      // It may have moved to the spool meanwhile. Then it is sent twice, and the service ignores the repetition.
      if (this.#waiting[0] === batch) {
        this.#waiting.shift()
        this.#waitingPoints -= sizeOf(batch)
      }
    }
  }

  /** Retries until the batch is stored, or refused for good. */
  async #store(batch: Batch): Promise<void> {
    for (let wait = firstWaitMs; ; wait = Math.min(longestWaitMs, wait * 2)) {
      try {
        await this.#sender.send(batch)
        this.#isAway = false
        this.isDenied = false
        return
      } catch (error) {
        const { status, retryAfter } = error as Partial<TaperProblem>
        if (isDenied(error)) this.#sender.denied(error)
        else if (status !== undefined && !passing(status)) return this.#sender.refused(error as TaperProblem, batch)
        else if (!this.#isAway)
          this.#sender.warn(`The service does not answer (${(error as Error).message}). Points are kept and sent once it answers.`)
        this.isDenied = isDenied(error)
        this.#isAway = true
        this.#notBefore = retryAfter ? Date.now() + retryAfter * 1000 : 0
        for (const giveUp of this.#giveUp) giveUp()
        // Jitter: trainers that lost the same service do not all retry at once.
        await this.#pause(Math.max((retryAfter ?? 0) * 1000, wait * (0.5 + Math.random() / 2)))
      }
    }
  }

  /** A pause that a flush ends early, unless the service named its length. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1))
      ;(timer as { unref?: () => void }).unref?.()
      const self = this
      function done(): void {
        clearTimeout(timer)
        self.#wake = null
        resolve()
      }
      if (this.#notBefore <= Date.now()) this.#wake = done
    })
  }
}

const pointsOf = (batches: readonly Batch[]): number => batches.reduce((sum, batch) => sum + sizeOf(batch), 0)
