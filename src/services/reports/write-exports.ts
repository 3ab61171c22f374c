import { Problem } from '../../domain/problems.ts'
import type { ExportTarget } from '../../formats/exports/export-target.ts'
import { exportTargets } from '../../formats/exports/index.ts'
import type { Part, ReportContents, ReportExport } from '../../formats/reports/report-contents.ts'
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
  const targets: ReportExport[] = []
  for (const { name, title, usage, fileName, needs, forms } of exportTargets.filter(isText)) {
    const task = {
      target: name,
      schedule,
      multipliers: values,
      form: forms.includes('segments') ? ('segments' as const) : null,
      tolerance,
      known: [],
      settings: {}
    }
    const text = await textOf(() => work.write(task, needs === 'fits'))
    targets.push({ name, title, usage, fileName: fileName.replace('-<id>', ''), text })
  }
  return { targets, tolerance }
}

async function textOf(write: () => Promise<string>): Promise<Part<{ text: string }>> {
  try {
    return { text: await write() }
  } catch (error) {
    if (!(error instanceof Problem) || error.type === 'overloaded') throw error
    return { missing: error.detail }
  }
}
