type Draw = () => void

const waiting = new Set<Draw>()
/** So many are drawn with one frame: fewer after one that came late, more again while all come in time. */
let share = 4
let before = 0

const next = (time: number) => {
  // At 60 frames a second one takes 17 ms. Behind a pause there is nothing to learn.
  const took = time - before
  before = time
  if (took < 100) share = took > 22 ? Math.max(1, share / 2) : share + 0.1
  let left = share
  for (const draw of waiting) {
    if (left-- < 1) break
    waiting.delete(draw)
    draw()
  }
  if (waiting.size > 0) requestAnimationFrame(next)
}

/** Draws with the next frame; where a machine cannot draw all in one, with one of those behind it, each in its turn. @returns what prevents it */
export function inFrame(draw: Draw): () => void {
  if (waiting.size === 0) requestAnimationFrame(next)
  waiting.add(draw)
  return () => void waiting.delete(draw)
}
