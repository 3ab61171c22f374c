import { argsort } from './argsort.ts'
import { RankSet } from './rank-set.ts'

/**
 * The median of a centred window of odd width around each value: exact, in time O(n log n / log 32) whatever the width.
 *
 * The window holds the ranks of its values in a {@link RankSet}; sliding by one takes a rank out, puts one in, and moves the median to
 * a neighbour at most. Before the first value the window repeats it; after the last it mirrors without repeating the last (NumPy's
 * `edge` and `reflect`). Both are counts of values that are in the window anyway, so that memory does not grow with the width.
 * @param values finite and ≥ 0 (and not −0), shape `[n]`, n < 2^31
 * @param width  odd, 1 … 2n − 1
 * @param out    shape `[n]`, not the memory of `values`; also the workspace of the sort
 * @see Juhola, Katajainen, Raita, Comparison of algorithms for standard median filtering, IEEE Trans. Signal Processing 39(1), 1991
 */
export function slidingMedian(values: Float64Array, width: number, out: Float64Array = new Float64Array(values.length)): Float64Array {
  const n = values.length
  const half = width >> 1
  if ((width & 1) === 0 || half > n - 1) throw new RangeError(`a window of width ${width} does not fit ${n} values`)
  if (half === 0) {
    out.set(values)
    return out
  }
  const { order, rank } = argsort(values, out)
  const window = new RankSet(n)
  const first = rank[0] as number
  let repeats = half
  let mirrored = n - 1

  /** How often the value of a rank stands in the window, given that it does. */
  const count = (r: number): number => {
    const index = order[r] as number
    return (index >= mirrored && index < n - 1 ? 2 : 1) + (r === first ? repeats : 0)
  }

  for (let i = 0; i <= half; i++) window.add(rank[i] as number)
  let median = window.has(0) ? 0 : window.next(0)
  let below = 0
  /** Moves the median until at most `half` values are below it and fewer than that above. */
  const settle = () => {
    while (below > half) {
      median = window.previous(median)
      below -= count(median)
    }
    for (let here = count(median); below + here <= half; here = count(median)) {
      below += here
      median = window.next(median)
    }
  }
  settle()
  out[0] = values[order[median] as number] as number

  /** One step near an end, where values count more than once. */
  const slideAtEnd = (i: number) => {
    const entering = i + half
    if (entering < n) {
      const added = rank[entering] as number
      window.add(added)
      if (added < median) below++
    } else {
      mirrored = 2 * (n - 1) - entering
      if ((rank[mirrored] as number) < median) below++
    }
    const gone = i <= half ? first : (rank[i - half - 1] as number)
    if (gone < median) below--
    if (i <= half) {
      repeats--
    } else if (gone !== median) {
      window.delete(gone)
    } else {
      // The median itself leaves: its successor takes its place with the same values below, or its predecessor if there is none.
      const next = window.next(gone)
      window.delete(gone)
      if (next >= 0) median = next
      else {
        median = window.previous(gone)
        below -= count(median)
      }
    }
    settle()
    out[i] = values[order[median] as number] as number
  }

  let i = 1
  for (; i < n && i <= half; i++) slideAtEnd(i)
  // Here every value counts once, so that `half` values are below the median always.
  if (i + half < n) below = half
  for (; i + half < n; i++) {
    const added = rank[i + half] as number
    const gone = rank[i - half - 1] as number
    window.add(added)
    if (gone === median) median = added < median ? window.previous(median) : window.next(median)
    else if (added < median) {
      if (gone > median) median = window.previous(median)
    } else if (gone < median) median = window.next(median)
    window.delete(gone)
    out[i] = values[order[median] as number] as number
  }
  for (; i < n; i++) slideAtEnd(i)
  return out
}
