import type { Run, RunFields } from '../../domain/run.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { runNotFound } from './find-run.ts'
import { requireSchedule } from './require-schedule.ts'

/** Fields to set; null clears one, and in `labels` removes one. */
export type RunPatch = { [field in Exclude<keyof RunFields, 'labels'>]?: RunFields[field] | null } & {
  labels?: Record<string, string | null> | null
}

/**
 * Merges a patch into a run.
 * @see RFC 7396, JSON Merge Patch
 * @throws Problem `run-not-found`, `schedule-not-found`
 */
export async function patchRun(storage: ProjectStorage, id: string, patch: RunPatch): Promise<Run> {
  await requireSchedule(storage, id, patch.scheduleId)
  const run = await storage.runs.change(id, (fields) => merged(fields, patch))
  if (run === null) throw runNotFound(id)
  return run
}

function merged(fields: RunFields, { labels, stepUnit, ...rest }: RunPatch): RunFields {
  return {
    ...fields,
    ...rest,
    labels: labels === undefined ? fields.labels : labels === null ? {} : withoutNull({ ...fields.labels, ...labels }),
    stepUnit: stepUnit === undefined ? fields.stepUnit : (stepUnit ?? 'steps')
  }
}

const withoutNull = (labels: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => entry[1] !== null))
