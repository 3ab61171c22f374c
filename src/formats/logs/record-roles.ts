import { isEvaluation, splitNames } from './names/evaluation.ts'
import { isStepName } from './names/step-names.ts'

/** Names of columns in which a record says which metric it is, as MLflow, ClearML and pandas' long tables have it, with its `value` beside. */
const metricNames = new Set(['metric', 'metric_name', 'key', 'tag', 'name', 'variable'])
/** Names of columns in which a record says whose it is, the surest first. */
const runNames = ['run_id', 'run id', 'run_uuid', 'run_name', 'run name', 'run', 'dir_name', 'experiment_name', 'experiment', 'trial_id']
/** As these do where they hold several numbers. */
const numberedRuns = ['seed', 'trial', 'fold']

/** What the fields of a record are for, besides their numbers: each the place of its column, −1 where there is none. */
export interface RecordRoles {
  /** Which metric it is; then `value` holds its number, and `variant` names it further. */
  readonly metric: number
  readonly variant: number
  readonly value: number
  /** Whose it is. */
  readonly run: number
  /** Whether runs are called by a number alone, and want their column's name before it. */
  readonly runPrefix: string
  /** Whether it is of the training or of an evaluation. */
  readonly split: number
}

/** The roles of columns, by their names. */
export function rolesOf(names: readonly string[]): RecordRoles {
  const lower = names.map((name) => name.trim().toLowerCase())
  const metric = lower.findIndex((name) => metricNames.has(name))
  const value = lower.indexOf('value')
  const isLong = metric !== -1 && value !== -1 && names.some(isStepName)
  const run = lower.indexOf(runNames.find((name) => lower.includes(name)) ?? '\0')
  const numbered = numberedRuns.find((name) => lower.includes(name))
  return {
    metric: isLong ? metric : -1,
    variant: isLong ? lower.indexOf('variant') : -1,
    value: isLong ? value : -1,
    run: run !== -1 || numbered === undefined ? run : lower.indexOf(numbered),
    runPrefix: run === -1 && numbered !== undefined ? `${numbered} ` : '',
    split: lower.findIndex((name) => splitNames.has(name))
  }
}

/** Whether records of these columns must be looked at one by one. */
export const isPlain = ({ metric, run, split }: RecordRoles): boolean => metric === -1 && run === -1 && split === -1

/** What stands before the names of a record's numbers: nothing where it is of the training. */
export const splitPrefix = (word: unknown): string => (typeof word === 'string' && isEvaluation(word) ? 'validation/' : '')

/** The name of a run of several that are told apart by a number alone, as `seed 3`; one alone is not called so. */
export const isNumberedRun = (run: string): boolean => numberedRuns.some((name) => run.startsWith(`${name} `))
