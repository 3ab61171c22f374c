import type { FindingKind } from './finding.ts'

/** Rates that no change of the schedule explains. */
export const notThis: FindingKind = {
  code: 'not-this',
  meaning: 'the rates are not those of this schedule, however it is moved, stretched or scaled; `nearest` says what they are like',
  propose: () => [],
  tell: () => ({
    detail: 'The rates are not those of this schedule, however it is moved, stretched or scaled.',
    fix:
      'See `nearest` for what they are like. Check which schedule the trainer makes: lr_scheduler_type in Transformers and diffusers, lr-decay-style in Megatron, a scheduler in the configuration of ' +
      'DeepSpeed beside that of the script; and which parameter group is logged.'
  })
}
