import { createStore } from '../state/store.ts'
import { asProblem, type Problem } from './problem.ts'

/** Why the service is waited for: it does not answer, or wants to be asked later. Null while all is well. */
export const trouble = createStore<Problem | null>(null)

/** The service has another version of the page by now than the one that is open. */
export const isOutdated = createStore(false)

/** The service has answered. After trouble it may be another one. */
export function answered(): void {
  if (trouble.get() !== null) void checkVersion()
  trouble.set(null)
}

/** Looks whether the page is still the one that the service has. */
export async function checkVersion(): Promise<void> {
  const script = document.querySelector<HTMLScriptElement>('script[type=module]')?.src.split('/').at(-1)
  const page = await fetch('.', { headers: { accept: 'text/html' } }).then(
    (answer) => (answer.ok ? answer.text() : null),
    () => null
  )
  if (script !== undefined && page?.includes('<script')) isOutdated.set(!page.includes(script))
}

/** Between two attempts. Milliseconds. */
const pauses = { least: 500, most: 15_000 }

/** Whether a problem goes by itself. */
export const isPassing = ({ code, status }: Problem): boolean =>
  code === 'unreachable' || status === 429 || (status >= 502 && status <= 504)

/**
 * Waits; not longer than until the network is back, or somebody looks at the page again.
 * @returns at once where the signal is aborted
 */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController()
    const end = () => {
      clearTimeout(timer)
      ended.abort()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const { signal: until } = ended
    signal.addEventListener('abort', end, { signal: until })
    addEventListener('online', end, { signal: until })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && end(), { signal: until })
    if (signal.aborted) end()
  })
}

/** How long to wait before the next attempt: as long as the service asks for, else ever longer. Milliseconds. */
export const waitOf = ({ retryAfter }: Pick<Problem, 'retryAfter'>, failures: number): number =>
  1000 * retryAfter || Math.min(pauses.most, pauses.least * 2 ** failures) * (0.75 + Math.random() / 2)

/**
 * Asks until there is an answer, or a problem that does not go by itself.
 * @param work asks, and changes nothing
 * @throws what it throws
 */
export async function patiently<Answer>(work: () => Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  for (let failures = 0; ; failures++) {
    try {
      return await work()
    } catch (error) {
      const problem = asProblem(error)
      if (signal.aborted || !isPassing(problem)) throw error
      trouble.set(problem)
      await pause(waitOf(problem, failures), signal)
    }
  }
}
