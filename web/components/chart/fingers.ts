import type uPlot from 'uplot'
import { putCursor } from './cursor.ts'
import type { Range } from './lines.ts'

interface Fingers {
  /** The steps that two fingers hold on to, while they move. */
  hold(range: Range): void
  /** They let go. */
  release(): void
}

/**
 * Fingers on a plot: one moves the cursor, two zoom and push the steps that are shown. Up and down scrolls the page. A mouse is uPlot's own.
 * @returns what ends it
 */
export function followFingers(plot: uPlot, { hold, release }: Fingers): () => void {
  const places = new Map<number, number>()
  /** Steps under the two fingers when the second was put down. */
  let held: readonly [number, number] | null = null
  const stepAt = (left: number) => plot.posToVal(left, 'x')
  const placeOf = ({ clientX }: PointerEvent) => clientX - plot.over.getBoundingClientRect().left
  const onDown = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return
    places.set(event.pointerId, placeOf(event))
    plot.over.setPointerCapture(event.pointerId)
    const [one, other] = [...places.values()]
    held = one === undefined || other === undefined ? null : [stepAt(one), stepAt(other)]
  }
  const onMove = (event: PointerEvent) => {
    if (!places.has(event.pointerId)) return
    places.set(event.pointerId, placeOf(event))
    const [one, other] = [...places.values()] as [number, number?]
    if (held === null || other === undefined) {
      putCursor(plot, one)
      return
    }
    if (Math.abs(other - one) < 8) return
    const perPixel = (held[1] - held[0]) / (other - one)
    const from = held[0] - one * perPixel
    if (perPixel > 0) hold([from, from + plot.over.clientWidth * perPixel])
  }
  const onUp = ({ pointerId }: PointerEvent) => {
    places.delete(pointerId)
    if (held !== null) release()
    held = null
  }
  const listeners = { pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onUp } as const
  const all = Object.entries(listeners) as [keyof typeof listeners, (event: PointerEvent) => void][]
  for (const [name, listener] of all) plot.over.addEventListener(name, listener)
  return () => {
    for (const [name, listener] of all) plot.over.removeEventListener(name, listener)
  }
}
