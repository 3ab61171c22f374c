/** Sets TensorFlow up by hand, or anew where it broke: npm run setup:tensorflow. Shows the whole log where that fails, and fails then. */
import { createProgress } from './setup/progress.ts'
import { tfjsNode, tfjsNodeIsInstalled } from './setup/tensorflow/addon.ts'

const progress = createProgress()
if (!tfjsNodeIsInstalled()) {
  progress.say(`${tfjsNode} is not there: run npm ci without --omit=optional`)
  process.exitCode = 1
} else {
  const { setUpTensorflow } = await import('./setup/tensorflow/set-up.ts')
  const { found, skipped, log } = await setUpTensorflow(progress)
  if (found === null) {
    process.stderr.write(`\n${log}\n`)
    process.exitCode = 1
  } else {
    for (const reason of skipped) progress.say(`TensorFlow: not from ${reason}`)
  }
}
