import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SetupStep } from './step.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const schema = path.join(root, 'prisma', 'schema.prisma')
const prisma = path.join(root, 'node_modules', 'prisma')
const stamp = path.join(root, 'src', 'generated', 'prisma', '.made-from')

/** A digest of all that the generated client depends on: the schema, Prisma's settings and its version. */
function madeFrom(): string {
  const digest = createHash('sha256')
  const inputs = [schema, path.join(root, 'prisma.config.ts'), path.join(prisma, 'package.json')]
  for (const file of inputs) digest.update(existsSync(file) ? readFileSync(file) : 'absent').update('\0')
  return digest.digest('hex')
}

/**
 * The client comes without any download: `prisma generate` insists on a path to the schema engine, and never runs it. Only for this
 * one command, as the commands that migrate would then do nothing and report success.
 */
const offline = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }

export const prismaClient: SetupStep = {
  name: 'generate the Prisma client',
  isDone: () => existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom(),
  run: () => {
    const command = [path.join(prisma, 'build', 'index.js'), 'generate', '--schema', schema]
    const { status, stdout, stderr, error } = spawnSync(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...offline },
      encoding: 'utf8'
    })
    if (error !== undefined) throw error
    if (status !== 0) throw new Error(`prisma generate failed (exit code ${status}):\n${stdout}${stderr}`)
    writeFileSync(stamp, madeFrom())
  }
}
