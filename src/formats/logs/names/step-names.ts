import { wordsOf } from './words.ts'

/**
 * What trackers and trainers call the step: the optimizer's before the logger's. `_step` of Weights & Biases counts calls of `log`, and a
 * plain `step` may do so too; a name that says whose step it is comes before both.
 */
const stepNames = [
  'train/global_step',
  'trainer/global_step',
  'training/global_step',
  'global_step',
  'global_steps',
  'global_step/max_steps',
  'optimizer_step',
  'optimizer_steps',
  'opt_step',
  'update_step',
  'update_steps',
  'gradient_step',
  'gradient_steps',
  'learner_step',
  'learner_steps',
  'num_updates',
  'current_steps',
  'train/step',
  'training_step',
  'training_steps',
  'train_step',
  'train_steps',
  'step',
  'steps',
  'step_num',
  'train/iteration',
  'train_iter',
  'iteration',
  'iterations',
  'global_iter',
  'iter',
  'iters',
  'n_iter',
  'itr',
  'num_steps',
  'n_steps',
  'update',
  'updates',
  'it',
  '_step'
] as const

/** `_step` keeps its mark: without it, it would be `step`. */
function keyOf(name: string): string {
  const words = wordsOf(name).join(' ')
  return words === 'step' && name.trim().startsWith('_') ? '_step' : words
}

const ranks = new Map(stepNames.map((name, rank) => [keyOf(name), rank]))

export const isStepName = (name: string): boolean => ranks.has(keyOf(name))

/** The name of a step within a folder of names, as that of `metrics/step`; null where it is none. */
export function stepWithin(name: string): { readonly folder: string; readonly step: string } | null {
  const at = name.lastIndexOf('/')
  const step = name.slice(at + 1)
  return at > 0 && isStepName(step) ? { folder: name.slice(0, at), step } : null
}

/** Whether a column counts the steps of this one: by its name alone, or because both stand in one folder, as `metrics/step` and `metrics/loss`. */
export const isStepOf = (name: string, value: string): boolean =>
  isStepName(name) || stepWithin(name)?.folder === value.slice(0, Math.max(0, value.lastIndexOf('/')))

/** Of two columns that count steps the one with the smaller rank is taken. */
export const stepRank = (name: string): number =>
  ranks.get(keyOf(name)) ?? ranks.get(keyOf(stepWithin(name)?.step ?? '')) ?? Number.POSITIVE_INFINITY

const lengths = new Set(['total_steps', 'max_steps', 'num_training_steps', 'total_iterations', 'train_iters', 'max_iters'].map(keyOf))

/** Whether a column says how long the training is to be, in steps, and so the same in every record. */
export const isLengthName = (name: string): boolean => lengths.has(keyOf(name))
