/** Distances of steps that are marked on an axis: steps are whole. */
export const wholeDistances: readonly number[] = Array.from({ length: 48 }, (_, i) => [1, 2, 5][i % 3]! * 10 ** Math.floor(i / 3))

/**
 * Where a logarithmic axis is marked: at powers of ten and at 2 and 5 of them, or fewer where there are many; at round values where the axis is
 * within a few times of itself.
 * @param most about so many have room
 */
export function logTicks(min: number, max: number, most: number): number[] {
  if (!(min > 0) || !(max > min)) return []
  const [low, high] = [Math.log10(min), Math.log10(max)]
  if (high - low < 0.7) return evenTicks(min, max, most)
  const digits = (high - low) * 3 <= most ? [1, 2, 5] : [1]
  const every = Math.max(1, Math.ceil((high - low) / most))
  const ticks: number[] = []
  for (let power = Math.floor(low / every) * every; power <= high; power += every) {
    for (const digit of digits) {
      const value = Number(`${digit}e${power}`)
      if (value >= min && value <= max) ticks.push(value)
    }
  }
  return ticks
}

function evenTicks(min: number, max: number, most: number): number[] {
  const power = Math.floor(Math.log10((max - min) / most))
  const digit = [1, 2, 5].find((one) => (max - min) / Number(`${one}e${power}`) <= most) ?? 10
  const every = Number(`${digit}e${power}`)
  const ticks: number[] = []
  // A product has no error that adds up.
  for (let i = Math.ceil(min / every); i * every <= max * (1 + 1e-12); i++) ticks.push(Number((i * every).toPrecision(12)))
  return ticks
}

/** What a logarithmic axis shows of values from `min` to `max`: a little more, and a line through their middle where they are one. */
export function logRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || !(min > 0)) return [0.1, 10]
  const pad = Math.max(1.02, (max / min) ** 0.06)
  return max / min < 1.001 ? [min / 1.5, max * 1.5] : [min / pad, max * pad]
}

/** What an even axis shows of values from `min` to `max`: a little more, and nothing beyond 0 where there is nothing. */
export function linearRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || (min === 0 && max === 0)) return [0, 1]
  const pad = max > min ? 0.06 * (max - min) : 0.5 * (Math.abs(max) || 1)
  return [min >= 0 ? Math.max(0, min - pad) : min - pad, max <= 0 ? Math.min(0, max + pad) : max + pad]
}
