import { curveOf } from '../../formats/exports/curve.ts'
import type { Duals, ExportMaterial } from '../../formats/exports/export-target.ts'
import type { FittedRule } from '../../formats/exports/fitted-rule.ts'
import { findExportTarget } from '../../formats/exports/index.ts'
import { batchRamp, largestFactor } from '../../schedules/duals/batch-ramp.ts'
import { mergeWeights } from '../../schedules/duals/merge-weights.ts'
import { nearestOf } from '../../schedules/fits/nearest-rules.ts'
import { segments } from '../../schedules/segments/segments.ts'
import { answering } from '../threads/answering.ts'
import { bytesToExport, type ExportTask, type ExportText } from './task.ts'

export default answering(
  (task: ExportTask): ExportText => ({ text: writeExport(task) }),
  ({ multipliers }) => multipliers.byteLength + bytesToExport(multipliers.length)
)

/**
 * The text of an export.
 * @throws Problem `export-does-not-fit`, `export-too-long`
 */
export function writeExport({ target: name, schedule, multipliers, form, tolerance, known, settings }: ExportTask): string {
  const target = findExportTarget(name)!
  const fits = target.needs === 'fits' ? [...known, ...nearRules(multipliers)] : []
  const material: ExportMaterial = { schedule, multipliers, form, tolerance, segments: fewestPieces, fits, settings, duals }
  if (target.needs !== 'pieces') return target.write(material)
  const curve = curveOf({ ...material, form: 'segments' })
  return target.writeKnots!(schedule, curve.form === 'segments' ? curve.knots : [])
}

const duals: Duals = { batchRamp, largestFactor, mergeWeights }

const fewestPieces: ExportMaterial['segments'] = (multipliers, tolerance) => segments(multipliers, tolerance)

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
