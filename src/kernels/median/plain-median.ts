import { inParts } from '../in-parts.ts'
import { argsort } from './argsort.ts'
import { addRank, createRankSet, deleteRank, nextRank, previousRank, type RankSet } from './rank-set.ts'

/**
 * Computes the sliding median in plain loops; see `slidingMedian`.
 *
 * A rank set holds the ranks of the window's values. Sliding by one removes a rank, adds one, and moves the median by at most one
 * neighbour. Values beyond the ends only count values that are in the window anyway, so memory does not grow with the width: 8⅛ bytes per
 * value beside input and output.
 *
 * The loops take only typed arrays and numbers, for the reason given in `rank-set.ts`.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`, n < 2^31
 * @param width  odd, 3 … 2n − 1
 * @param out    shape `[n]`, not the memory of `values`; also the workspace of the sort
 * @see Juhola, Katajainen, Raita, Comparison of algorithms for standard median filtering, IEEE Trans. Signal Processing 39(1), 1991
 */
export function plainMedian(values: Float64Array, width: number, out: Float64Array): Float64Array {
  const n = values.length
  const half = width >> 1
  const { order, rank } = argsort(values, out)
  const window = createRankSet(n)
  inParts(half, (from, to) => addRanks(window, rank, from, to))

  // The first window holds the first value half + 1 times: half of them lie before the series.
  const first = rank[0]!
  const place = Int32Array.of(first, countBelow(rank, half, first))
  const insideFrom = Math.min(half + 1, n)
  const insideTo = Math.max(insideFrom, n - half)
  inParts(insideFrom, (from, to) => slideNearEnds(values, order, rank, window, half, out, from, to, place))
  if (insideFrom < insideTo) {
    inParts(insideTo, (from, to) => slideInside(values, order, rank, window, half, out, from, to, place), insideFrom)
    place[1] = half
  }
  inParts(n, (from, to) => slideNearEnds(values, order, rank, window, half, out, from, to, place), insideTo)
  return out
}

function addRanks(window: RankSet, rank: Uint32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) addRank(window, rank[i]!)
}

/** Counts the first `count` values whose rank is below `other`. */
function countBelow(rank: Uint32Array, count: number, other: number): number {
  let below = 0
  for (let i = 0; i < count; i++) if (rank[i]! < other) below++
  return below
}

/**
 * Slides windows that lie within the values. Each value counts once, so `half` values are always below the median.
 * @param place the rank of the median; updated
 */
function slideInside(
  values: Float64Array,
  order: Uint32Array,
  rank: Uint32Array,
  window: RankSet,
  half: number,
  out: Float64Array,
  from: number,
  to: number,
  place: Int32Array
): void {
  let median = place[0]!
  for (let i = from; i < to; i++) {
    const added = rank[i + half]!
    const gone = rank[i - half - 1]!
    addRank(window, added)
    // Change of the count below the median: −1, 0 or 1. Arithmetic instead of branches, which no predictor can guess.
    const more = ((added - median) >>> 31) - ((gone - median) >>> 31)
    if (more === 0) {
      if (gone === median) median = nextRank(window, median)
    } else median = more > 0 ? previousRank(window, median) : nextRank(window, median)
    deleteRank(window, gone)
    out[i] = values[order[median]!]!
  }
  place[0] = median
}

/**
 * Slides windows that reach beyond an end. The first value counts once more for each place before it; mirrored values count twice.
 * @param place the rank of the median, and the count of the window's values below it; updated
 */
function slideNearEnds(
  values: Float64Array,
  order: Uint32Array,
  rank: Uint32Array,
  window: RankSet,
  half: number,
  out: Float64Array,
  from: number,
  to: number,
  place: Int32Array
): void {
  const last = values.length - 1
  const first = rank[0]!
  let median = place[0]!
  let below = place[1]!
  for (let i = from; i < to; i++) {
    const entering = i + half
    const mirrored = entering > last ? 2 * last - entering : last
    const added = rank[entering > last ? mirrored : entering]!
    const gone = i <= half ? first : rank[i - half - 1]!
    if (entering <= last) addRank(window, added)
    below += ((added - median) >>> 31) - ((gone - median) >>> 31)
    if (i > half) {
      if (gone === median) {
        // The median leaves. Its successor has the same values below it; without one, its predecessor takes over.
        const next = nextRank(window, gone)
        median = next >= 0 ? next : previousRank(window, gone)
        if (next < 0) below -= countOf(order[median]!, mirrored, last)
      }
      deleteRank(window, gone)
    }
    const repeats = Math.max(0, half - i)
    while (below > half) {
      median = previousRank(window, median)
      below -= countOf(order[median]!, mirrored, last) + (median === first ? repeats : 0)
    }
    while (true) {
      const upTo = below + countOf(order[median]!, mirrored, last) + (median === first ? repeats : 0)
      if (upTo > half) break
      below = upTo
      median = nextRank(window, median)
    }
    out[i] = values[order[median]!]!
  }
  place[0] = median
  place[1] = below
}

const countOf = (index: number, mirrored: number, last: number): number => (index >= mirrored && index < last ? 2 : 1)
