import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExportCase, exportCases, textOf } from '../../support/exported.ts'
import { largestDifference } from '../../support/numbers.ts'

/** Those that are quick to load, where this machine has them; `npm run check:exports` has all. */
const libraries = [
  { target: 'pytorch', library: 'torch', driver: 'pytorch_lambda.py', python: process.env.TAPER_EXPORTS_TORCH_PYTHON ?? 'python3' },
  { target: 'kohya', library: 'torch', driver: 'kohya_scheduler.py', python: process.env.TAPER_EXPORTS_TORCH_PYTHON ?? 'python3' },
  {
    target: 'onetrainer',
    library: 'torch',
    driver: 'onetrainer_scheduler.py',
    python: process.env.TAPER_EXPORTS_TORCH_PYTHON ?? 'python3'
  },
  { target: 'optax', library: 'optax', driver: 'optax_sgd.py', python: process.env.TAPER_EXPORTS_JAX_PYTHON ?? 'python3' }
]
const drivers = fileURLToPath(new URL('../../exports/', import.meta.url))
const cases: [string, ExportCase, form: 'segments' | 'dense'][] = [
  ['any values', exportCases['any values'] as ExportCase, 'dense'],
  ['a warm-up and linear decay', exportCases['a warm-up and linear decay'] as ExportCase, 'segments']
]

const folder = mkdtempSync(join(tmpdir(), 'taper-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(libraries)('the export for $target', ({ target, library, driver, python }) => {
  const isThere =
    spawnSync(python, ['-c', `import importlib.util, sys; sys.exit(importlib.util.find_spec("${library}") is None)`]).status === 0

  it(`gives ${library} the rate of every step, and the last one past the end`, (context) => {
    context.skip(!isThere, `${python} has no ${library}`)
    const jobs = cases.map(([, one, form], i) => {
      const file = join(folder, `${target}-${i}.py`)
      writeFileSync(file, textOf(target, one, { form, peak: i === 0 ? 0.3 : null }))
      return { file, steps: one.multipliers.length + 3, peak: 0.7 }
    })
    const [list, answer] = [join(folder, `${target}.jobs`), join(folder, `${target}.answer`)]
    writeFileSync(list, JSON.stringify(jobs))
    execFileSync(python, [join(drivers, driver), list, answer], { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } })
    const { results } = JSON.parse(readFileSync(answer, 'utf8')) as { results: { rates?: number[]; error?: string }[] }
    for (const [i, [, { multipliers }]] of cases.entries()) {
      const { rates, error } = results[i]!
      expect(error).toBeUndefined()
      const peak = i === 0 ? 0.3 : 0.7
      const last = multipliers.at(-1)!
      const found = (rates as number[]).map((rate) => rate / peak)
      expect(largestDifference(found, [...multipliers, last, last, last])).toBeLessThan(1e-6)
    }
  }, 300_000)
})
