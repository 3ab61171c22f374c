/** What exports look like, by their media type, shortened. */
export const exportExamples: Readonly<Record<string, unknown>> = {
  'text/x-python': [
    '# Learning-rate schedule: 101 steps, rule linear.',
    '# Multipliers: 1 straight piece, within 0.000001 of the schedule.',
    '…',
    'KNOT_STEPS = [0, 100]',
    'KNOT_MULTIPLIERS = [1.0, 0.0]',
    '…',
    'def make_scheduler(optimizer, last_epoch=-1):',
    '    return LambdaLR(optimizer, multiplier, last_epoch=last_epoch)',
    ''
  ].join('\n'),
  'text/x-go': 'package schedule\n\n…\nfunc LearningRate(step int, peak float64) float64 {\n\treturn peak * Multiplier(step)\n}\n',
  'text/javascript': 'export const STEPS = 101\n…\nexport function setLearningRate(optimizer, step, peak = PEAK_LEARNING_RATE) {\n…\n}\n',
  'text/x-shellscript': 'LEARNING_RATE_ARGS=(\n  --lr 0.001\n  --min-lr 0\n  --lr-decay-style linear\n  …\n)\n',
  'text/csv': 'step,multiplier,learningRate\n0,1,0.001\n1,0.99,0.00099\n',
  'application/json': {
    _comment: ['The nearest scheduler of DeepSpeed, from the third step on: off by up to 0.4 % of the peak rate.'],
    scheduler: {
      type: 'WarmupDecayLR',
      params: { warmup_min_lr: 0, warmup_max_lr: 0.001, total_num_steps: 9998, warmup_num_steps: 498, warmup_type: 'linear' }
    }
  }
}
