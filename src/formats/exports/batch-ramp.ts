import { curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { pythonHead, pythonMultiplier } from './python.ts'

/** How much a batch grows at most, unless a largest one is given. */
const usualGrowth = 16

export const batchRamp: TextTarget = {
  name: 'batch-ramp',
  title: 'Batch ramp (Seesaw): part of the decay as a growing batch, in fewer steps',
  usage:
    'Save it beside your code; at each optimizer step use `batch_size(step)` samples and the rate of `make_scheduler`. For Adam and its kin, below the critical batch size.',
  mediaType: 'text/x-python',
  example:
    'STAGES = [(0, 512), (12000, 1024), …]\n\n\ndef batch_size(step):\n    …\n\n\ndef make_scheduler(optimizer, last_epoch=-1):\n    …\n',
  fileName: 'taper_batch_ramp.py',
  forms: ['segments', 'dense'],
  asks: ['batchSize', 'maximumBatchSize'],
  needs: 'multipliers',
  write(material) {
    const { schedule, multipliers, settings, duals } = material
    const batchSize = settings.batchSize!
    const largest = settings.maximumBatchSize ?? usualGrowth * batchSize
    const ramp = duals.batchRamp(multipliers, duals.largestFactor(batchSize, largest))
    const steps = ramp.multipliers.length
    const curve = curveOf({ ...material, multipliers: ramp.multipliers })
    const { imports, code } = pythonMultiplier(curve)
    const usage = [
      `A batch ramp: ${steps} steps see the samples of ${schedule.steps} steps of ${batchSize}, ${percent(1 - steps / schedule.steps)} fewer steps.`,
      'Where the schedule would halve the rate, the rate falls by the root of 2 and the batch doubles:',
      '    f = 2**floor(log2(m_ref / m)), batch = f * B, rate = sqrt(f) * m',
      '(m the multiplier where as many samples are seen, m_ref the largest). Source: Seesaw, arXiv:2510.14717.',
      'Shown for normalised SGD, a stand-in for Adam, where the noise of gradients outweighs their mean, and measured with AdamW on',
      'language models of 150M to 600M. It does not hold above the critical batch size, nor for plain SGD, where the batch doubles',
      `at a rate that stays. The batch grows to ${Math.max(...ramp.stages.map(({ factor }) => factor * batchSize))}${settings.maximumBatchSize === undefined ? `, ${usualGrowth} times at most unless maximumBatchSize says otherwise` : ''}.`,
      '',
      'optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK_LEARNING_RATE)',
      'scheduler = make_scheduler(optimizer)',
      'For each step: batch_size(step) samples, such as batch_size(step) // BATCH_SIZE micro-batches of BATCH_SIZE, whose gradients',
      'are averaged; then optimizer.step() and scheduler.step().'
    ]
    const stages = ramp.stages.map(({ step, factor }) => `    (${step}, ${factor * batchSize}),`)
    const described = { ...schedule, steps, resumesAt: null }
    const head = pythonHead(
      described,
      curve,
      usage,
      [...new Set([...imports, 'from bisect import bisect_right'])].concat('', 'from torch.optim.lr_scheduler import LambdaLR')
    )
    return `${head}BATCH_SIZE = ${batchSize}
STAGES = [  # (first step, batch size)
${stages.join('\n')}
]


def batch_size(step):
    """Samples of an optimizer step, counted from 0."""
    return STAGES[bisect_right([first for first, _ in STAGES], step) - 1][1]

${code}

def make_scheduler(optimizer, last_epoch=-1):
    """Multiplies the learning rate that each parameter group was given, once an optimizer step of the ramp."""
    return LambdaLR(optimizer, multiplier, last_epoch=last_epoch)
`
  }
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`
