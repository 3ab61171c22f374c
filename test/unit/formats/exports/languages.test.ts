import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Scalar, scalar, train, variable } from '@tensorflow/tfjs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type ExportCase, exportCases, hostileNames, namedCases, textOf } from '../../../support/exported.ts'
import { isThere, largestDifference, printedNumbers } from '../../../support/interpreter.ts'

const folder = mkdtempSync(join(tmpdir(), 'taper-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFolder = (): string => {
  const path = join(folder, String(files++))
  mkdirSync(path)
  return path
}

const forms = ['segments', 'dense', null] as const
const all = Object.entries(exportCases).flatMap(([name, one]) => forms.map((form) => [name, form, one] as const))
/** Every step, and some that are past the end. */
const expectedOf = ({ multipliers }: ExportCase): number[] => [...multipliers, ...[0, 1, 1000].map(() => multipliers.at(-1)!)]

interface Module {
  STEPS: number
  multiplier(step: number): number
  learningRate(step: number, peak?: number): number
  setLearningRate(optimizer: unknown, step: number, peak?: number): void
}
async function imported(text: string): Promise<Module> {
  const file = join(newFolder(), 'taper-schedule.mjs')
  writeFileSync(file, text)
  return (await import(pathToFileURL(file).href)) as Module
}

describe('the export for TensorFlow.js', () => {
  it.each(all)('gives back %s as %s', async (_, form, one) => {
    const { STEPS, multiplier } = await imported(textOf('tfjs', one, { form }))
    expect(STEPS).toBe(one.multipliers.length)
    const steps = [...one.multipliers.keys(), STEPS, STEPS + 1, STEPS + 1000]
    expect(largestDifference(steps.map(multiplier), expectedOf(one))).toBeLessThan(form === 'dense' ? 1e-300 : 1e-6)
    expect(multiplier(-1)).toBeCloseTo(one.multipliers[0]!, 6)
  })

  it.each(['sgd', 'momentum', 'adam'] as const)('sets the rate of the %s of TensorFlow.js itself', async (name) => {
    const one = exportCases['any values'] as ExportCase
    const { setLearningRate } = await imported(textOf('tfjs', one, { peak: 0.5 }))
    const optimizer = name === 'momentum' ? train.momentum(9, 0) : name === 'adam' ? train.adam(9, 0, 0) : train.sgd(9)
    const parameter = variable(scalar(0))
    const moved: number[] = []
    for (let step = 0; step < 20; step++) {
      const before = parameter.dataSync()[0] as number
      setLearningRate(optimizer, step)
      // A gradient of 1: each of these moves by the learning rate.
      optimizer.minimize(() => parameter.mul(1) as Scalar)
      moved.push(before - (parameter.dataSync()[0] as number))
    }
    expect(
      largestDifference(
        moved,
        [...one.multipliers.subarray(0, 20)].map((m) => 0.5 * m)
      )
    ).toBeLessThan(2e-6)
  })

  it.each(hostileNames)('runs whatever the schedule is called: %j', async (name) => {
    const { multiplier } = await imported(textOf('tfjs', exportCases['three steps'] as ExportCase, { name }))
    expect(multiplier(1)).toBeCloseTo(1, 6)
  })

  it('has a name on one line, in a comment, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        for (const target of ['tfjs', 'go', 'pytorch', 'keras', 'megatron']) {
          const one = { multipliers: Float64Array.of(1, 1), fits: [{ rule: 'flat', parameters: {} }] }
          const lines = (text: string) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
          const [plain, named] = [textOf(target, one, { name: '' }), textOf(target, one, { name })].map(lines) as [string[], string[]]
          expect(named.length).toBe(plain.length)
          const differing = named.filter((line, i) => line !== plain[i])
          for (const line of differing) expect(line).toMatch(/^(#|\/\/) Name: "[^\p{C}]*"$/u)
          expect(named.slice(0, 2).join()).not.toMatch(/coding[=:]/)
        }
      })
    )
  })
})

const python = isThere('python3') ? 'python3' : null

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

describe.skipIf(python === null)(`the exports in Python${python === null ? ' (not run: there is no python3 here)' : ''}`, () => {
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

  it('run whatever the schedule is called', () => {
    const one = exportCases['three steps'] as ExportCase
    const texts = (targets: string[]) => targets.flatMap((target) => hostileNames.map((name) => written(textOf(target, one, { name }))))
    const run = texts(['pytorch', 'lightning', 'transformers'])
    const printed = printedNumbers('python3', ['-c', runner, ...run])
    expect(
      largestDifference(
        printed,
        run.flatMap(() => expectedOf(one))
      )
    ).toBeLessThan(1e-6)
    const parsed = texts(['keras', 'optax'])
    const plain = ['keras', 'optax'].flatMap((target) => hostileNames.map(() => written(textOf(target, one, { name: null }))))
    expect(printedNumbers('python3', ['-c', parser, ...parsed])).toEqual(printedNumbers('python3', ['-c', parser, ...plain]))
  })
})

const go = isThere('go', 'version') ? 'go' : null
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

describe.skipIf(go === null)(`the export for Go${go === null ? ' (not run: there is no go here)' : ''}`, () => {
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
