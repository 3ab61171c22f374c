import { curveOf } from './curve.ts'
import type { ExportedSchedule, ExportMaterial, TextTarget } from './export-target.ts'
import { closeness, nearEnough, nearestSetting } from './nearest-setting.ts'
import { floatLiteral } from './number-literal.ts'
import { pythonHead, pythonMultiplier } from './python.ts'
import { resumeLines } from './resume-lines.ts'
import { type TransformersSetting, transformersSettings } from './transformers-settings.ts'

export const transformers: TextTarget = {
  name: 'transformers',
  title: 'Transformers: a Trainer with this schedule, and the nearest `lr_scheduler_type` where one is within 1 %',
  usage:
    'Save it beside your code and put `TaperSchedule` before `Trainer`. If the file has `TRAINING_ARGUMENTS`, or `training_arguments(peak)` where the peak is unknown, you can pass those instead.',
  mediaType: 'text/x-python',
  example: 'def make_scheduler(optimizer, last_epoch=-1):\n    return LambdaLR(optimizer, multiplier, last_epoch=last_epoch)\n…\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'fits',
  write(material) {
    const { schedule } = material
    const curve = curveOf(material)
    const { imports, code } = pythonMultiplier(curve)
    const usage = [
      'class MyTrainer(TaperSchedule, Trainer): ...',
      `trainer = MyTrainer(model=model, args=TrainingArguments(max_steps=STEPS, learning_rate=PEAK_LEARNING_RATE, ...), ...)`,
      ...resumeLines(schedule, (step) => [
        `    trainer.train(resume_from_checkpoint="<output_dir>/checkpoint-${step}")`,
        'The checkpoint says how far training is, and the peak; this file gives the multipliers.'
      ])
    ]
    return `${pythonHead(schedule, curve, usage, [...imports, '', 'from torch.optim.lr_scheduler import LambdaLR'])}${code}

def make_scheduler(optimizer, last_epoch=-1):
    """Multiplies the learning rate that each parameter group was given."""
    return LambdaLR(optimizer, multiplier, last_epoch=last_epoch)


class TaperSchedule:
    """Gives a transformers.Trainer this schedule, whatever lr_scheduler_type says. Refuses a training of another length."""

    def create_scheduler(self, num_training_steps, optimizer=None):
        if num_training_steps != STEPS:
            raise ValueError(
                f"This schedule has {STEPS} steps, the training has {num_training_steps}: set max_steps={STEPS}, "
                f"or export a schedule of {num_training_steps} steps."
            )
        if self.lr_scheduler is None:
            self.lr_scheduler = make_scheduler(self.optimizer if optimizer is None else optimizer)
            self._created_lr_scheduler = True
        return self.lr_scheduler

    def _load_optimizer_and_scheduler(self, checkpoint):
        # A checkpoint restores the rate that its own schedule had for the next step: this one's takes its place.
        super()._load_optimizer_and_scheduler(checkpoint)
        if checkpoint is not None and isinstance(self.lr_scheduler, LambdaLR):
            for group, peak in zip(self.lr_scheduler.optimizer.param_groups, self.lr_scheduler.base_lrs):
                group["lr"] = peak * multiplier(self.lr_scheduler.last_epoch)
${trainingArguments(material, schedule)}`
  }
}

function trainingArguments({ multipliers, fits, tolerance }: ExportMaterial, schedule: ExportedSchedule): string {
  const { steps, peakLearningRate: peak } = schedule
  const settings = fits.flatMap((fit) => transformersSettings(fit, steps))
  const nearest = nearestSetting(multipliers, settings)
  if (nearest === null || nearest.error > Math.max(nearEnough, tolerance)) {
    const why = nearest === null ? 'is like this schedule' : `is within 1 % of this schedule: the nearest is ${closeness(nearest.error)}`
    return `\n# No lr_scheduler_type of Transformers ${why}.\n`
  }
  const { setting, error } = nearest
  const args = (learningRate: string, indent: string) =>
    [
      'dict(',
      '    max_steps=STEPS,',
      `    learning_rate=${learningRate},`,
      `    lr_scheduler_type="${setting.type}",`,
      `    lr_scheduler_kwargs={${kwargsOf(setting, peak).join(', ')}},`,
      `    warmup_steps=${setting.warmupSteps},`,
      ')'
    ].join(`\n${indent}`)
  const [call, code] =
    peak === null
      ? ['training_arguments(3e-4)', `\n\ndef training_arguments(peak_learning_rate):\n    return ${args('peak_learning_rate', '    ')}`]
      : ['TRAINING_ARGUMENTS', `TRAINING_ARGUMENTS = ${args(floatLiteral(peak), '')}`]
  return `
# Without the class: the nearest schedule of Transformers, ${closeness(error)}.
# args = TrainingArguments(**${call}, ...)
${code}
`
}

function kwargsOf({ kwargs, lrEnd }: TransformersSetting, peak: number | null): string[] {
  const written = Object.entries(kwargs).map(([name, value]) => `"${name}": ${typeof value === 'number' ? value : `"${value}"`}`)
  if (lrEnd === undefined) return written
  if (lrEnd === 0) return [...written, '"lr_end": 0.0']
  // lr_end is a learning rate, not a fraction of the peak.
  const end = peak === null ? `${floatLiteral(lrEnd)} * peak_learning_rate` : floatLiteral(lrEnd * peak)
  return [...written, `"lr_end": ${end}`]
}
