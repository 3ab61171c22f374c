import { curveOf } from './curve.ts'
import type { ExportMaterial } from './export-target.ts'
import { pythonHead, pythonMultiplier } from './python.ts'

/**
 * A file with the class `TaperScheduler`, for trainers that take a scheduler by the name of its class. Where Accelerate prepares it, it makes a
 * step for each process and each step of the optimizer, which the class undoes.
 * @param usage     lines of comment
 * @param processes a Python expression: how many of its steps one step of the optimizer makes
 */
export function schedulerClass(material: ExportMaterial, usage: readonly string[], processes: string): string {
  const curve = curveOf(material)
  const { imports, code } = pythonMultiplier(curve)
  const all = [...(processes.includes('os.') ? ['import os'] : []), ...imports].sort(
    (one, other) => Number(one.startsWith('from')) - Number(other.startsWith('from')) || (one < other ? -1 : 1)
  )
  return `${pythonHead(material.schedule, curve, usage, [...all, '', 'from torch.optim.lr_scheduler import LambdaLR'])}${code}

class TaperScheduler(LambdaLR):
    """Multiplies the learning rate that each parameter group was given."""

    def __init__(self, optimizer, last_epoch=-1):
        each = ${processes}
        super().__init__(optimizer, lambda step: multiplier(step // each), last_epoch=last_epoch)
`
}
