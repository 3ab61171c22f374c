import type { RunFacts } from './symptom.ts'

/**
 * λ·Σγ, the e-folds by which weight decay made a run forget its weights: below about 0.3 decay has written nothing into the norms, above 3 most of what it
 * can. Null where decay or rates are not known.
 * @see Defazio, Why Gradients Rapidly Increase Near the End of Training, 2025. arXiv:2506.02285
 */
export const forgetting = ({ weightDecay, rates }: RunFacts): number | null =>
  weightDecay === 0 ? 0 : weightDecay == null || rates == null ? null : weightDecay * rates.sum
