import type { ExportMaterial, ExportTarget, TextTarget } from '../../src/formats/exports/export-target.ts'
import type { FittedRule } from '../../src/formats/exports/fitted-rule.ts'
import { exportTargets, findExportTarget } from '../../src/formats/exports/index.ts'
import { batchRamp, largestFactor } from '../../src/schedules/duals/batch-ramp.ts'
import { mergeWeights } from '../../src/schedules/duals/merge-weights.ts'
import { multipliersOf } from '../../src/schedules/index.ts'
import { segments } from '../../src/schedules/segments/segments.ts'

/** A schedule to export, and the rule that it was made by, where it has one. */
export interface ExportCase {
  readonly multipliers: Float64Array
  readonly fits: readonly FittedRule[]
}

export const byRule = (rule: string, steps: number, parameters: Record<string, unknown> = {}): ExportCase => {
  const made = multipliersOf({ rule, parameters }, steps)
  return { multipliers: made.multipliers, fits: [{ rule, parameters: made.parameters }] }
}
const values = (multipliers: Float64Array): ExportCase => ({ multipliers, fits: [] })

/** Shapes that exports must give back: any, with corners, smooth, and the shortest. */
export const exportCases: Readonly<Record<string, ExportCase>> = {
  'any values': values(Float64Array.from({ length: 300 }, (_, i) => (i === 7 ? 1 : Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1))),
  'a warm-up and linear decay': byRule('warmup', 2000, { length: 100 }),
  'a cosine': byRule('cosine', 700),
  'a constant': byRule('flat', 50),
  'one step': values(Float64Array.of(1)),
  'two steps': values(Float64Array.of(1, 0)),
  'three steps': values(Float64Array.of(0.3, 1, 1e-9))
}

/** Schedules that targets of settings have by name, and how near they come. */
export const namedCases: Readonly<Record<string, ExportCase>> = {
  linear: byRule('linear', 1000),
  'linear to a tenth': byRule('linear', 1000, { final: 0.1 }),
  cosine: byRule('cosine', 1000),
  'cosine to a tenth': byRule('cosine', 1000, { final: 0.1 }),
  flat: byRule('flat', 1000),
  polynomial: byRule('polynomial', 1000, { power: 2 }),
  'polynomial to a fifth': byRule('polynomial', 1000, { power: 3, final: 0.2 }),
  wsd: byRule('wsd', 1000, { cooldown: 0.3 }),
  'wsd, one minus root': byRule('warmup', 4000, {
    length: 400,
    of: { rule: 'wsd', parameters: { cooldown: 0.5, shape: 'one-minus-sqrt', final: 0.05 } }
  }),
  'warm-up, linear': byRule('warmup', 4000, { length: 400 }),
  'warm-up, cosine': byRule('warmup', 4000, { length: 400, of: { rule: 'cosine', parameters: { final: 0.02 } } }),
  'warm-up, flat': byRule('warmup', 4000, { length: 400, of: { rule: 'flat' } })
}

const duals = { batchRamp, largestFactor, mergeWeights }

export type MaterialOptions = Partial<Omit<ExportMaterial, 'schedule'>> & {
  name?: string | null
  peak?: number | null
  resumesAt?: number | null
}

export function materialOf(
  { multipliers, fits }: ExportCase,
  { name = 'a name', peak = null, resumesAt = null, ...more }: MaterialOptions = {}
): ExportMaterial {
  return {
    schedule: {
      id: '0198f2b4-7c1e-7d40-9f53-0d2c5a6b7e81',
      name,
      rule: fits[0]?.rule ?? 'refined',
      steps: multipliers.length,
      peakLearningRate: peak,
      resumesAt,
      version: '0.0.0'
    },
    multipliers,
    form: null,
    tolerance: 0,
    segments,
    fits,
    settings: { batchSize: 8, checkpoints: [Math.floor(multipliers.length / 2), multipliers.length] },
    duals,
    ...more
  }
}

export const isText = (target: ExportTarget): target is TextTarget => target.needs !== 'pieces'
export const textTargets: readonly TextTarget[] = exportTargets.filter(isText)

export function textOf(target: string, one: ExportCase, options?: MaterialOptions): string {
  const found = findExportTarget(target)
  if (found === undefined || !isText(found)) throw new Error(`${target} is not written as text`)
  return found.write(materialOf(one, options))
}

/** Names that would end a line, a string or a comment, or give an order to whoever reads the file. */
export const hostileNames: readonly string[] = [
  '"""\nimport os; os.abort()\n"""',
  "'''\\",
  '*/ process.exit(1) /*',
  '\u2028process.exit(1)\u2029',
  'coding: utf-7',
  '\n//go:build ignore\n',
  '+build ignore',
  '`); process.exit(1); (`',
  `$${'{process.exit(1)}'}`,
  '$(touch /tmp/pwned) `touch /tmp/pwned`',
  '\u202e\u2066reversed\u2069',
  '\u0000\u001b[31m\ud800',
  '</script><!--',
  '\\u000aimport os',
  'x'.repeat(1024)
]
