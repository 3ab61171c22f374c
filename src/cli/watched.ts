import type { Watch } from '../maintenance.ts'
import { Interrupted } from './failures.ts'
import { showProgress } from './show-progress.ts'

/** Exit codes of a command that a signal ended, as shells give them. */
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Writes what is noted on standard error. */
export const noteOnStandardError: Watch['note'] = (message) => process.stderr.write(`taper: ${message}\n`)

/**
 * Does work that says where it stands, and that a signal ends early: it clears up after itself, and then the process ends.
 * @param doing what is done, e.g. "written"
 */
export async function watched<T>(doing: string, work: (watch: Watch) => Promise<T>): Promise<T> {
  const progress = showProgress()
  const interruption = new AbortController()
  const handlers = Object.entries(signals).map(([name, code]) => {
    const stop = () => interruption.abort(new Interrupted(name, code))
    process.on(name, stop)
    return () => process.off(name, stop)
  })
  try {
    return await work({
      note: noteOnStandardError,
      progress: (table, bytes) => progress.update(`${sizeText(bytes)} ${doing}, at ${table}`),
      signal: interruption.signal
    })
  } catch (error) {
    throw interruption.signal.aborted ? interruption.signal.reason : error
  } finally {
    progress.done()
    for (const off of handlers) off()
  }
}

export const sizeText = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.ceil(bytes / 2 ** 10)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`
