import { existsSync } from 'node:fs'
import type { SetupStep } from './step.ts'
import { addonFile, tfjsNodeIsInstalled } from './tensorflow/addon.ts'
import { tensorflowChoice } from './tensorflow/choice.ts'
import { readRecord } from './tensorflow/record.ts'

/** After a ladder that led nowhere, the next commands start at once. `npm run setup:tensorflow` tries again at any time. */
const millisecondsBetweenTries = 24 * 60 * 60 * 1000

/**
 * TensorFlow and the addon that makes it one of the engines. Never fails a command: without it the service runs on the next engine.
 * What it does is imported when it is needed, as looking whether it is done must be quick.
 */
export const nativeTensorflow: SetupStep = {
  name: 'TensorFlow',
  isDone: () => {
    if (tensorflowChoice() === 'skip' || !tfjsNodeIsInstalled()) return true
    const record = readRecord()
    if (record === null) return false
    const named = process.env.TAPER_LIBTENSORFLOW
    if (named && named !== record.named) return false
    if (record.library === null) return Date.now() - record.time < millisecondsBetweenTries
    return existsSync(addonFile) && existsSync(record.library)
  },
  run: async (progress) => {
    const { setUpTensorflow } = await import('./tensorflow/set-up.ts')
    await setUpTensorflow(progress)
  }
}
