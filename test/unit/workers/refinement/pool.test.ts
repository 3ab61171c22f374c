import { afterAll, expect, test } from 'vitest'
import type { Points } from '../../../../src/domain/gradient-norm.ts'
import { MemoryBudget } from '../../../../src/domain/memory-budget.ts'
import { createWasmEngine } from '../../../../src/kernels/wasm/engine.ts'
import { unknownRun } from '../../../../src/refinement/diagnosis/symptom.ts'
import { resolveOptions } from '../../../../src/refinement/options.ts'
import { refine } from '../../../../src/refinement/refine.ts'
import { createRefinementPool } from '../../../../src/workers/refinement/pool.ts'
import { sharedFloat64 } from '../../../../src/workers/threads/shared-memory.ts'
import { trainingLikeNorms } from '../../../support/norms.ts'

const points = (n: number): Points => ({ steps: { first: 0, stride: 1 }, values: trainingLikeNorms(n) })
const options = (steps: number) => resolveOptions({}, { norm: 'l2', totalSteps: steps, extent: steps })

const pool = createRefinementPool()
afterAll(() => pool.close())

test('a thread gives the same bits and the same report as this one, also for uneven steps', async () => {
  const uneven = Float64Array.from({ length: 3000 }, (_, i) => 2 * i + (i % 3 === 0 ? 1 : 0))
  for (const given of [points(3000), { ...points(3000), steps: uneven }]) {
    const here = refine(structuredClone(given), options(2500))
    const there = await pool.refine(given, options(2500))
    expect(there).toEqual(here)
  }
})

test('values on shared memory are not copied, and as many multipliers take their place', async () => {
  const values = sharedFloat64(1000)
  values.set(trainingLikeNorms(1000))
  const { multipliers } = await pool.refine({ steps: { first: 0, stride: 1 }, values }, options(1000))
  expect(multipliers).toBe(values)
  expect((await pool.refine(points(1000), options(1000))).multipliers).toEqual(multipliers)
})

test('values that are not on shared memory stay as they are', async () => {
  const given = points(1000)
  const before = given.values.slice()
  await pool.refine(given, options(1000))
  expect(given.values).toEqual(before)
})

test('what is drawn is of the same refinement, and its points on shared memory stay as they are', async () => {
  const values = sharedFloat64(1000)
  values.set(trainingLikeNorms(1000))
  const given = { steps: { first: 0, stride: 1 }, values }
  const { multipliers, report } = refine(points(1000), options(1000))
  for (let i = 0; i < 2; i++) {
    const preview = await pool.preview(given, options(1000), unknownRun, 1000)
    expect(preview.multipliers.values).toEqual(multipliers)
    expect(preview.report).toEqual(report)
  }
  expect(values).toEqual(trainingLikeNorms(1000))
})

test('a preview that nobody waits for any more is not begun, and a long one is ended', async () => {
  const gone = new AbortController()
  const all = [
    pool.preview(points(1_200_000), options(1000), unknownRun, 100, gone.signal),
    pool.preview(points(10_000), options(1000), unknownRun, 100, gone.signal)
  ]
  const later = pool.preview(points(1000), options(1000), unknownRun, 100)
  gone.abort(new Error('gone'))
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect((await later).norms.values.length).toBe(100)
})

test('shared memory that nobody holds any more is given back', async () => {
  const bytesBefore = process.memoryUsage().rss
  for (let i = 0; i < 40; i++) {
    sharedFloat64(1_000_000).fill(1)
    await new Promise(setImmediate)
  }
  // 320 MB have come and gone.
  expect(process.memoryUsage().rss - bytesBefore).toBeLessThan(200e6)
})

test('a problem in the thread is the same problem here', async () => {
  await expect(pool.refine(points(1), options(5))).rejects.toMatchObject({ name: 'Problem', type: 'too-few-norms', status: 409 })
})

test('what is known of the run reaches the warnings', async () => {
  const run = { optimizer: 'adamw', totalSteps: 5000, series: ['l2'] } as const
  const { report } = await pool.refine(points(2000), options(2000), { run })
  expect(report.warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(['l2-for-adaptive', 'short-run']))
})

test('the event loop turns while a thread refines', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await pool.refine(points(1_000_000), options(1_000_000))
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
})

test('a refinement for which there is no memory now is overloaded, with a time to come back; one that is larger than all never fits', async () => {
  const memory = new MemoryBudget({ max: 2 ** 25 })
  const small = createRefinementPool({ memory })
  const alone = small.refine(points(500_000), options(500_000))
  await expect(small.refine(points(500_000), options(500_000))).rejects.toMatchObject({
    type: 'overloaded',
    retryAfterSeconds: expect.any(Number)
  })
  expect((await small.refine(points(10), options(10))).multipliers.length).toBe(10)
  expect((await alone).multipliers.length).toBe(500_000)
  await expect(small.refine(points(10), options(2_000_000))).rejects.toMatchObject({ type: 'too-large-for-memory' })
  await small.close()
  expect(memory.inUse).toBe(0)
})

test('more refinements than may wait are refused as overloaded', async () => {
  const small = createRefinementPool({ waitingMax: 1 })
  const [first, second, third] = [1, 2, 3].map(() => small.refine(points(200_000), options(200_000)))
  await expect(third).rejects.toMatchObject({ type: 'overloaded' })
  await Promise.all([first, second])
  await small.close()
})

test('an aborted refinement ends, and the next one is computed', async () => {
  const controller = new AbortController()
  const aborted = pool.refine(points(1_000_000), options(1_000_000), { signal: controller.signal })
  setTimeout(() => controller.abort(), 20)
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
  expect((await pool.refine(points(100), options(100))).multipliers.length).toBe(100)
})

test('memory that cannot be had fails that refinement as overloaded, and the next one is computed', async () => {
  // No machine has the memory for so many multipliers; the limit of the API is below.
  const impossible = { ...options(100), steps: 2 ** 45 }
  await expect(pool.refine(points(100), impossible)).rejects.toMatchObject({ type: 'overloaded', retryAfterSeconds: 30 })
  expect((await pool.refine(points(100), options(100))).multipliers.length).toBe(100)
})

test('the engine that is named computes, and is named in the report', async () => {
  const given = points(5000)
  const { multipliers: expected, report: plain } = refine(structuredClone(given), options(7000))
  expect(plain.engine.name).toBe('reference')
  const { name, library, device } = createWasmEngine().description
  const named = createRefinementPool({ engine: name })
  const { multipliers, report } = await named.refine(given, options(7000))
  await named.close()
  expect(report.engine).toEqual({ name, library, device, precision: 'float64' })
  expect(Math.max(...multipliers.map((multiplier, j) => Math.abs(multiplier - expected[j]!)))).toBeLessThan(1e-12)
})
