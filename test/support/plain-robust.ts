import { padded, plainMedian, plainSlidingMedian } from './plain-refinement.ts'

/**
 * Preset robust written a second time, as plainly as possible and with nothing of `src`; for comparison. Norms and losses are those of
 * consecutive steps, finite and above 0.
 */
export interface PlainRobustOptions {
  window: number
  power: 1 | 2
  ramp: number
  deadBand: number
}

export function plainRobust(norms: readonly number[], losses: readonly number[] | null, options: PlainRobustOptions): number[] {
  const { window, power, ramp, deadBand } = options
  const n = norms.length
  const width = 2 * Math.floor(Math.floor(window * n) / 2) + 1
  const smooth = (values: readonly number[]) => (width === 1 ? [...values] : [...plainSlidingMedian(padded(values, 0), width)])
  const errorOf = (values: readonly number[], filtered: readonly number[]) => {
    const differences = values.map((value, t) => Math.log(value) - Math.log(filtered[t]!))
    const middle = plainMedian(differences)
    return (1.2533 * 1.4826 * plainMedian(differences.map((d) => Math.abs(d - middle)))) / Math.sqrt(width)
  }
  const filtered = smooth(norms)
  const k = Math.floor(ramp * n + 1e-9)
  const start = (values: readonly number[]) => values.map((value, t) => (t < k ? values[k]! : value))
  const s = start(filtered.map((norm) => Math.max(norm, 1e-12 * Math.max(...filtered))))
  let u: number[]
  let band = 3 * errorOf(norms, filtered)
  if (losses === null) {
    u = s.map((_, t) => Math.max(...s.slice(0, t + 1)))
    if (Math.max(...s) > 10 * s[0]!) u = u.map(() => 1)
  } else {
    const l = smooth(losses)
    band = 3 * Math.hypot(errorOf(norms, filtered), errorOf(losses, l))
    const from = start(l)
    u = [s[0]!]
    for (let t = 1; t < n; t++) {
      const explained = (s[t]! * from[0]!) / from[t]!
      u.push(Math.min(Math.max(u[t - 1]!, Math.min(s[t]!, explained)), Math.max(s[t]!, explained)))
    }
    if (Math.min(...l) <= 1e-4 * Math.max(...l)) u = u.map(() => 1)
  }
  band = Math.max(Math.log(deadBand), band)
  const middle = plainMedian(u)
  const d = u.map((level) => Math.log(level / middle)).map((away) => Math.sign(away) * Math.max(0, Math.abs(away) - band))
  const weights = d.map((away) => Math.exp(-power * (away - Math.min(...d))))
  let tail = 0
  const eta = weights.slice()
  for (let t = n - 1; t >= 0; t--) {
    eta[t] = weights[t]! * tail * Math.min(1, (t + 1) / Math.max(1, ramp * n))
    tail += weights[t]!
  }
  return eta.map((step) => step / Math.max(...eta))
}
