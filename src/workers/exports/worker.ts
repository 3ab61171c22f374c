import { Problem } from '../../domain/problems.ts'
import type { WorkerOutcome } from '../threads/bounded-pool.ts'
import { asOverloaded } from '../threads/out-of-memory.ts'
import { plainProblem } from '../threads/plain-problem.ts'
import type { ExportTask, ExportText } from './task.ts'
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
