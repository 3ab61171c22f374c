/** Filtered norms hardly change from one position to the next: of long logs so many show levels and shares as well as all. */
const thinnedMax = 8_192

/** A copy of every k-th value, with the smallest k that leaves 8192 or fewer. */
export function thinned(values: Float64Array): Float64Array {
  const stride = Math.ceil(values.length / thinnedMax)
  if (stride === 1) return values.slice()
  const few = new Float64Array(Math.ceil(values.length / stride))
  for (let i = 0; i < few.length; i++) few[i] = values[i * stride]!
  return few
}
