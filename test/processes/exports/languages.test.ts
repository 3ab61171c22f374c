import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { byRule, type ExportCase, exportCases, hostileNames, namedCases, textOf } from '../../support/exported.ts'
import { isThere, printedNumbers } from '../../support/interpreter.ts'
import { largestDifference } from '../../support/numbers.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFolder = (): string => {
  const path = join(folder, String(files++))
  mkdirSync(path)
  return path
}

const forms = ['segments', 'dense', null] as const
/** Every step, and some that are past the end. */
const expectedOf = ({ multipliers }: ExportCase): number[] => [...multipliers, ...[0, 1, 1000].map(() => multipliers.at(-1)!)]

/** Stands in for libraries that are not there: the files are imported, and their pure Python asked. */
const runner = `
import importlib.util, sys, types
for name in ("torch", "torch.optim", "torch.optim.lr_scheduler"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["torch.optim.lr_scheduler"].LambdaLR = None
for file in sys.argv[1:]:
    spec = importlib.util.spec_from_file_location("taper_schedule", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for step in [*range(module.STEPS), module.STEPS, module.STEPS + 1, module.STEPS + 1000]:
        print(repr(float(module.multiplier(step))))
`
const parser = 'import ast, sys\nfor file in sys.argv[1:]:\n    print(len(ast.parse(open(file, "rb").read()).body))'
const written = (text: string, name = 'taper_schedule.py'): string => {
  const file = join(newFolder(), name)
  writeFileSync(file, text)
  return file
}

describe('the exports in Python', () => {
  const hasPython = isThere('python3')
  beforeEach((context) => context.skip(!hasPython, 'there is no python3'))

  it.each(forms)('give back every case as %s', (form) => {
    const cases = Object.values(exportCases)
    const printed = printedNumbers('python3', ['-c', runner, ...cases.map((one) => written(textOf('pytorch', one, { form })))])
    expect(largestDifference(printed, cases.flatMap(expectedOf))).toBeLessThan(form === 'dense' ? 1e-300 : 1e-6)
  })

  it('for Transformers run where the peak learning rate is not known, whatever its arguments need', () => {
    const cases = Object.values(namedCases)
    const run = cases.map((one) => written(textOf('transformers', one, { peak: null })))
    expect(largestDifference(printedNumbers('python3', ['-c', runner, ...run]), cases.flatMap(expectedOf))).toBeLessThan(1e-6)
  })

  it('as a batch ramp say the batch of every step, whose samples are those of the schedule', () => {
    const one = byRule('warmup', 400, { length: 40, of: { rule: 'cosine' } })
    const file = written(textOf('batch-ramp', one, { settings: { batchSize: 8 } }))
    const batches = `
${runner.slice(0, runner.indexOf('    for step in'))}
    for step in range(module.STEPS):
        print(module.batch_size(step))
`
    const printed = printedNumbers('python3', ['-c', batches, file])
    expect(printed.reduce((a, b) => a + b, 0)).toBe(8 * 400)
    expect([printed[0], Math.max(...printed)]).toEqual([8, 128])
  })

  it('as weights merge checkpoints into the weighted sum, and keep what is no float from the last', () => {
    const one = byRule('wsd', 100, { cooldown: 20 })
    const file = written(textOf('merge-weights', one, { settings: { checkpoints: [80, 90, 100] } }))
    // An array of one number, as far as a merge asks.
    const merging = `
import importlib.util, sys, types
spec = importlib.util.spec_from_file_location("taper_merge", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
class Array:
    def __init__(self, value, kind="f"):
        self.value, self.dtype = value, types.SimpleNamespace(kind=kind)
    def astype(self, _):
        return self
    def __rmul__(self, factor):
        return Array(factor * self.value)
    def __add__(self, other):
        return Array(self.value + other.value)
merged = module.merge(lambda step: {"w": Array(float(step)), "count": Array(step, "i")})
print(merged["w"].value)
print(merged["count"].value)
for weight in module.CHECKPOINTS.values():
    print(weight)
`
    const [sum, count, ...weights] = printedNumbers('python3', ['-c', merging, file])
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    expect(sum).toBeCloseTo(80 * weights[0]! + 90 * weights[1]! + 100 * weights[2]!, 9)
    expect(count).toBe(100)
  })

  it('run whatever the schedule is called', () => {
    const one = exportCases['three steps'] as ExportCase
    const settings = { batchSize: 8, checkpoints: [2, 3] }
    const texts = (targets: string[]) =>
      targets.flatMap((target) => hostileNames.map((name) => written(textOf(target, one, { name, settings }))))
    const run = texts(['pytorch', 'lightning', 'transformers'])
    const printed = printedNumbers('python3', ['-c', runner, ...run])
    expect(
      largestDifference(
        printed,
        run.flatMap(() => expectedOf(one))
      )
    ).toBeLessThan(1e-6)
    const parsed = texts(['keras', 'optax', 'batch-ramp', 'merge-weights'])
    const plain = ['keras', 'optax', 'batch-ramp', 'merge-weights'].flatMap((target) =>
      hostileNames.map(() => written(textOf(target, one, { name: null, settings })))
    )
    expect(printedNumbers('python3', ['-c', parser, ...parsed])).toEqual(printedNumbers('python3', ['-c', parser, ...plain]))
  })
})

const goMain = `package main

import (
	"fmt"
	"taper.test/schedule"
)

func main() {
	for step := 0; step < schedule.Steps; step++ {
		fmt.Println(schedule.LearningRate(step, 1))
	}
	for _, past := range []int{0, 1, 1000} {
		fmt.Println(schedule.Multiplier(schedule.Steps + past))
	}
}
`
function goRun(text: string): number[] {
  const cwd = newFolder()
  mkdirSync(join(cwd, 'schedule'))
  writeFileSync(join(cwd, 'go.mod'), 'module taper.test\n\ngo 1.18\n')
  writeFileSync(join(cwd, 'main.go'), goMain)
  writeFileSync(join(cwd, 'schedule', 'taper_schedule.go'), text)
  return printedNumbers('go', ['run', '.'], { cwd, env: { GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' } })
}

describe('the export for Go', () => {
  const hasGo = isThere('go', 'version')
  beforeEach((context) => context.skip(!hasGo, 'there is no go'))

  it.each([
    ['any values', 'dense'],
    ['a warm-up and linear decay', 'segments'],
    ['one step', 'segments']
  ] as const)(
    'gives back %s as %s',
    (name, form) => {
      const one = exportCases[name] as ExportCase
      const found = goRun(textOf('go', one, { form, peak: 0.1, name: hostileNames.join('') }))
      expect(largestDifference(found, expectedOf(one))).toBeLessThan(form === 'dense' ? 1e-300 : 1e-6)
    },
    300_000
  )

  it('is formatted Go whatever the schedule is called', () => {
    const one = exportCases['three steps'] as ExportCase
    const files = hostileNames.map((name) => written(textOf('go', one, { name }), 'taper_schedule.go'))
    expect(execFileSync('gofmt', ['-l', ...files], { encoding: 'utf8' })).toBe('')
  })
})
