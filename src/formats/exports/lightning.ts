import { curveOf } from './curve.ts'
import type { TextTarget } from './export-target.ts'
import { pythonHead, pythonMultiplier } from './python.ts'

export const lightning: TextTarget = {
  name: 'lightning',
  title: 'Lightning: configure_optimizers',
  usage: 'Save it beside your code and return `optimizers(optimizer)` from `configure_optimizers`.',
  mediaType: 'text/x-python',
  example: 'def optimizers(optimizer):\n    scheduler = LambdaLR(optimizer, multiplier)\n    return {"optimizer": optimizer, …}\n',
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
      '        return optimizers(torch.optim.AdamW(self.parameters(), lr=PEAK_LEARNING_RATE))'
    ]
    return `${pythonHead(material.schedule, curve, usage, [...imports, '', 'from torch.optim.lr_scheduler import LambdaLR'])}${code}

def optimizers(optimizer):
    """What configure_optimizers returns: the schedule goes on once an optimizer step, not once an epoch."""
    scheduler = LambdaLR(optimizer, multiplier)
    return {
        "optimizer": optimizer,
        "lr_scheduler": {"scheduler": scheduler, "interval": "step", "frequency": 1, "name": "learning_rate"},
    }
`
  }
}
