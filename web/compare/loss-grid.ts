import type { Predicted } from './ask.ts'
import type { Own } from './own-schedule.ts'

/** Losses are smooth in both corners: between so few of them a plane is near enough while a person drags. */
export const places = {
  warmup: [0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 0.95],
  cooldown: [0, 0.1, 0.25, 0.4, 0.55, 0.7, 0.8, 0.9, 0.96, 0.995]
} as const

/** The key of a place in the answer. */
export const keyAt = (w: number, c: number): string => `${w} ${c}`

/** The schedules of the grid: where the cooldown would begin in the warm-up, it begins at its end. */
export const gridOf = (own: Own): { key: string; own: Own }[] =>
  places.warmup.flatMap((warmup) =>
    places.cooldown.map((cooldown) => ({ key: keyAt(warmup, cooldown), own: { ...own, warmup, cooldown: Math.max(warmup, cooldown) } }))
  )

/** The loss between the four places around a schedule; null where one of them is not known. */
export function between(grid: Readonly<Record<string, Predicted>>, { warmup, cooldown }: Own): Predicted | null {
  const [w, x] = around(places.warmup, warmup)
  const [c, y] = around(places.cooldown, cooldown)
  const corner = (a: number, b: number) => grid[keyAt(w[a] as number, c[b] as number)]
  const [p, q, r, s] = [corner(0, 0), corner(1, 0), corner(0, 1), corner(1, 1)]
  if (p === undefined || q === undefined || r === undefined || s === undefined) return null
  const mixed = (name: keyof Predicted) => (p[name] * (1 - x) + q[name] * x) * (1 - y) + (r[name] * (1 - x) + s[name] * x) * y
  return { loss: mixed('loss'), low: mixed('low'), high: mixed('high') }
}

/** The two places around a value, and how far it is from the first to the second. */
function around(all: readonly number[], value: number): [[number, number], number] {
  const above = Math.max(
    1,
    all.findIndex((place) => place >= value)
  )
  const [low, high] = [all[above - 1] as number, all[above] as number]
  const last = all.at(-1) as number
  return value >= last ? [[all.at(-2) as number, last], 1] : [[low, high], (value - low) / (high - low)]
}
