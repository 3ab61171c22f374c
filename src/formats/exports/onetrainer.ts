import type { TextTarget } from './export-target.ts'
import { floatLiteral } from './number-literal.ts'
import { schedulerClass } from './scheduler-class.ts'

/** @see Nerogar/OneTrainer, modules/util/create.py: `create_lr_scheduler` calls the class of a CUSTOM scheduler with the optimizer and `last_epoch`. */
export const onetrainer: TextTarget = {
  name: 'onetrainer',
  title: 'OneTrainer: a class for the custom learning rate scheduler',
  usage: 'Save it in the folder of OneTrainer, choose the scheduler CUSTOM, and name the class `taper_schedule.TaperScheduler`.',
  mediaType: 'text/x-python',
  example: 'class TaperScheduler(LambdaLR):\n    """Multiplies the learning rate that each parameter group was given."""\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const { steps, peakLearningRate: peak } = material.schedule
    const usage = [
      'Of the settings of OneTrainer:',
      '  "learning_rate_scheduler": "CUSTOM",',
      '  "custom_learning_rate_scheduler": "taper_schedule.TaperScheduler",',
      '  "scheduler_params": [],',
      '  "learning_rate_warmup_steps": 0,',
      `  "learning_rate": ${peak === null ? 'PEAK' : floatLiteral(peak)},`,
      `The warm-up is in the schedule. Set epochs so that training takes ${steps} optimizer steps.`
    ]
    return schedulerClass(material, usage, '1')
  }
}
