/** Values per call of a loop: 128 KiB of float64, which fit the second-level cache. */
const partLength = 2 ** 14

/**
 * Calls a loop for consecutive parts of 0 … n − 1, in order. V8 compiles a function that is called often as a whole after a few calls.
 * A loop that covers a long series in one call is compiled while it runs, and that code is discarded when it ends: the first
 * refinements of a process would be several times slower.
 * @param from  first index
 */
export function inParts(n: number, loop: (from: number, to: number) => void, from = 0): void {
  for (let start = from; start < n; start += partLength) loop(start, Math.min(n, start + partLength))
}
