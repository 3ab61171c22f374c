import type { Metric, Registry } from 'prom-client'

/** What one set of label values has counted. Who counts often keeps its cell: an addition, and no look-up. */
export interface CounterCell {
  value: number
}
export interface HistogramCell {
  observe(value: number): void
}

interface Sample {
  value: number
  labels: Record<string, string | number>
  metricName?: string
}

interface Family {
  name: string
  help: string
  labels: readonly string[]
}

/**
 * A metric of the registry, whose values are read when it is scraped. prom-client's own counters and histograms make a text of the labels at
 * each call, and look that up: a microsecond, which for the shortest requests is too much (bench/README.md).
 */
function register(registry: Registry, { name, help }: Family, type: 'counter' | 'histogram', samples: () => Iterable<Sample>): void {
  const metric = { name, help, type, aggregator: 'sum', get: async () => ({ name, help, type, aggregator: 'sum', values: [...samples()] }) }
  // All that a registry asks of a metric.
  registry.registerMetric(metric as unknown as Metric)
}

/** The cells of a metric, one for each set of label values, in the order of its labels. */
function cellsOf<Cell>({ labels }: Family, make: () => Cell) {
  const cells = new Map<string, { named: Record<string, string>; cell: Cell }>()
  return {
    cells,
    with(...values: string[]): Cell {
      const key = values.join('\n')
      const known = cells.get(key)
      if (known !== undefined) return known.cell
      const cell = make()
      cells.set(key, { named: Object.fromEntries(labels.map((label, i) => [label, values[i] as string])), cell })
      return cell
    }
  }
}

/** Counts that only grow, by labels. Label values must be from a bounded set. */
export function counter(registry: Registry, family: Family): { with(...values: string[]): CounterCell } {
  const { cells, ...found } = cellsOf(family, () => ({ value: 0 }))
  register(registry, family, 'counter', function* () {
    for (const { named, cell } of cells.values()) yield { labels: named, value: cell.value }
  })
  return found
}

/** How values are distributed, by labels. @param bounds upper bounds of the buckets, increasing; one of +Inf is added */
export function histogram(
  registry: Registry,
  { bounds, ...family }: Family & { bounds: readonly number[] }
): { with(...values: string[]): HistogramCell } {
  const make = () => {
    const cell = {
      counts: new Float64Array(bounds.length + 1),
      sum: 0,
      observe(value: number) {
        let bucket = 0
        while (bucket < bounds.length && value > (bounds[bucket] as number)) bucket++
        cell.counts[bucket]! += 1
        cell.sum += value
      }
    }
    return cell
  }
  const { cells, ...found } = cellsOf(family, make)
  register(registry, family, 'histogram', function* () {
    for (const { named, cell } of cells.values()) {
      let count = 0
      for (const [bucket, inBucket] of cell.counts.entries()) {
        count += inBucket
        const le = bounds[bucket] ?? '+Inf'
        yield { metricName: `${family.name}_bucket`, labels: { ...named, le }, value: count }
      }
      yield { metricName: `${family.name}_sum`, labels: named, value: cell.sum }
      yield { metricName: `${family.name}_count`, labels: named, value: count }
    }
  })
  return found
}
