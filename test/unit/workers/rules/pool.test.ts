import { afterAll, expect, test } from 'vitest'
import { MemoryBudget } from '../../../../src/domain/memory-budget.ts'
import { multipliersOf } from '../../../../src/schedules/index.ts'
import { createRulePool } from '../../../../src/workers/rules/pool.ts'

const pool = createRulePool()
afterAll(() => pool.close())
const made = (rule: string, steps: number, parameters?: Record<string, unknown>) =>
  pool.compute({ rule, parameters }, steps, (one) => Promise.resolve(one))

test('a thread gives the same bits and parameters as this one, short schedules and long', async () => {
  for (const steps of [1, 1000, 65_536, 65_537, 100_000]) {
    const parameters = { length: 0.1, shape: 'cosine', of: { rule: 'polynomial', parameters: { power: 1.7 } } }
    const here = multipliersOf({ rule: 'warmup', parameters }, steps)
    const there = await made('warmup', steps, parameters)
    expect(there.parameters).toEqual(here.parameters)
    expect(Buffer.compare(Buffer.from(there.multipliers.slice().buffer), Buffer.from(here.multipliers.buffer))).toBe(0)
  }
})

test('the event loop turns while a long schedule is computed', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  await made('cosine', 3_000_000)
  clearInterval(timer)
  expect(turns).toBeGreaterThan(5)
})

test('multipliers hold memory until they are used, and those for which there is none meanwhile are refused as overloaded', async () => {
  const memory = new MemoryBudget({ max: 2 ** 25 })
  const small = createRulePool({ memory })
  let done: () => void = () => {}
  const stored = new Promise<void>((resolve) => {
    done = resolve
  })
  let begin: () => void = () => {}
  const computed = new Promise<void>((resolve) => {
    begin = resolve
  })
  const storing = small.compute({ rule: 'linear' }, 2_000_000, () => {
    begin()
    return stored
  })
  await computed
  await expect(small.compute({ rule: 'linear' }, 2_000_000, () => Promise.resolve())).rejects.toMatchObject({
    type: 'overloaded',
    retryAfterSeconds: expect.any(Number)
  })
  // Short ones are no burden.
  expect(await small.compute({ rule: 'linear' }, 3, ({ multipliers }) => Promise.resolve([...multipliers]))).toEqual([1, 0.5, 0])
  done()
  await storing
  await small.compute({ rule: 'linear' }, 2_000_000, () => Promise.resolve())
  await small.close()
  expect(memory.inUse).toBe(0)
})

test('what is wrong is said before anything is computed', async () => {
  await expect(made('lineal', 1e8)).rejects.toMatchObject({ type: 'invalid-request', errors: [{ pointer: '/rule' }] })
  await expect(made('linear', 1e9)).rejects.toMatchObject({ type: 'invalid-request', errors: [{ pointer: '/steps' }] })
})
