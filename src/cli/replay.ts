import { createReadStream, createWriteStream } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command, Option } from 'commander'
import { type EngineChoice, engineChoices } from '../domain/engine.ts'
import { type TensorFormat, tensorFormats } from '../formats/tensors/tensor-formats.ts'
import { replayStream } from '../services/optimizers/replay-stream.ts'
import { explainFailure, UsageError } from './failures.ts'
import { unreadable } from './read-log-file.ts'

interface Flags {
  optimizer?: string
  input?: TensorFormat
  format?: TensorFormat
  out?: string
  engine: EngineChoice
}

/** `taper replay`: steps of an optimizer over gradients in a file, with no server and no database. */
export const replayCommand = (): Command =>
  new Command('replay')
    .argument('<file>', 'request in safetensors or JSON; - for standard input')
    .option('--optimizer <name>', 'name from `taper optimizers` (default: __metadata__.optimizer of the file)')
    .addOption(
      new Option('--input <format>', 'format of the request (default: json for .json files, else safetensors)').choices(tensorFormats)
    )
    .addOption(new Option('--format <format>', 'format of the answer (default: same as the request)').choices(tensorFormats))
    .option('--out <path>', 'write to this file instead of standard output')
    .addOption(new Option('--engine <engine>', 'compute engine').choices(engineChoices).env('TAPER_ENGINE').default('auto'))
    .addHelpText(
      'after',
      `
Tensors are named parameters/<name>, gradients/<step>/<name> and state/<slot>/<name>; everything else is JSON under
__metadata__.request, such as {"hyperparameters": {"weightDecay": 0.01}, "keep": "all"}.

Examples:
  taper replay gradients.safetensors --optimizer prodigy --out answer.safetensors
  taper replay gradients.safetensors --optimizer adamw --format json | jq .diagnostics`
    )
    .action(runReplay)

async function runReplay(file: string, { optimizer, input, format, out, engine }: Flags): Promise<void> {
  const progress = progressLine()
  try {
    const requestFormat = input ?? (file.endsWith('.json') ? 'json' : 'safetensors')
    const answerFormat = format ?? requestFormat
    if (answerFormat === 'safetensors' && out === undefined && process.stdout.isTTY) {
      throw new UsageError('the answer is binary: write it to a file with --out, or use --format json.')
    }
    const body = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 2 ** 20 })
    const work = { optimizer, input: requestFormat, output: answerFormat }
    const { chunks } = await replayStream(work, piecesOf(body), { engine, progress: progress.show })
    progress.clear()
    await write(chunks, out)
  } catch (error) {
    progress.clear()
    const { message, exitCode } = explainFailure(error, file === '-' ? 'standard input' : file)
    process.stderr.write(`${message}\n`)
    process.exitCode = exitCode
  }
}

async function* piecesOf(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === undefined ? error : new UsageError(unreadable(error as NodeJS.ErrnoException))
  }
}

/** Shown from the first second on, and at most five times a second, on a terminal alone. */
function progressLine() {
  const started = performance.now()
  let shownAt = started + 800
  let shown = false
  return {
    show(done: number, steps: number) {
      if (!process.stderr.isTTY || performance.now() - shownAt < 200) return
      shownAt = performance.now()
      shown = true
      const rate = Math.round((done / (shownAt - started)) * 1000)
      process.stderr.write(`\r\x1b[Kstep ${done} of ${steps} (${Math.floor((100 * done) / steps)} %), ${rate}/s`)
    },
    clear() {
      if (shown) process.stderr.write('\r\x1b[K')
      shown = false
    }
  }
}

async function write(chunks: AsyncIterable<Uint8Array>, path: string | undefined): Promise<void> {
  try {
    if (path === undefined) await pipeline(Readable.from(chunks, { objectMode: false }), process.stdout, { end: false })
    else await pipeline(Readable.from(chunks, { objectMode: false }), createWriteStream(path))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    // The reader of the pipe has seen enough, as `head` does.
    if (code === 'EPIPE') return
    if (path === undefined) throw error
    // Half an answer is none. Where there is nothing to remove, nothing was written.
    await unlink(path).catch(() => {})
    throw new UsageError(`cannot write ${path}: ${message}`)
  }
}
