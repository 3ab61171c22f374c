/** Items that one side puts in and the other takes out, waiting where there are none. */
export interface WaitingQueue<T> extends AsyncIterable<T> {
  readonly put: (item: T) => void
  /** Nothing follows. */
  readonly end: () => void
  /** Whoever takes gets this failure, at once. */
  readonly fail: (error: unknown) => void
}

/** @param taken told of each item as it is taken */
export function waitingQueue<T>(taken: (item: T) => void): WaitingQueue<T> {
  const items: T[] = []
  let ended = false
  let failure: { error: unknown } | undefined
  let wake: () => void = () => {}

  return {
    put: (item) => {
      items.push(item)
      wake()
    },
    end: () => {
      ended = true
      wake()
    },
    fail: (error) => {
      failure ??= { error }
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (failure !== undefined) throw failure.error
        const item = items.shift()
        if (item !== undefined) {
          taken(item)
          yield item
        } else if (ended) return
        else {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
        }
      }
    }
  }
}
