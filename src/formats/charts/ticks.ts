import { scaleLinear, scaleLog } from 'd3-scale'

/** Round numbers from low to high, about as many as wanted. */
export const linearTicks = (low: number, high: number, wanted: number): number[] => scaleLinear().domain([low, high]).ticks(wanted)

/** Powers of ten from low to high, with 2 and 5 between where there are few. */
export function logTicks(low: number, high: number): number[] {
  const decades = Math.log10(high / low)
  // Where it may give more ticks than there are decades, the library gives every digit of each.
  const ticks = scaleLog()
    .domain([low, high])
    .ticks(decades < 5 ? 10 : 5)
  const digits = decades < 2.5 ? '125' : '1'
  return ticks.filter((tick) => digits.includes(tick.toExponential(0).charAt(0)))
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
