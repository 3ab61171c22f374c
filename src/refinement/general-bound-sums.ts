/** The sums that the general bound is made of, at base rate 1. */
export interface GeneralBoundSums {
  /** S₀ = Σm */
  readonly mass: number
  /** Q₀ = Σm²g² */
  readonly squares: number
  /** Σ_{k<T} m_k·Q_k/(S_k·S_{k+1}) */
  readonly lastIterate: number
}

/** Where each running sum is in the carry; the place after it holds the rounding error of the sum so far. */
const massAt = 0
const squaresAt = 2
const lastIterateAt = 4

/** The sums of nothing, where a schedule ends. */
export const emptyCarry = (): Float64Array => new Float64Array(6)

export function sumsOf(carry: Float64Array): GeneralBoundSums {
  const sum = (place: number) => carry[place]! + carry[place + 1]!
  return { mass: sum(massAt), squares: sum(squaresAt), lastIterate: sum(lastIterateAt) }
}

/** Ω\* for distance 1: 2√(ab) with a = 1/(2S₀), b = Q₀/(2S₀) + ½·Σ. */
export const leastBound = ({ mass, squares, lastIterate }: GeneralBoundSums): number => Math.sqrt((squares / mass + lastIterate) / mass)

/** Length of the blocks that are summed plainly; the sums of whole blocks are added with their rounding errors. */
const block = 128

/**
 * Adds a part of a schedule, from its end, to the sums of what comes after it; so a long one can be taken in parts, the last first.
 * @param m           multipliers, shape `[k]`; the last of the schedule above 0
 * @param g           norms, shape `[k]`
 * @param perUnit     what multipliers are scaled by
 * @param perNormUnit what norms are scaled by
 * @param carry       from {@link emptyCarry}
 */
export function addPart(m: Float64Array, g: Float64Array, perUnit: number, perNormUnit: number, carry: Float64Array): void {
  for (let end = m.length; end > 0; end -= block) {
    const start = Math.max(0, end - block)
    const massBeyond = carry[massAt]! + carry[massAt + 1]!
    const squaresBeyond = carry[squaresAt]! + carry[squaresAt + 1]!
    let mass = 0
    let squares = 0
    let lastIterate = 0
    // 1/S of the step after, one division a step; 0 where there is none: the last step has no such term.
    let perNext = massBeyond > 0 ? inverse(massBeyond) : 0
    for (let t = end - 1; t >= start; t--) {
      const multiplier = m[t]! * perUnit
      const cost = multiplier * (g[t]! * perNormUnit)
      squares += cost * cost
      mass += multiplier
      const perHere = inverse(massBeyond + mass)
      lastIterate += multiplier * perHere * ((squaresBeyond + squares) * perNext)
      perNext = perHere
    }
    add(carry, massAt, mass)
    add(carry, squaresAt, squares)
    add(carry, lastIterateAt, lastIterate)
  }
}

/** 1/x, finite for the smallest x too. */
const inverse = (x: number): number => Math.min(1 / x, Number.MAX_VALUE)

/** Adds to a running sum and keeps what rounding drops. @see Neumaier, ZAMM 54, 1974 */
function add(carry: Float64Array, place: number, term: number): void {
  const sum = carry[place]!
  const next = sum + term
  carry[place + 1] = carry[place + 1]! + (sum >= term ? sum - next + term : term - next + sum)
  carry[place] = next
}
