/** Blocks of a log, each known by the median of a few of its points. */
const blocksMax = 96
const blockMin = 8
const pointsOfBlock = 65

/** Blocks on either side that a level is taken from, at first and then. */
const near = 3
const far = 8

/** Levels further apart than this, in powers of two, are a jump. */
const jumpMin = 0.5

/** A sudden change of level. */
export interface Jump {
  /** Index of the first point after it. */
  readonly at: number
  /** log₂ of the ratio of the levels. */
  readonly powers: number
  /** Standard error of `powers`, from the scatter of the norms. */
  readonly error: number
}

/** The sudden changes of level in a series of norms > 0, and its level. */
export function jumpsOf(values: Float64Array): { jumps: readonly Jump[]; level: number } {
  const length = Math.max(blockMin, Math.ceil(values.length / blocksMax))
  const levels = blockLevels(values, length)
  if (levels.length < 2 * near) return { jumps: [], level: 0 }
  const places = placesOf(levels).map((block) => splitNear(values, block * length, length))
  const jumps = places.flatMap((at, i) => {
    const from = Math.max(at - far * length, places[i - 1] ?? 0)
    const to = Math.min(at + far * length, places[i + 1] ?? values.length)
    const jump = jumpAt(values.subarray(from, at), values.subarray(at, to))
    return jump === null ? [] : [{ at, ...jump }]
  })
  return { jumps, level: 2 ** middle(levels) }
}

/** log₂ of the median of each block. */
function blockLevels(values: Float64Array, length: number): Float64Array {
  const levels = new Float64Array(Math.floor(values.length / length))
  for (let block = 0; block < levels.length; block++) {
    levels[block] = Math.log2(middle(few(values.subarray(block * length, (block + 1) * length))))
  }
  return levels
}

/** Blocks that begin, about, where the level changes: the difference of the levels before and after is largest there. */
function placesOf(levels: Float64Array): number[] {
  const differences = levels.map((_, block) =>
    block < 2 || block > levels.length - 2
      ? 0
      : middle(levels.slice(block, block + near)) - middle(levels.slice(Math.max(0, block - near), block))
  )
  const places: number[] = []
  for (const [block, difference] of differences.entries()) {
    if (Math.abs(difference) < jumpMin) continue
    const around = differences.slice(Math.max(0, block - near + 1), block + near).map(Math.abs)
    const isFirstLargest = Math.abs(difference) === Math.max(...around) && (places.at(-1) ?? Number.NEGATIVE_INFINITY) < block - near + 1
    if (isFirstLargest) places.push(block)
  }
  return places
}

/** Points among which the place of a jump is looked for. */
const splitPoints = 2048

/** Where within a block or two the level changes: two constants fit best there, by least squares. */
function splitNear(values: Float64Array, place: number, length: number): number {
  const from = Math.max(0, place - 2 * length)
  const part = values.subarray(from, Math.min(values.length, place + 2 * length))
  const logs = few(part, splitPoints).map((value) => Math.log2(value))
  let total = 0
  for (const value of logs) total += value
  let [left, best, at] = [0, -1, place]
  for (let count = 1; count < logs.length; count++) {
    left += logs[count - 1]!
    const rest = logs.length - count
    const difference = left / count - (total - left) / rest
    const explained = ((count * rest) / logs.length) * difference * difference
    if (explained > best) [best, at] = [explained, from + Math.floor((count * part.length) / logs.length)]
  }
  return at
}

/** How far the level jumps between two stretches; null where it drifts: then less of it is seen right before and after. */
function jumpAt(before: Float64Array, after: Float64Array): { powers: number; error: number } | null {
  if (before.length < blockMin || after.length < blockMin) return null
  const powers = levelOf(after) - levelOf(before)
  const close = Math.max(blockMin, Math.ceil(Math.min(before.length, after.length) / 4))
  const [left, right] = [before.subarray(-close), after.subarray(0, close)]
  const sudden = levelOf(right) - levelOf(left)
  const slack = Math.max(0.2 * Math.abs(powers), 3 * Math.hypot(errorOf(left), errorOf(right)))
  if (Math.abs(powers) < jumpMin || Math.abs(sudden - powers) > slack) return null
  return { powers, error: Math.hypot(errorOf(before), errorOf(after)) }
}

const levelOf = (values: Float64Array): number => Math.log2(middle(few(values, far * pointsOfBlock)))

/** Standard error of the log₂ of the median, from the scatter about it (1.4826 MAD is a standard deviation). */
function errorOf(values: Float64Array): number {
  const logs = few(values, far * pointsOfBlock).map((value) => Math.log2(value))
  const centre = middle(logs)
  return (1.2533 * 1.4826 * middle(logs.map((value) => Math.abs(value - centre)))) / Math.sqrt(logs.length)
}

/** So many of the values, evenly. */
function few(values: Float64Array, most = pointsOfBlock): Float64Array {
  if (values.length <= most) return values
  return Float64Array.from({ length: most }, (_, k) => values[Math.floor((k * values.length) / most)]!)
}

/** The median of a few numbers. */
function middle(values: Float64Array): number {
  const sorted = values.slice().sort()
  const upper = sorted[sorted.length >> 1]!
  return sorted.length % 2 === 1 ? upper : (upper + sorted[(sorted.length >> 1) - 1]!) / 2
}
