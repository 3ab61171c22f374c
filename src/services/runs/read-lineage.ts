import { type Generation, type Lineage, type LineageRun, lineageRun, lineageSchedule } from '../../domain/lineage.ts'
import type { Run } from '../../domain/run.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import { findRun } from './find-run.ts'

/** Steps that are followed back; schedules, and runs trained with them, that are followed forward. */
const ancestorsMax = 100
const descendantsMax = 200

/**
 * Where a run comes from and what came of it. Each run and schedule is followed once, so that a circle (a run that says it was trained
 * with a schedule made from it) ends.
 * @throws Problem `run-not-found`
 */
export async function readLineage(storage: ProjectStorage, runId: string): Promise<Lineage> {
  const run = await findRun(storage, runId)
  const back = await ancestorsOf(storage, run)
  const forward = await descendantsOf(storage, runId)
  return { runId, ancestors: back.generations, descendants: forward.generations, truncated: back.isCut || forward.isCut }
}

interface Followed {
  generations: Generation[]
  isCut: boolean
}

async function ancestorsOf(storage: ProjectStorage, from: Run): Promise<Followed> {
  const generations: Generation[] = []
  const seen = new Set<string>()
  let scheduleId = from.scheduleId
  while (scheduleId !== null && !seen.has(scheduleId)) {
    if (generations.length === ancestorsMax) return { generations, isCut: true }
    seen.add(scheduleId)
    const schedule = await storage.schedules.find(scheduleId)
    const run = schedule?.runId ? await storage.runs.find(schedule.runId) : null
    generations.push({
      generation: -(generations.length + 1),
      schedule: schedule === null ? deletedSchedule(scheduleId) : lineageSchedule(schedule),
      runs: run !== null ? [lineageRun(run)] : schedule?.runId ? [deletedRun(schedule.runId)] : []
    })
    scheduleId = run?.scheduleId ?? null
  }
  return { generations, isCut: false }
}

async function descendantsOf(storage: ProjectStorage, runId: string): Promise<Followed> {
  const generations: Generation[] = []
  const seen = new Set([runId])
  let runIds = [runId]
  let runsLeft = descendantsMax
  let isCut = false
  for (let generation = 1; runIds.length > 0; generation++) {
    const schedulesLeft = descendantsMax - generations.length
    const schedules = await storage.schedules.madeFrom(runIds, schedulesLeft + 1)
    const runs = await storage.runs.trainedWith(
      schedules.map(({ id }) => id),
      runsLeft + 1
    )
    isCut ||= schedules.length > schedulesLeft || runs.length > runsLeft
    const shown = runs.slice(0, runsLeft)
    for (const schedule of schedules.slice(0, schedulesLeft)) {
      const trained = shown.filter(({ scheduleId }) => scheduleId === schedule.id)
      generations.push({ generation, schedule: lineageSchedule(schedule), runs: trained.map(lineageRun) })
    }
    runsLeft -= shown.length
    runIds = shown.map(({ id }) => id).filter((id) => !seen.has(id))
    for (const id of runIds) seen.add(id)
  }
  return { generations, isCut }
}

const deletedSchedule = (id: string) => ({ id, name: null, rule: null, runId: null, gain: null, createdAt: null, deleted: true })
const deletedRun = (id: string): LineageRun => ({ id, name: null, createdAt: null, deleted: true })
