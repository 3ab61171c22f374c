import type { ExportTarget } from '../../formats/exports/export-target.ts'
import { exportTargets } from '../../formats/exports/index.ts'
import type { ReportContents, ReportExport } from '../../formats/reports/report-contents.ts'
import { onSharedMemory } from '../../workers/threads/shared-memory.ts'
import type { ReportWork } from './report-work.ts'

/** Far below what can be told from the schedule in a training, and a few straight pieces instead of every step. */
const tolerance = 0.001
/** Longer schedules are exported by the service alone. */
const stepsMax = 1e7

/** Targets that a schedule alone makes a text for. */
const isText = (target: ExportTarget): boolean =>
  target.asks === undefined && (target.needs !== 'pieces' || target.writeKnots !== undefined)

/** A schedule that is not stored, for every trainer. */
export async function writeExports(
  multipliers: Float64Array,
  peakLearningRate: number | null,
  work: ReportWork,
  version: string
): Promise<ReportContents['exports']> {
  if (multipliers.length > stepsMax) return { missing: `a schedule of more than ${stepsMax} steps is too long for a text.` }
  const { values } = onSharedMemory({ steps: { first: 0, stride: 1 }, values: multipliers })
  const schedule = {
    id: 'of a report, which is not stored',
    name: null,
    rule: 'refined',
    steps: multipliers.length,
    peakLearningRate,
    resumesAt: null,
    version
  }
  const asked = exportTargets.filter(isText)
  const texts = await work.write({
    targets: asked.map(({ name, forms }) => ({ target: name, form: forms.includes('segments') ? 'segments' : null })),
    schedule,
    multipliers: values,
    tolerance,
    known: [],
    settings: {}
  })
  const targets = asked.map(({ name, title, usage, fileName }, i): ReportExport => {
    return { name, title, usage, fileName: fileName.replace('-<id>', ''), text: texts[i]! }
  })
  return { targets, tolerance }
}
