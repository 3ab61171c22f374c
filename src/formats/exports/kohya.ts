import type { TextTarget } from './export-target.ts'
import { floatLiteral } from './number-literal.ts'
import { schedulerClass } from './scheduler-class.ts'

/** @see kohya-ss/sd-scripts, library/train_util.py: `get_scheduler_fix` imports the class of `--lr_scheduler_type` and calls it with the optimizer. */
export const kohya: TextTarget = {
  name: 'kohya',
  title: 'kohya sd-scripts: a class for `--lr_scheduler_type`',
  usage:
    'Save it beside the training script of sd-scripts, and pass `--lr_scheduler_type=taper_schedule.TaperScheduler` with the options that its head names.',
  mediaType: 'text/x-python',
  example: 'class TaperScheduler(LambdaLR):\n    """Multiplies the learning rate that each parameter group was given."""\n',
  fileName: 'taper_schedule.py',
  forms: ['segments', 'dense'],
  needs: 'multipliers',
  write(material) {
    const { steps, peakLearningRate: peak } = material.schedule
    const usage = [
      'accelerate launch train_network.py --lr_scheduler_type=taper_schedule.TaperScheduler \\',
      `  --learning_rate=${peak === null ? 'PEAK' : floatLiteral(peak)} --max_train_steps=${steps} --lr_warmup_steps=0 ...`,
      'The warm-up is in the schedule. --unet_lr and --text_encoder_lr are peaks of their own.'
    ]
    return schedulerClass(material, usage, 'int(os.environ.get("WORLD_SIZE", "1"))  # the trainer prepares it by Accelerate')
  }
}
