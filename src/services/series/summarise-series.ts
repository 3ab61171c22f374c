import { stepAt } from '../../domain/gradient-norm.ts'
import type { SeriesReading } from '../../storage/series-repository.ts'

/** The points of a range of steps in a few numbers: `toStep` is exclusive; the numbers are of finite values, in step order, null where there are none. */
export interface Bucket {
  fromStep: number
  toStep: number
  count: number
  first: number | null
  last: number | null
  min: number | null
  max: number | null
  mean: number | null
  nonFinite: number
}

/**
 * Cuts the steps of a series into ranges of as equal length as whole steps allow, and summarises each, for a chart.
 * @param from inclusive  @param to exclusive
 * @param ranges at most so many; fewer where there are not as many steps
 */
export async function summariseSeries(reading: SeriesReading, from: number, to: number, ranges: number): Promise<Bucket[]> {
  const { firstStep, lastStep } = reading.head
  if (firstStep === null || lastStep === null) return []
  const start = Math.max(from, firstStep)
  const end = Math.min(to, lastStep + 1)
  if (end <= start) return []
  const buckets = bucketsOf(start, end, Math.min(ranges, end - start))

  let index = 0
  for await (const { steps, values } of reading.pieces()) {
    for (let i = 0; i < values.length; i++) {
      const step = stepAt(steps, i)
      while (step >= (buckets[index] as Bucket).toStep) index++
      add(buckets[index] as Bucket, values[i]!)
    }
  }
  return buckets
}

/** Exact for any step, as products of steps and counts are beyond float64. */
function bucketsOf(start: number, end: number, count: number): Bucket[] {
  const length = BigInt(end - start)
  const edge = (i: number) => start + Number((length * BigInt(i)) / BigInt(count))
  return Array.from({ length: count }, (_, i) => ({
    fromStep: edge(i),
    toStep: edge(i + 1),
    count: 0,
    first: null,
    last: null,
    min: null,
    max: null,
    mean: null,
    nonFinite: 0
  }))
}

function add(bucket: Bucket, value: number): void {
  bucket.count++
  if (!Number.isFinite(value)) {
    bucket.nonFinite++
    return
  }
  bucket.first ??= value
  bucket.last = value
  bucket.min = Math.min(bucket.min ?? value, value)
  bucket.max = Math.max(bucket.max ?? value, value)
  // A running mean: a sum could be beyond float64 where no norm is.
  bucket.mean = bucket.mean === null ? value : bucket.mean + (value - bucket.mean) / (bucket.count - bucket.nonFinite)
}
