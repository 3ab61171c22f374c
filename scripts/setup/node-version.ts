import { readFileSync } from 'node:fs'
import type { SetupStep } from './step.ts'

/** The first version that `engines.node` of package.json allows, as [major, minor]. */
function oldestAllowed(): [number, number] {
  const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { engines: { node: string } }
  const match = /(\d+)\.(\d+)/.exec(engines.node)
  if (match === null) throw new Error(`engines.node of package.json names no version: ${engines.node}`)
  return [Number(match[1]), Number(match[2])]
}

/** Whether a version such as "20.19.4" is at least the one given. */
export function isAtLeast(version: string, [major, minor]: [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}

export const nodeVersion: SetupStep = {
  name: 'check the version of Node',
  isDone: () => isAtLeast(process.versions.node, oldestAllowed()),
  run: () => {
    const wanted = oldestAllowed().join('.')
    throw new Error(
      `Taper needs Node ${wanted} or newer; this is ${process.versions.node} (${process.execPath}). Install a current Node (nodejs.org, nvm, fnm, your distribution), then run the command again.`
    )
  }
}
