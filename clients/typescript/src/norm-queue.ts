import type { TaperProblem } from './api.ts'
import type { Batch, NormName } from './batch.ts'
import type { Spill } from './spill.ts'

export interface QueueOptions {
  /** Points of one series in a request. Default: 1000. */
  batchPoints?: number | undefined
  /** Milliseconds after which points are sent although they are fewer. Default: 1000. */
  batchMs?: number | undefined
  /** Points held in memory; what goes beyond is written to disk, or dropped where there is none. Default: 100 000. */
  memoryPoints?: number | undefined
  /** Milliseconds that a stop waits for the service before the rest goes to disk. Default: 10 000. */
  flushMs?: number | undefined
}

export interface Sender {
  /** Stores a batch. @throws TaperProblem where it is refused, anything else where the service is away */
  send(batch: Batch): Promise<void>
  spill: Spill | null
  warn(message: string): void
  /** A batch that will never be stored. */
  refused(error: TaperProblem, batch: Batch): void
}

const firstWaitMs = 200
const longestWaitMs = 30_000

/** Statuses that another try may answer otherwise. */
const passing = (status: number): boolean => status >= 500 || status === 408 || status === 429

/** Collects norms and sends them in the background, in order, each at least once; the service counts a repetition as none. */
export class NormQueue {
  readonly #options: Required<{ [K in keyof QueueOptions]: number }>
  readonly #sender: Sender
  /** Points that are still collected, by series. */
  readonly #open = new Map<NormName, Batch>()
  /** Batches in memory, oldest first; those on disk are older. */
  #waiting: Batch[] = []
  #waitingPoints = 0
  #hasSpilled = true
  #dropped = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> | null = null
  #isRunning = false
  #wake: (() => void) | null = null
  #isAway = false

  constructor(sender: Sender, { batchPoints = 1000, batchMs = 1000, memoryPoints = 100_000, flushMs = 10_000 }: QueueOptions = {}) {
    this.#sender = sender
    this.#options = { batchPoints, batchMs, memoryPoints, flushMs }
    // What an earlier process has left.
    void this.#start()
  }

  add(norm: NormName, step: number, value: number): void {
    let batch = this.#open.get(norm)
    // A step that does not increase starts another request: the later value stands.
    if (batch !== undefined && step <= (batch.steps.at(-1) ?? -1)) {
      this.#seal(norm)
      batch = undefined
    }
    if (batch === undefined) this.#open.set(norm, (batch = { norm, resumeFrom: null, steps: [], values: [] }))
    batch.steps.push(step)
    batch.values.push(value)
    if (batch.steps.length >= this.#options.batchPoints) this.#seal(norm)
    else this.#timer ??= this.#later()
  }

  /** The points of each series from here on replace those from `step` on. */
  resumeFrom(norm: NormName, step: number): void {
    this.#seal(norm)
    this.#open.set(norm, { norm, resumeFrom: step, steps: [], values: [] })
  }

  /** Resolves true once everything is stored, false where that took longer than allowed. */
  async flush(timeoutMs = this.#options.flushMs): Promise<boolean> {
    for (const norm of [...this.#open.keys()]) this.#seal(norm)
    const isDone = this.#start()
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, false)
    })
    const done = await Promise.race([isDone.then(() => true as const), late])
    clearTimeout(timer)
    return done
  }

  /** Writes what is not stored to disk, at once. Tells whether something lies there now. */
  spillAll(): boolean {
    clearTimeout(this.#timer)
    for (const norm of [...this.#open.keys()]) this.#seal(norm, false)
    this.#spill(this.#waiting)
    this.#waiting = []
    this.#waitingPoints = 0
    return this.#hasSpilled
  }

  #later(): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      for (const norm of [...this.#open.keys()]) this.#seal(norm)
    }, this.#options.batchMs)
    // A process is not kept up by points that wait: `beforeExit` sends them.
    ;(timer as { unref?: () => void }).unref?.()
    return timer
  }

  #seal(norm: NormName, start = true): void {
    const batch = this.#open.get(norm)
    if (batch === undefined || batch.steps.length === 0) return
    this.#open.delete(norm)
    if (this.#open.size === 0) {
      clearTimeout(this.#timer)
      this.#timer = undefined
    }
    this.#waiting.push(batch)
    this.#waitingPoints += batch.steps.length
    if (this.#waitingPoints > this.#options.memoryPoints) this.#makeRoom()
    // Between steps, not in one: what a step waits for is a push.
    if (start && this.#running === null) setTimeout(() => void this.#start(), 0)
  }

  /** The oldest batches leave the memory, but for the one that is on its way. */
  #makeRoom(): void {
    const [sending, ...older] = this.#waiting
    const leaving: Batch[] = this.#isAway || this.#hasSpilled ? [sending as Batch, ...older] : older
    this.#waiting = leaving === older ? [sending as Batch] : []
    this.#waitingPoints = pointsOf(this.#waiting)
    this.#spill(leaving)
  }

  #spill(batches: readonly Batch[]): void {
    if (batches.length === 0) return
    try {
      if (this.#sender.spill === null) throw new Error('there is no disk to write them to')
      this.#sender.spill.push(batches)
      this.#hasSpilled = true
    } catch (error) {
      this.#dropped += pointsOf(batches)
      this.#sender.warn(`${this.#dropped} gradient norms are lost: the service is away, and ${(error as Error).message}`)
    }
  }

  #start(): Promise<void> {
    this.#wake?.()
    if (this.#running !== null) return this.#running
    const running = this.#run()
    // It may have had nothing to do.
    if (this.#isRunning) this.#running = running
    return running
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    for (;;) {
      const spilled = this.#hasSpilled ? (this.#sender.spill?.oldest() ?? null) : null
      this.#hasSpilled = spilled !== null
      if (spilled !== null) {
        for (const batch of spilled.batches) await this.#store(batch)
        spilled.stored()
        continue
      }
      const batch = this.#waiting[0]
      if (batch === undefined) {
        // In one turn with the look at what waits: what comes next starts another.
        this.#isRunning = false
        this.#running = null
        return
      }
      await this.#store(batch)
      // It may have gone to disk in the meantime: then it is stored twice, and counts once.
      if (this.#waiting[0] === batch) {
        this.#waiting.shift()
        this.#waitingPoints -= batch.steps.length
      }
    }
  }

  /** Tries until it is stored, or refused for good. */
  async #store(batch: Batch): Promise<void> {
    for (let wait = firstWaitMs; ; wait = Math.min(longestWaitMs, wait * 2)) {
      try {
        await this.#sender.send(batch)
        this.#isAway = false
        return
      } catch (error) {
        const { status, retryAfter } = error as Partial<TaperProblem>
        if (status !== undefined && !passing(status)) return this.#sender.refused(error as TaperProblem, batch)
        if (!this.#isAway) this.#sender.warn(`norms wait on this side: ${(error as Error).message}`)
        this.#isAway = true
        // Full jitter: trainers that lost the same service do not come back in one moment.
        await this.#pause(Math.max((retryAfter ?? 0) * 1000, wait * (0.5 + Math.random() / 2)))
      }
    }
  }

  /** Cut short by a flush. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms)
      ;(timer as { unref?: () => void }).unref?.()
      const self = this
      function done(): void {
        clearTimeout(timer)
        self.#wake = null
        resolve()
      }
      this.#wake = done
    })
  }
}

const pointsOf = (batches: readonly Batch[]): number => batches.reduce((sum, { steps }) => sum + steps.length, 0)
