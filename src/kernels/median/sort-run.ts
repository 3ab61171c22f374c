/** Pieces of this length are sorted by insertion, then merged. */
const pieceLength = 16

/**
 * Sorts indices in a range by their values; equal values keep their order.
 * @param order   indices; only `order[from … to)` is touched
 * @param scratch as long as `order`
 */
export function sortRun(values: Float64Array, order: Uint32Array, scratch: Uint32Array, from: number, to: number): void {
  for (let start = from; start < to; start += pieceLength) insertionSort(values, order, start, Math.min(to, start + pieceLength))
  let source = order
  let target = scratch
  for (let length = pieceLength; length < to - from; length *= 2) {
    for (let start = from; start < to; start += 2 * length) {
      merge(values, source, target, start, Math.min(to, start + length), Math.min(to, start + 2 * length))
    }
    ;[source, target] = [target, source]
  }
  if (source !== order) for (let r = from; r < to; r++) order[r] = source[r]!
}

function insertionSort(values: Float64Array, order: Uint32Array, from: number, to: number): void {
  for (let r = from + 1; r < to; r++) {
    const index = order[r]!
    const value = values[index]!
    let q = r
    for (; q > from && values[order[q - 1]!]! > value; q--) order[q] = order[q - 1]!
    order[q] = index
  }
}

/** Merges two sorted neighbours, `[from, middle)` and `[middle, to)`. */
function merge(values: Float64Array, source: Uint32Array, target: Uint32Array, from: number, middle: number, to: number): void {
  let left = from
  let right = middle
  for (let r = from; r < to; r++) {
    const takesLeft = right >= to || (left < middle && values[source[left]!]! <= values[source[right]!]!)
    target[r] = source[takesLeft ? left++ : right++]!
  }
}
