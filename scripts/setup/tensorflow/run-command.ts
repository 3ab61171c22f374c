import { spawn } from 'node:child_process'

export interface Finished {
  /** null where it was ended by a signal or could not be started. */
  status: number | null
  /** stdout and stderr in the order in which they came; of a program that is not there, the system's message. */
  output: string
}

interface Options {
  cwd?: string
  env?: Record<string, string | undefined>
  /** Called twice a second. */
  onTick?: (() => void) | undefined
  onOutput?: ((text: string) => void) | undefined
  /** Ends the command. */
  signal?: AbortSignal | undefined
}

/** Runs a program to its end without a shell. Never fails: the caller judges the status. */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env, onTick, onOutput, signal }: Options = {}
): Promise<Finished> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], signal })
    const ticks = onTick && setInterval(onTick, 500)
    const finish = (status: number | null): void => {
      clearInterval(ticks)
      resolve({ status, output })
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
        onOutput?.(text)
      })
    }
    child.on('error', (error) => {
      output += `${error.message}\n`
      if (child.pid === undefined) finish(null)
    })
    child.on('close', (status, killedBy) => {
      if (killedBy) output += `ended by ${killedBy}\n`
      finish(status)
    })
  })
}

/** The line of an output that tells most: the first that begins to speak of an error, as what follows comes of it, else the last. */
export function tellingLine(output: string): string {
  const lines = output
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.find((line) => /error:/i.test(line)) ?? lines.at(-1) ?? 'no output'
}
