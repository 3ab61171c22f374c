import { afterEach, expect, test, vi } from 'vitest'
import { openLiveSeries, type SeriesState } from '../../../web/data/live-series.ts'
import { pointColumns, pointsIn, type SeriesView, thinned, withTail } from '../../../web/data/series-view.ts'

const even = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

test('a view of too many columns is made of fewer, and keeps every point, the least and the greatest, and the mean', () => {
  const steps = even(0, 5000)
  const values = steps.map((step) => Math.sin(step * step) + step / 1000)
  const whole = pointColumns(steps, values)
  const thin = thinned(whole, 500)
  expect(thin.steps.length).toBe(500)
  expect(pointsIn(thin)).toBe(5000)
  for (const column of [0, 123, 499]) {
    const own = values.slice(column * 10, column * 10 + 10)
    expect([thin.first[column], thin.last[column]]).toEqual([own[0], own[9]])
    expect([thin.min[column], thin.max[column]]).toEqual([Math.min(...own), Math.max(...own)])
    expect(thin.mean[column]).toBeCloseTo(own.reduce((sum, value) => sum + value) / 10, 12)
  }
  // Again and again, as a series grows.
  let grown = whole
  for (let at = 5000; at < 9000; at += 100) {
    grown = thinned(withTail(grown, pointColumns(even(at, at + 100), even(at, at + 100))), 500)
    expect(pointsIn(grown)).toBe(at + 100)
    expect(Math.max(...grown.max)).toBe(Math.max(at + 99, ...whole.max))
  }
  expect(grown.steps.length).toBeLessThanOrEqual(500)
})

test('values that are no number are counted in a column and leave its ends, least and greatest as they are', () => {
  const thin = thinned(pointColumns([0, 1, 2, 3], ['NaN', 2, 4, 'Infinity']), 1)
  expect([...thin.first, ...thin.last, ...thin.min, ...thin.max, ...thin.count]).toEqual([2, 4, 2, 4, 4])
})

/** What a service has of a series, and answers in its own time. */
class Stored {
  steps: number[] = []
  version = 1000
  superseded = 0
  asked: string[] = []
  /** Answers wait for it. */
  gate: Promise<void> = Promise.resolve()

  add(count: number): SeriesState {
    const after = String(this.version++)
    const steps = even((this.steps.at(-1) ?? -1) + 1, (this.steps.at(-1) ?? -1) + 1 + count)
    this.steps.push(...steps)
    return { ...this.state(), added: { after, steps, values: steps } }
  }
  back(to: number): SeriesState {
    this.version++
    this.superseded += this.steps.length - to
    this.steps = this.steps.slice(0, to)
    return this.state()
  }
  state = (): SeriesState => ({
    version: String(this.version),
    points: this.steps.length,
    lastStep: this.steps.at(-1) ?? null,
    superseded: this.superseded
  })
  fetch = async (path: string): Promise<Response> => {
    this.asked.push(path)
    const query = new URLSearchParams(path.split('?')[1])
    const [from, to] = [Number(query.get('from') ?? 0), Number(query.get('to') ?? Number.POSITIVE_INFINITY)]
    const steps = this.steps.filter((step) => step >= from && step < to)
    const body = Float64Array.from([...Array(6).fill(steps).flat(), ...steps.map(() => 1)])
    const headers = { etag: `"v${this.version}-0-0-2000-octet-stream"`, 'last-step': String(this.steps.at(-1) ?? '') }
    await this.gate
    return new Response(body, { headers })
  }
}

const globals = () => {
  const stored = new Stored()
  vi.stubGlobal('fetch', stored.fetch)
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  return stored
}
afterEach(() => {
  vi.unstubAllGlobals()
})

/** Opens a series, and gives the steps that are shown. */
function opened() {
  let seen: SeriesView | null = null
  const live = openLiveSeries(
    'run',
    'l2',
    (view) => (seen = view),
    () => {}
  )
  return { live, shown: () => Array.from(seen?.steps ?? []) }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('points that events bring are drawn without one more question, each once and in order', async () => {
  const stored = globals()
  stored.add(10)
  const { live, shown } = opened()
  live.heard(stored.state())
  await settled()
  for (let i = 0; i < 50; i++) live.heard(stored.add(1))
  const repeated = { ...stored.state(), added: { after: '0', steps: [58, 59], values: [58, 59] } }
  live.heard(repeated)
  expect(shown()).toEqual(even(0, 60))
  expect(stored.asked.length).toBe(1)
  live.close()
})

test('an answer that was on its way while points came is brought up to them', async () => {
  const stored = globals()
  stored.add(10)
  const { live, shown } = opened()
  let open = () => {}
  await settled()
  live.heard(stored.state())
  // What no event tells of, as from another replica: it is asked for, and slow.
  stored.add(5)
  stored.gate = new Promise((resolve) => (open = resolve))
  live.heard(stored.state())
  await settled()
  for (let i = 0; i < 20; i++) live.heard(stored.add(1))
  open()
  await settled()
  expect(shown()).toEqual(even(0, 35))
  live.close()
})

test('training that went back is read anew, also where it then has as many points, and the same last step, as before', async () => {
  const stored = globals()
  stored.add(30)
  const { live, shown } = opened()
  await settled()
  live.heard(stored.state())
  await settled()
  const asked = stored.asked.length
  stored.back(10)
  // Steps that differ in the middle, and end alike.
  stored.steps.push(...even(10, 30).map((step) => (step < 29 ? step + 0.5 : step)))
  live.heard(stored.state())
  await settled()
  expect(shown()).toEqual(stored.steps)
  expect(stored.asked.slice(asked).every((path) => !path.includes('from='))).toBe(true)
  live.close()
})

test('behind a zoom nothing changes, and points within it are drawn', async () => {
  const stored = globals()
  stored.add(100)
  const { live, shown } = opened()
  await settled()
  live.heard(stored.state())
  live.zoom([10, 20])
  await settled()
  const zoomed = shown()
  expect(zoomed).toEqual(even(9, 22))
  const asked = stored.asked.length
  for (let i = 0; i < 30; i++) live.heard(stored.add(1))
  expect(shown()).toEqual(zoomed)
  live.zoom([120, 140])
  await settled()
  live.heard(stored.add(20))
  expect([shown().at(0), shown().at(-1)]).toEqual([119, 141])
  expect(stored.asked.length).toBe(asked + 1)
  live.zoom(null)
  expect(shown()).toEqual(even(0, 150))
  expect(stored.asked.length).toBe(asked + 1)
  live.close()
})
