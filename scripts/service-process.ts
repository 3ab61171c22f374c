import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A service in a process of its own. */
export interface ServiceProcess {
  url: string
  process: ChildProcess
  /** Everything that it has written. */
  log(): string
  /** Sends a signal, and waits until the process is gone: its exit code, or null where the signal ended it. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

export interface ServiceCommand {
  /** The program and its arguments. */
  command: readonly [string, ...string[]]
  cwd?: string
  env: NodeJS.ProcessEnv
  /** Whom it runs as, where this process may choose. */
  owner?: { uid: number; gid: number } | undefined
  /** Whether Ctrl-C is for the caller alone, who then decides when the service stops. */
  detached?: boolean
  /** Ends the service while it starts; later it is stopped by `stop`. */
  signal?: AbortSignal
}

/**
 * Starts a service and resolves when it listens.
 * @throws Error with all that it wrote, where it ends before
 */
export async function startServiceProcess({
  command: [program, ...args],
  cwd,
  env,
  owner,
  detached = false,
  signal
}: ServiceCommand): Promise<ServiceProcess> {
  const child = spawn(program, args, {
    ...(cwd && { cwd }),
    env,
    ...owner,
    detached,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const end = () => child.kill('SIGTERM')
  signal?.addEventListener('abort', end)
  let written = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      written += text
      const found = /"url":"(http:[^"]+)"/.exec(written)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('close', (code, signal) => reject(new Error(`The service ended (${signal ?? code}) before it listened:\n${written}`)))
  }).finally(() => signal?.removeEventListener('abort', end))
  return {
    url,
    process: child,
    log: () => written,
    async stop(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      const gone = once(child, 'exit')
      child.kill(signal)
      return ((await gone) as [number | null])[0]
    }
  }
}

/** Drops a person's API keys from this process's environment: a service that it starts, and what talks to that, know nothing of them. */
export function forgetKeys(): void {
  for (const name of ['TAPER_ADMIN_KEY', 'TAPER_API_KEY']) delete process.env[name]
}

/** This machine's environment without what npm adds for the script that it runs, and without the variables that a service reads. */
export function ownEnvironment(): Record<string, string> {
  const dropped = /^(npm_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|TAPER_|DATABASE_URL$|HOST$|PORT$|LOG_LEVEL$|VITEST)/i
  const entries = Object.entries(process.env) as [string, string][]
  return Object.fromEntries(entries.filter(([name]) => !dropped.test(name)))
}
