/** Work of so long may be done in one turn of the event loop; then whoever waits for the network or a timer comes first. Milliseconds. */
const turnMs = 4

let begun = 0
let isUnderWay = false

/**
 * Whether enough was done in this turn of the event loop, by all who ask here. Who has something to do that takes a millisecond or more asks
 * before it, and after `true` waits for {@link nextTurn}: so that hundreds who each do little do not together hold up a health check.
 */
export function turnIsOver(): boolean {
  const now = performance.now()
  if (!isUnderWay) {
    isUnderWay = true
    begun = now
    setImmediate(() => {
      isUnderWay = false
    })
  }
  return now - begun > turnMs
}

/** Resolves in the next turn, those who came first before others. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Resolves as soon as there is time in a turn. */
export async function timeInTurn(): Promise<void> {
  while (turnIsOver()) await nextTurn()
}
