/**
 * The words of a name in lower case, in order: `trainLoss`, `train/loss` and `train_loss` have the same, and the common ways to write
 * gradient and learning rate are one.
 */
export const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(\d)\.0(?=_norm)/g, '$1')
    .replace(/\|+\s*(?:g|grads?|gradients?|∇\w*)\s*\|+/g, ' grad norm ')
    .replace(/learning[\s_-]*rate/g, ' lr ')
    .replace(/(?<![a-z])grdn(?![a-z])/g, 'grad norm')
    .replace(/gradnorm/g, 'grad norm')
    .replace(/(?<![a-z])norms(?![a-z])/g, 'norm')
    .replace(/(?<![a-z])(?:gradients?|grads)(?![a-z])/g, 'grad')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
