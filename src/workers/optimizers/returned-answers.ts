/** How long they wait for a task to go with. Milliseconds. */
const waitMs = 100

/** Answers whose memory the thread can have back. It hears of them with the next task, or soon after, so that most wake it for nothing else. */
export class ReturnedAnswers {
  #ids: number[] = []
  #timer: NodeJS.Timeout | undefined
  readonly #send: (ids: readonly number[]) => void

  constructor(send: (ids: readonly number[]) => void) {
    this.#send = send
  }

  add(id: number): void {
    this.#ids.push(id)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      if (this.#ids.length > 0) this.#send(this.take())
    }, waitMs).unref()
  }

  /** Those that were added since. */
  take(): readonly number[] {
    return this.#ids.splice(0)
  }
}
