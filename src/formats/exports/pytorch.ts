import { curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { pythonHead, pythonMultiplier } from './python.ts'
import { resumeLines } from './resume-lines.ts'

export const pytorch: TextTarget = {
  name: 'pytorch',
  title: 'PyTorch: LambdaLR',
  usage: 'Save it beside your code, `from taper_schedule import make_scheduler`, and call `scheduler.step()` after each optimizer step.',
  mediaType: 'text/x-python',
  example: 'def make_scheduler(optimizer, last_epoch=-1):\n    return LambdaLR(optimizer, multiplier, last_epoch=last_epoch)\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const curve = curveOf(material)
    const { imports, code } = pythonMultiplier(curve)
    const usage = [
      'optimizer = torch.optim.AdamW(model.parameters(), lr=PEAK_LEARNING_RATE)',
      'scheduler = make_scheduler(optimizer)',
      'After every optimizer.step(), not once an epoch: scheduler.step()',
      ...resumeLines(material.schedule, (step) => [
        '    model.load_state_dict(checkpoint["model"])',
        '    optimizer.load_state_dict(checkpoint["optimizer"])',
        `    scheduler = make_scheduler(optimizer, last_epoch=${step} - 1)  # in place of the state of the old scheduler`,
        'The peak is then that of the checkpoint, which its optimizer has as initial_lr.'
      ])
    ]
    return `${pythonHead(material.schedule, curve, usage, [...imports, '', 'from torch.optim.lr_scheduler import LambdaLR'])}${code}

def make_scheduler(optimizer, last_epoch=-1):
    """Multiplies the learning rate that each parameter group was given."""
    return LambdaLR(optimizer, multiplier, last_epoch=last_epoch)
`
  }
}
