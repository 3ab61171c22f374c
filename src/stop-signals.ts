import { constants } from 'node:os'

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** One Ctrl-C may come as several signals: from the terminal, and again from npm, which hands on what the terminal sent to all. Milliseconds. */
const sameSignalMs = 1000

/** How often to look whether the shell lives that npx started the service by. Milliseconds. */
const shellLookedForMs = 250

/**
 * Asks to stop at the first signal. Another one, later than a second after it, ends the process at once, as its sender wants: with what is
 * under way. Under `npx`, which signals its shell alone, the end of that shell is a signal.
 * @see npm, @npmcli/run-script, lib/signal-manager.js
 */
export function onStopSignal(stop: () => void, env: NodeJS.ProcessEnv): void {
  let first: number | undefined
  const shell = process.ppid
  if (env.npm_lifecycle_event === 'npx') {
    const looking = setInterval(() => {
      if (process.ppid === shell) return
      clearInterval(looking)
      if (first === undefined) stop()
      first ??= performance.now()
    }, shellLookedForMs)
    looking.unref()
  }
  for (const signal of stopSignals) {
    process.on(signal, () => {
      if (first === undefined) {
        first = performance.now()
        stop()
      } else if (performance.now() - first >= sameSignalMs) {
        process.exit(128 + constants.signals[signal])
      }
    })
  }
}
