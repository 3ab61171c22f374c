import { type OwnFacts, ownFacts, type RunFacts } from './symptom.ts'

/**
 * λ·Σγ, the e-folds by which weight decay made a run forget its weights: below about 0.3 decay has written nothing into the norms, above 3 most of what it
 * can. Null where decay or rates are not known. Of several runs the largest, where all are known.
 * @see Defazio, Why Gradients Rapidly Increase Near the End of Training, 2025. arXiv:2506.02285
 */
export function forgetting(run: RunFacts): number | null {
  const each = ownFacts(run).map(forgettingOf)
  return each.every((one) => one !== null) ? Math.max(...each) : null
}

/** That of one run. */
export function forgettingOf({ weightDecay, rates }: OwnFacts): number | null {
  return weightDecay === 0 ? 0 : weightDecay == null || rates == null ? null : weightDecay * rates.sum
}
