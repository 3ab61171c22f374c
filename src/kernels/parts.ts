/** As many values are worked on by one call of a loop: 128 KiB of float64, which stay in the second cache. */
const partLength = 2 ** 14

/**
 * Calls a loop for one part of 0 … n − 1 after another, in order. A loop that is a function called often is compiled whole after the
 * first few parts; one that runs through all of a series in a single call is compiled while it runs, and that code is thrown away when
 * it ends: so the first refinements of a process would be several times slower.
 * @param from  where to begin, 0 unless given
 */
export function inParts(n: number, loop: (from: number, to: number) => void, from = 0): void {
  for (let start = from; start < n; start += partLength) loop(start, Math.min(n, start + partLength))
}
