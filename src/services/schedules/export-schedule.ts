import { createHash } from 'node:crypto'
import { closestName } from '../../domain/closest-name.ts'
import type { HeldMemory } from '../../domain/memory-budget.ts'
import { invalid, Problem } from '../../domain/problems.ts'
import type { Schedule } from '../../domain/schedule.ts'
import type { ExportedSchedule, ExportSettings, ExportTarget, Form } from '../../formats/exports/export-target.ts'
import type { FittedRule } from '../../formats/exports/fitted-rule.ts'
import { exportTargets, findExportTarget } from '../../formats/exports/index.ts'
import type { ProjectStorage } from '../../storage/project-storage.ts'
import type { ExportPool } from '../../workers/exports/pool.ts'
import { findSchedule } from './find-schedule.ts'
import { readWholeSchedule } from './read-whole-schedule.ts'
import { resumeStep } from './resume-step.ts'

export interface ExportOptions extends ExportSettings {
  readonly form?: Form
  /** The largest error of a multiplier, 0 (as exact as the target can be) unless given. */
  readonly tolerance?: number
  /** The learning rate at multiplier 1, in place of that of the schedule. */
  readonly peakLearningRate?: number
}

/** An export before it is written. */
export interface PreparedExport {
  readonly target: ExportTarget
  readonly fileName: string
  /** Names what will be written: the same state is the same file. */
  readonly state: string
  /** Of the schedule. */
  readonly steps: number
  /** @throws Problem `export-does-not-fit`, `export-too-long`, `overloaded` */
  write(): Promise<string | AsyncIterable<string | Uint8Array>>
}

/** Longest schedule that becomes text as a whole. */
const textStepsMax = 1e7

/**
 * A schedule for a target.
 * @param version of this service: another one may write other code
 * @throws Problem `schedule-not-found`, `export-target-not-found`, `invalid-request`
 */
export async function exportSchedule(
  storage: ProjectStorage,
  memory: HeldMemory,
  pool: ExportPool,
  version: string,
  { id, target: name }: { id: string; target: string },
  { form, tolerance = 0, peakLearningRate, ...settings }: ExportOptions
): Promise<PreparedExport> {
  const schedule = await findSchedule(storage, id)
  const target = findExportTarget(name)
  if (target === undefined) throw targetNotFound(name)
  checkForm(target, form, tolerance)
  checkSettings(target, settings)

  const { rule, steps } = schedule
  const peak = peakLearningRate ?? schedule.peakLearningRate
  const exported: ExportedSchedule = {
    id,
    name: schedule.name,
    rule,
    steps,
    peakLearningRate: peak,
    resumesAt: resumeStep(schedule),
    version
  }
  const isText = target.needs !== 'pieces' || form === 'segments' || (form === undefined && tolerance > 0)
  const facts = JSON.stringify([exported, schedule.digest, form ?? null, tolerance, settings])
  return {
    target,
    steps,
    fileName: target.fileName.replace('<id>', id),
    state: createHash('sha256').update(facts).digest('base64url').slice(0, 22),
    async write() {
      if (!isText && target.needs === 'pieces') return target.write(exported, storage.schedules.multipliers(schedule, 0, steps))
      if (steps > textStepsMax) throw tooLong(steps)
      return await pool.write(steps, target.needs === 'fits', async () => ({
        target: name,
        schedule: exported,
        multipliers: await readWholeSchedule(storage, schedule, memory, 'path/id'),
        form: form ?? null,
        tolerance,
        known: ownRule(schedule),
        settings
      }))
    }
  }
}

/** A target that holds settings has no form, and one of values holds those of every step. */
function checkForm({ name, forms }: ExportTarget, form: Form | undefined, tolerance: number): void {
  if (form !== undefined && !forms.includes(form)) {
    throw invalid(
      'query/form',
      forms.length === 0 ? `The target ${name} has no forms.` : `The target ${name} does not have this form.`,
      forms.length === 0 ? 'Leave it out.' : `Send ${forms.join(' or ')}, or leave it out.`
    )
  }
  if (tolerance > 0 && forms.length === 1) {
    throw invalid('query/tolerance', `The target ${name} always has the exact value of every step.`, 'Leave it out.')
  }
}

/** Settings that a target asks for, each with what to send; `true` where there is no default. */
const settingFixes: Readonly<Record<keyof ExportSettings, { needed: boolean; fix: string }>> = {
  batchSize: { needed: true, fix: 'Send the samples of a step, such as batchSize=512.' },
  maximumBatchSize: { needed: false, fix: '' },
  checkpoints: { needed: true, fix: 'Send the steps of the checkpoints that there are, such as checkpoints=16000,18000,20000.' }
}

/** A target gets the settings that it asks for, and no others. */
function checkSettings({ name, asks = [] }: ExportTarget, settings: ExportSettings): void {
  for (const given of Object.keys(settings) as (keyof ExportSettings)[]) {
    if (!asks.includes(given)) throw invalid(`query/${given}`, `The target ${name} does not take it.`, 'Leave it out.')
  }
  for (const asked of asks) {
    const { needed, fix } = settingFixes[asked]
    if (needed && settings[asked] === undefined) throw invalid(`query/${asked}`, `The target ${name} needs it.`, fix)
  }
}

function targetNotFound(name: string): Problem {
  const names = exportTargets.map((target) => target.name)
  const closest = closestName(name, names)
  const perhaps = closest === undefined ? '' : ` Did you mean ${closest}?`
  return new Problem(
    'export-target-not-found',
    `The export target ${JSON.stringify(name)} does not exist.${perhaps} Targets: ${names.join(', ')}.`
  )
}

const tooLong = (steps: number): Problem =>
  new Problem(
    'export-too-long',
    `The schedule has ${steps} steps; the limit for text is ${textStepsMax}. The targets csv and safetensors have no limit.`
  )

/** What a schedule was made by is the nearest rule that there can be. */
const ownRule = ({ rule, parameters }: Schedule): FittedRule[] => [{ rule, parameters }]
