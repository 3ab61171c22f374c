import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from './engine.ts'

/** A container that runs in the background, until it is removed. */
export interface Container {
  readonly name: string
  /** Runs a command in it as its user, and answers what that prints. */
  exec(...command: string[]): string
  /** Whether a command succeeds in it. */
  succeeds(...command: string[]): boolean
  /** Resolves when its health check succeeds. @throws Error with its log, where it does not in a minute */
  healthy(check: readonly string[]): Promise<void>
  /** Where a published port is reached. */
  url(port: string): string
  /** Its address for other containers. */
  address(): string
  log(): string
  /** Sends SIGTERM, and answers the exit code. */
  stop(): number
  remove(): void
}

const healthyWithinMs = 60_000

export function startContainer(engine: Engine, image: string, name: string, flags: readonly string[]): Container {
  // The health check is asked here; Podman would leave it to systemd.
  engine.run(['run', '--detach', '--name', name, '--no-healthcheck', ...engine.runFlags, ...flags, image])
  const inspect = (format: string): string => engine.run(['inspect', '--type', 'container', '--format', format, name])
  const container: Container = {
    name,
    exec: (...command) => engine.run(['exec', name, ...command]),
    succeeds: (...command) => engine.succeeds(['exec', name, ...command]),
    async healthy(check) {
      const start = performance.now()
      while (!container.succeeds(...check)) {
        if (performance.now() - start > healthyWithinMs || inspect('{{.State.Running}}') !== 'true') {
          throw new Error(`${name} does not become healthy:\n${container.log()}`)
        }
        await sleep(200)
      }
    },
    url: (port) => `http://${engine.run(['port', name, port])}`,
    address: () => inspect('{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}') || inspect('{{.NetworkSettings.IPAddress}}'),
    log: () => engine.run(['logs', '--tail', '40', name]),
    stop() {
      engine.run(['stop', '-t', '40', name])
      return Number(inspect('{{.State.ExitCode}}'))
    },
    remove: () => void engine.run(['rm', '--force', '--volumes', name])
  }
  return container
}
