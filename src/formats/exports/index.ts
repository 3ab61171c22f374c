import { batchRamp } from './batch-ramp.ts'
import { csv } from './csv.ts'
import { deepspeed } from './deepspeed.ts'
import type { ExportTarget } from './export-target.ts'
import { go } from './go.ts'
import { keras } from './keras.ts'
import { kohya } from './kohya.ts'
import { lightning } from './lightning.ts'
import { megatron } from './megatron.ts'
import { mergeWeights } from './merge-weights.ts'
import { onetrainer } from './onetrainer.ts'
import { optax } from './optax.ts'
import { pytorch } from './pytorch.ts'
import { safetensors } from './safetensors.ts'
import { tfjs } from './tfjs.ts'
import { transformers } from './transformers.ts'

/** Every target. The route that lists them, the tests and the table in the docs read this list. */
export const exportTargets: readonly ExportTarget[] = [
  pytorch,
  lightning,
  transformers,
  optax,
  keras,
  megatron,
  deepspeed,
  kohya,
  onetrainer,
  tfjs,
  go,
  csv,
  safetensors,
  batchRamp,
  mergeWeights
]

export const findExportTarget = (name: string, targets = exportTargets): ExportTarget | undefined =>
  targets.find((target) => target.name === name)
