import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PassThrough, Readable, type Stream } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'

/** What a command did, as a shell sees it. */
export interface Outcome {
  code: number
  out: string
  err: string
  /** Standard output as it is, for answers that are not text. */
  bytes: Buffer
}

export interface CommandLine {
  /**
   * Runs `taper` with these arguments. One command at a time: the streams and the environment of a process are one.
   * @param input standard input
   * @param env added to the environment of all commands
   */
  taper(args: readonly string[], more?: { input?: string | Uint8Array; env?: Record<string, string> }): Promise<Outcome>
  /** Writes a file into the folder of the commands, and gives its name. */
  file(name: string, content: string | Uint8Array): string
  /** A file of that folder, or null where there is none. */
  read(name: string): Buffer | null
}

const entry = resolve('src/cli/main.ts')
let runs = 0

/**
 * The command line in this process: the entry point that `taper` starts, with arguments, environment, folder and streams of its own. What
 * needs a process (the launcher, pipes that close) is in `test/processes`.
 * @param env the environment of all commands, by default with no database in reach
 */
export function commandLine(env: Record<string, string> = { DATABASE_URL: 'postgresql://127.0.0.1:1/none' }): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'taper-command-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    async taper(args, { input = '', env: more = {} } = {}) {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()]
      const [out, err] = [buffer(stdout), buffer(stderr)]
      const before = { argv: process.argv, env: process.env, cwd: process.cwd(), exitCode: process.exitCode }
      const giveBack = (['stdin', 'stdout', 'stderr'] as const).map((name) =>
        replaceStream(name, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr }[name])
      )
      process.argv = [process.execPath, 'taper', ...args]
      process.env = { PATH: process.env.PATH, ...env, ...more }
      process.chdir(folder)
      process.exitCode = undefined
      try {
        // The entry point runs when it is imported, so each command is an import of its own. What it imports stays loaded.
        await import(`${entry}?command=${runs++}`)
        const code = Number(process.exitCode ?? 0)
        for (const stream of [stdout, stderr]) stream.end()
        const bytes = await out
        return { code, out: bytes.toString(), err: (await err).toString(), bytes }
      } finally {
        for (const give of giveBack) give()
        process.argv = before.argv
        process.env = before.env
        process.chdir(before.cwd)
        process.exitCode = before.exitCode
      }
    },
    file(name, content) {
      writeFileSync(join(folder, name), content)
      return name
    },
    read: (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : null)
  }
}

/** Puts a stream in the place of one of the process, and gives back how to undo it. */
function replaceStream(name: 'stdin' | 'stdout' | 'stderr', stream: Stream): () => void {
  const own = Object.getOwnPropertyDescriptor(process, name) as PropertyDescriptor
  Object.defineProperty(process, name, { value: stream, configurable: true, enumerable: true, writable: true })
  return () => Object.defineProperty(process, name, own)
}
