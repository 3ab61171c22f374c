/** Round numbers from low to high, about as many as wanted. */
export function linearTicks(low: number, high: number, wanted: number): number[] {
  if (!(high > low)) return [low]
  const rough = (high - low) / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  // The round step that is nearest by ratio.
  const ratio = rough / power
  const step = power * (ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.sqrt(2) ? 2 : 1)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** Powers of ten from low to high, with 2 and 5 between where there are few. */
export function logTicks(low: number, high: number): number[] {
  const ticks: number[] = []
  const decades = Math.log10(high / low)
  const factors = decades < 2.5 ? [1, 2, 5] : [1]
  const every = Math.ceil(decades / 5)
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    if (power % every !== 0) continue
    for (const factor of factors) {
      const tick = factor * 10 ** power
      if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) ticks.push(tick)
    }
  }
  return ticks
}

const suffixes: readonly (readonly [number, string])[] = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k']
]

/** A number in at most seven characters. */
export function compact(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size >= 1e12 || size < 1e-3)) return value.toExponential(size > 1e-99 && size < 1e99 ? 1 : 0).replace('e+', 'e')
  const [unit, suffix] = suffixes.find(([unit]) => size >= unit) ?? [1, '']
  return `${Number((value / unit).toPrecision(3))}${suffix}`
}
