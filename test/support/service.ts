import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A service in a process of its own, as `npx taper serve` starts it, on a free port of loopback. */
export interface Service {
  url: string
  process: ChildProcess
  /** Everything that it has written to its log. */
  log(): string
  /** Sends a signal, and waits until the process is gone: its exit code, or null where the signal ended it. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

const launcher = fileURLToPath(new URL('../../bin/taper.js', import.meta.url))

/** @param env added to this process's own, e.g. DATABASE_URL or TAPER_DATA_DIR */
export async function startService(env: Record<string, string>): Promise<Service> {
  const child = spawn(process.execPath, [launcher, 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let written = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      written += text
      const found = /"url":"(http:[^"]+)"/.exec(written)?.[1]
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => reject(new Error(`The service ended (${code}) before it listened:\n${written}`)))
  })
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
