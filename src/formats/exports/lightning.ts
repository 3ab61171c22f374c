import { curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { pythonHead, pythonMultiplier } from './python.ts'
import { resumeLines } from './resume-lines.ts'

export const lightning: TextTarget = {
  name: 'lightning',
  title: 'Lightning: configure_optimizers',
  usage: 'Save it beside your code and return `optimizers(optimizer, self.trainer)` from `configure_optimizers`.',
  mediaType: 'text/x-python',
  example:
    'def optimizers(optimizer, trainer=None):\n    …\n    scheduler = LambdaLR(optimizer, multiplier)\n    return {"optimizer": optimizer, …}\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const curve = curveOf(material)
    const { imports, code } = pythonMultiplier(curve)
    const usage = [
      'In your LightningModule:',
      '',
      '    def configure_optimizers(self):',
      '        return optimizers(torch.optim.AdamW(self.parameters(), lr=PEAK_LEARNING_RATE), self.trainer)',
      ...resumeLines(material.schedule, () => [
        '    trainer = Trainer(max_steps=STEPS, max_epochs=-1, ...)',
        '    trainer.fit(model, ..., ckpt_path=path)',
        'The checkpoint says how far training is, and the peak; this file gives the multipliers.'
      ])
    ]
    return `${pythonHead(material.schedule, curve, usage, [...imports, '', 'from torch.optim.lr_scheduler import LambdaLR'])}${code}

def optimizers(optimizer, trainer=None):
    """What configure_optimizers returns: the schedule goes on once an optimizer step, not once an epoch.

    With the trainer it refuses a training of another length.
    """
    steps = STEPS if trainer is None else trainer.estimated_stepping_batches
    if steps != STEPS and 0 < steps < float("inf"):
        raise ValueError(
            f"This schedule has {STEPS} steps, the training has {steps}: set max_steps={STEPS}, "
            f"or export a schedule of {steps} steps."
        )
    scheduler = LambdaLR(optimizer, multiplier)
    return {
        "optimizer": optimizer,
        "lr_scheduler": {"scheduler": scheduler, "interval": "step", "frequency": 1, "name": "learning_rate"},
    }
`
  }
}
