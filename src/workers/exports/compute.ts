import { Problem } from '../../domain/problems.ts'
import { curveOf } from '../../formats/exports/curve.ts'
import type { Duals, ExportMaterial } from '../../formats/exports/export-target.ts'
import type { FittedRule } from '../../formats/exports/fitted-rule.ts'
import { findExportTarget } from '../../formats/exports/index.ts'
import { batchRamp, largestFactor } from '../../schedules/duals/batch-ramp.ts'
import { mergeWeights } from '../../schedules/duals/merge-weights.ts'
import { nearestOf } from '../../schedules/fits/nearest-rules.ts'
import { segments } from '../../schedules/segments/segments.ts'
import { answering } from '../threads/answering.ts'
import { bytesToExport, type ExportsTask, type ExportTask, type ExportTexts, type WrittenText } from './task.ts'

export default answering(
  (task: ExportTask | ExportsTask): ExportTexts => ({ texts: 'targets' in task ? writeExports(task) : [{ text: writeExport(task) }] }),
  ({ multipliers }) => multipliers.byteLength + bytesToExport(multipliers.length)
)

/**
 * The text of an export.
 * @throws Problem `export-does-not-fit`, `export-too-long`
 */
export const writeExport = ({ target, form, ...task }: ExportTask): string => writerOf(task)(target, form)

/** The texts of several, each of them or why there is none. */
export function writeExports({ targets, ...task }: ExportsTask): WrittenText[] {
  const write = writerOf(task)
  return targets.map(({ target, form }) => {
    try {
      return { text: write(target, form) }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { missing: error.detail }
    }
  })
}

/** Writes a schedule for a target. Straight pieces and rules near it are looked for once. */
function writerOf({
  schedule,
  multipliers,
  tolerance,
  known,
  settings
}: Omit<ExportTask, 'target' | 'form'>): (target: string, form: ExportTask['form']) => string {
  const found = new Map<number, ReturnType<ExportMaterial['segments']>>()
  const fewestPieces: ExportMaterial['segments'] = (values, allowed) => {
    if (values !== multipliers) return segments(values, allowed)
    const pieces = found.get(allowed) ?? segments(values, allowed)
    found.set(allowed, pieces)
    return pieces
  }
  let near: FittedRule[] | undefined
  return (name, form) => {
    const target = findExportTarget(name)!
    const fits = target.needs === 'fits' ? [...known, ...(near ??= nearRules(multipliers))] : []
    const material: ExportMaterial = { schedule, multipliers, form, tolerance, segments: fewestPieces, fits, settings, duals }
    if (target.needs !== 'pieces') return target.write(material)
    const curve = curveOf({ ...material, form: 'segments' })
    return target.writeKnots!(schedule, curve.form === 'segments' ? curve.knots : [])
  }
}

const duals: Duals = { batchRamp, largestFactor, mergeWeights }

/** Rules that other libraries have as well. */
const widespread = ['flat', 'linear', 'cosine', 'polynomial', 'wsd']

/**
 * The members of widespread rules that are nearest a schedule; after the ramp of the nearest warm-up, also a linear and a cosine decay,
 * which everybody has.
 */
function nearRules(multipliers: Float64Array): FittedRule[] {
  const nearest = (name: string): FittedRule => ({ rule: name, parameters: nearestOf(name, multipliers).parameters ?? {} })
  if (multipliers.length < 2) return []
  const { parameters } = nearest('warmup')
  const final = multipliers.at(-1)!
  const afterRamp = ['linear', 'cosine'].map((rule) => ({
    rule: 'warmup',
    parameters: { ...parameters, of: { rule, parameters: { final } } }
  }))
  return [...widespread.map(nearest), { rule: 'warmup', parameters }, ...afterRamp]
}
