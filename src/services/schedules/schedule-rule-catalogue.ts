import { linearDecayPaper } from '../../domain/papers.ts'
import { Problem } from '../../domain/problems.ts'
import type { Source } from '../../domain/source.ts'
import { RefinementOptions } from '../../refinement/options.ts'
import { type ScheduleRule, scheduleRules } from '../../schedules/index.ts'

/** What the catalogue tells of a rule. */
export interface ScheduleRuleEntry {
  readonly name: string
  readonly title: string
  readonly source: Source
  /** What a schedule of this rule is made from: a formula, or the norms of a run. */
  readonly madeFrom: 'formula' | 'gradient-norms'
  /** A JSON Schema. */
  readonly parameters: object
  readonly first: string
  readonly last: string
  readonly elsewhere: ScheduleRule['elsewhere']
  readonly offByOne: string
}

/** A copy as plain JSON: what has a default may be left out, and nothing else is known. */
const schemaOf = ({ properties }: ScheduleRule['parameters']): object =>
  JSON.parse(JSON.stringify({ type: 'object', properties, additionalProperties: false })) as object

const entryOf = ({ name, title, source, parameters, first, last, elsewhere, offByOne }: ScheduleRule): ScheduleRuleEntry => ({
  name,
  title,
  source,
  madeFrom: 'formula',
  parameters: schemaOf(parameters),
  first,
  last,
  elsewhere,
  offByOne
})

/** Schedules that no formula gives: a refinement makes them. */
const refined: ScheduleRuleEntry = {
  name: 'refined',
  title: 'Refined from gradient norms',
  source: linearDecayPaper,
  madeFrom: 'gradient-norms',
  parameters: schemaOf(RefinementOptions),
  first: 'as the norms say; 1 for constant norms',
  last: '0 in closed form',
  elsewhere: { pytorch: null, transformers: null, optax: null },
  offByOne: 'Multiplier j is for step j of the next run; the last step has 0.'
}

/** The entries of some rules, and `refined`. */
export const ruleEntries = (rules: readonly ScheduleRule[] = scheduleRules): ScheduleRuleEntry[] => [...rules.map(entryOf), refined]

const entries: readonly ScheduleRuleEntry[] = ruleEntries()

/** Every rule, and `refined`, which POST /v1/runs/{runId}/schedules makes. */
export const listScheduleRules = (): readonly ScheduleRuleEntry[] => entries

/** @throws Problem `schedule-rule-not-found` */
export function findScheduleRuleEntry(name: string): ScheduleRuleEntry {
  const entry = entries.find((known) => known.name === name)
  if (entry === undefined) throw new Problem('schedule-rule-not-found', `The schedule rule ${JSON.stringify(name)} does not exist.`)
  return entry
}
