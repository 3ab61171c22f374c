/** The sums in the general bound, at base rate 1. */
export interface GeneralBoundSums {
  /** S₀ = Σm */
  readonly mass: number
  /** Q₀ = Σm²g² */
  readonly squares: number
  /** Σ_{k<T} m_k·Q_k/(S_k·S_{k+1}) */
  readonly lastIterate: number
}

/** Index of each running sum in the carry. The next entry holds that sum's rounding error. */
const massAt = 0
const squaresAt = 2
const lastIterateAt = 4

/** Zero sums: a schedule is summed from its end. */
export const emptyCarry = (): Float64Array => new Float64Array(6)

export function sumsOf(carry: Float64Array): GeneralBoundSums {
  const sum = (place: number) => carry[place]! + carry[place + 1]!
  return { mass: sum(massAt), squares: sum(squaresAt), lastIterate: sum(lastIterateAt) }
}

/** Ω\* for distance 1: 2√(ab) with a = 1/(2S₀), b = Q₀/(2S₀) + ½·Σ. */
export const leastBound = ({ mass, squares, lastIterate }: GeneralBoundSums): number => Math.sqrt((squares / mass + lastIterate) / mass)

/** Length of the blocks that are summed plainly. Sums of whole blocks are added with compensation. */
const block = 128

/**
 * Adds a part of a schedule to the sums of the part after it. Call it with the last part first.
 * @param m           multipliers, shape `[k]`; the schedule's last is above 0
 * @param g           norms, shape `[k]`
 * @param perUnit     factor of the multipliers
 * @param perNormUnit factor of the norms
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
    // 1/S_{t+1}, kept from the step before: one division per step. 0 at the last step, which has no such term.
    let perNext = massBeyond > 0 ? inverse(massBeyond) : 0
    for (let t = end - 1; t >= start; t--) {
      const multiplier = m[t]! * perUnit
      const cost = multiplier * (g[t]! * perNormUnit)
      squares += cost * cost
      mass += multiplier
      const perHere = inverse(massBeyond + mass)
      lastIterate += multiplier * perHere * Math.min((squaresBeyond + squares) * perNext, Number.MAX_VALUE)
      perNext = perHere
    }
    add(carry, massAt, mass)
    add(carry, squaresAt, squares)
    add(carry, lastIterateAt, lastIterate)
  }
}

/** 1/x, finite even for the smallest x. */
const inverse = (x: number): number => Math.min(1 / x, Number.MAX_VALUE)

/** Adds to a running sum and keeps the rounding error. @see Neumaier, ZAMM 54, 1974 */
function add(carry: Float64Array, place: number, term: number): void {
  const sum = carry[place]!
  const next = sum + term
  // A sum beyond float64 is infinite, and has no error that could be kept.
  if (next < Number.POSITIVE_INFINITY) carry[place + 1] = carry[place + 1]! + (sum >= term ? sum - next + term : term - next + sum)
  carry[place] = next
}
