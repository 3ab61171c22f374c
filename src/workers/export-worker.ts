import { Problem } from '../domain/problems.ts'
import type { WorkerOutcome } from './bounded-pool.ts'
import type { ExportTask, ExportText } from './export-task.ts'
import { asOverloaded } from './out-of-memory.ts'
import { plainProblem } from './plain-problem.ts'
import { writeExport } from './write-export.ts'

/** Writes one export. A worker thread of the export pool runs this. */
export default function runTask(task: ExportTask): WorkerOutcome<ExportText> {
  try {
    return { text: writeExport(task) }
  } catch (error) {
    const problem = asOverloaded(error)
    if (problem instanceof Problem) return { problem: plainProblem(problem) }
    throw error
  }
}
