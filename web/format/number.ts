import { serviceNow } from '../state/clock.ts'

/** Numbers as a person reads them. */

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

const significant: Intl.NumberFormat[] = []

/** A count or a step, whole: `1,234,567`. */
export const whole = (value: number): string => grouped.format(value)

/** A measured value in few digits: `0.0123`, `1.2e-7`, `1,234`. */
export function short(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined) return '–'
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞'
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e6 || size < 1e-4)
    return minus(
      value
        .toExponential(Math.max(0, digits - 2))
        .replace(/\.?0+e/, 'e')
        .replace('e+', 'e')
    )
  // To make one takes longer than to use it a hundred times.
  significant[digits] ??= new Intl.NumberFormat('en', { maximumSignificantDigits: digits })
  return minus(significant[digits].format(value))
}

/** A number on an axis: `10k`, `2.5M`, `1e-5`. */
export function tick(value: number): string {
  const size = Math.abs(value)
  if (size >= 1e15) return short(value, 3)
  for (const [unit, text] of [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k']
  ] as const) {
    if (size >= unit) return minus(`${Number((value / unit).toPrecision(6))}${text}`)
  }
  return size > 0 && size < 1e-3 ? minus(value.toExponential(2).replace(/\.?0+e/, 'e')) : minus(String(Number(value.toPrecision(6))))
}

const minus = (text: string): string => text.replace(/^-/, '−').replace('e-', 'e−')

/** How long ago something was by the service's clock: `just now`, `5 min ago`, `3 days ago`; the time itself where that is to come. */
export function ago(time: string, now = serviceNow()): string {
  const seconds = (now - Date.parse(time)) / 1000
  if (seconds < -90) return new Date(time).toLocaleString()
  if (seconds < 45) return 'just now'
  if (seconds < 3600) return `${Math.max(1, Math.round(seconds / 60))} min ago`
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h ago`
  return `${Math.round(seconds / 86_400)} days ago`
}
