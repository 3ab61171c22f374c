import { expect, test } from 'vitest'
import { meaningOf } from '../../../../src/formats/logs/names/meaning.ts'
import { partsOf } from '../../../../src/formats/logs/names/run-names.ts'
import { stepRank } from '../../../../src/formats/logs/names/step-names.ts'

/** Names as trainers and trackers give them, and what they hold. */
const names = {
  norm: [
    ...['grad_norm', 'gradNorm', 'GradNorm', 'train/grad_norm', 'gradient_norm', 'gradients_norm', 'gnorm', 'grad norm', 'Gradient Norm'],
    ...['optim/total grad norm', 'l2_norm/grad/global', 'learning/raw_grad_norm', 'grad/norm/total', 'grad_2.0_norm_total'],
    ...['actor/grad_norm', 'norm/avg_grad_norm', 'global_grad_norm', 'total_norm', 'clipped_grad_norm', 'grad_norm_l1']
  ],
  loss: [
    'loss',
    'train_loss',
    'train/loss',
    'lm loss',
    'Train Loss',
    'loss/current',
    'train/CE loss',
    'loss/train/total',
    'train_loss_step'
  ],
  'eval-loss': ['val_loss', 'eval_loss', 'eval/loss', 'validation loss', 'test_loss'],
  'learning-rate': [
    'lr',
    'learning_rate',
    'learning rate',
    'LearningRate',
    'lr-AdamW',
    'optim/LR (group 0)',
    'lr-DecoupledAdamW/group0',
    'lr/unet'
  ],
  'weight-norm': ['params norm', 'learning/param_norm', 'weight_norm', 'params/norm/total'],
  'update-norm': ['update_norm', 'update norm'],
  distance: ['d', 'prodigy_d'],
  step: ['step', 'Step', '_step', 'global_step', 'trainer/global_step', 'iteration', 'num_updates'],
  epoch: ['epoch', 'Epoch'],
  passed: [
    'timestamp',
    'Wall time',
    '_runtime',
    '_timestamp',
    'grad_norm__MIN',
    'run - train/grad_norm__MAX',
    'elapsed time per iteration (ms)',
    'time'
  ],
  known: [
    'accuracy',
    'train/ppl',
    'loss scale',
    'mfu',
    'number of skipped iterations',
    'lr/d*lr/unet',
    'grad_norm_ratio',
    'entropy',
    'memory'
  ],
  unknown: ['value', 'Value', 'v', 'x1']
} as const

test.each(Object.entries(names).flatMap(([kind, list]) => list.map((name) => [name, kind] as const)))(
  '%s is %s by its name',
  (name, kind) => {
    expect(meaningOf(name).kind).toBe(kind)
  }
)

test('raw is before plain, plain before smoothed and before clipped, and a total before all', () => {
  const rank = (name: string) => meaningOf(name).rank
  expect(rank('raw_grad_norm')).toBeGreaterThan(rank('grad_norm'))
  expect(rank('total_grad_norm')).toBeGreaterThan(rank('grad_norm'))
  expect(rank('grad_norm')).toBeGreaterThan(rank('avg_grad_norm'))
  expect(rank('avg_grad_norm')).toBeGreaterThan(rank('grad_norm_clipped'))
})

test('norms of layers are parts, and a norm of the whole is none', () => {
  for (const name of ['grad_2.0_norm/layer1.weight', 'grad_norm/lm_head', 'encoder_grad_norm', 'l2_norm/grad/blocks.0.attn.q']) {
    expect([name, meaningOf(name).isPart]).toEqual([name, true])
  }
  for (const name of ['grad_norm', 'actor/grad_norm', 'optim/total grad norm'])
    expect([name, meaningOf(name).isPart]).toEqual([name, false])
})

test('which norm it is stands in the name where it does', () => {
  expect(meaningOf('grad_norm_l1').norm).toBe('l1')
  expect(meaningOf('grad_2.0_norm_total').norm).toBe('l2')
  expect(meaningOf('grad_inf_norm').norm).toBe('linf')
  expect(meaningOf('grad_norm').norm).toBeNull()
})

test('steps of the optimizer come before those of a logger', () => {
  const byRank = ['_step', 'step', 'train/global_step'].sort((a, b) => stepRank(a) - stepRank(b))
  expect(byRank).toEqual(['train/global_step', 'step', '_step'])
  expect(stepRank('loss')).toBe(Number.POSITIVE_INFINITY)
})

test('the run before the name of a metric is told, also one with the separator in it', () => {
  expect(partsOf('a - b - train/grad_norm')).toEqual({ run: 'a - b', metric: 'train/grad_norm' })
  expect(partsOf('grad_norm')).toEqual({ run: null, metric: 'grad_norm' })
})
