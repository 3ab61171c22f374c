import type { Curve } from './sampled-curve.ts'

/** Whole numbers from 0 to `last` to try: evenly spaced ones and powers of two. */
export function places(last: number, count: number): number[] {
  const found = Array.from({ length: count }, (_, k) => Math.round((last * k) / (count - 1)))
  for (let place = 1; place < last; place *= 2) found.push(place)
  return found
}

/** Whole numbers to try around the result of a coarser curve, which may be off by several of its samples. */
export function placesAround(place: number, { n, steps }: Curve): number[] {
  const reach = Math.max(2, Math.ceil((8 * n) / steps.length))
  return [-8 * reach, -reach, 0, reach, 8 * reach].map((move) => Math.min(n - 1, Math.max(0, place + move)))
}
