import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lock } from 'proper-lockfile'
import type { Progress } from '../progress.ts'
import { addonFile, addonFolder, tfjsNodeVersion } from './addon.ts'
import { buildAddon, missingForBuild } from './build-addon.ts'
import { cacheFolder, removeUnfinished, unfinished } from './cache-folder.ts'
import { cachedLibraries } from './cached-libraries.ts'
import { tensorflowChoice } from './choice.ts'
import type { Libraries } from './libraries.ts'
import { namedLibraries } from './named-libraries.ts'
import { readRecord, writeRecord } from './record.ts'
import { runCommand, tellingLine } from './run-command.ts'
import type { Rung, Situation, Step } from './rung.ts'
import { tfjsDownload } from './tfjs-download.ts'
import { wheelFromPypi } from './wheel-from-pypi.ts'

/** Tried in this order until one gives a TensorFlow that computes. */
export const ladder: readonly Rung[] = [namedLibraries, cachedLibraries, wheelFromPypi, tfjsDownload]

const whatIsNeeded = `TensorFlow is not there, and Taper runs without it, on its next engine. It would need Python 3 with pip, a C++ compiler and make
(Debian, Ubuntu: apt-get install g++ make python3-pip; Fedora: dnf install gcc-c++ make python3-pip), and a network on which pip downloads
275 MB once; or, without a network, TAPER_LIBTENSORFLOW=<a wheel of tensorflow-cpu, or a folder with its libraries and include/>.
npm run setup:tensorflow tries again and shows all that was tried; TAPER_TENSORFLOW=skip leaves it out for good.`

/** The wheels are compiled for processors with AVX; on others they end the process. */
function lacksAvx(): boolean {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync('/proc/cpuinfo')) return false
  return !/^flags\s*:.*\bavx\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'))
}

/** `auto` is the build for GPUs where NVIDIA's own tool sees one. */
async function wantedDevice(): Promise<Situation['device']> {
  const choice = tensorflowChoice()
  if (choice === 'cpu' || choice === 'gpu') return choice
  const { status, output } = await runCommand('nvidia-smi', ['--list-gpus'])
  return status === 0 && /^GPU \d/m.test(output) ? 'gpu' : 'cpu'
}

/** The addon for some libraries in the cache: it outlives `npm ci`, and other checkouts need no compiler. */
function cachedAddon(cache: string, { library }: Libraries): string {
  const real = realpathSync(library)
  const { size, mtimeMs } = statSync(real)
  // The path as it is written, too: the addon finds the library by it.
  const digest = createHash('sha256')
    .update(JSON.stringify([library, real, size, mtimeMs, tfjsNodeVersion()]))
    .digest('hex')
  return path.join(cache, 'addons', `${digest.slice(0, 16)}.node`)
}

/** "TensorFlow 2.21.0 on CPU", or the reason why this addon does not compute. */
async function tryAddon(addon: string, { log }: Situation): Promise<{ found: string } | { reason: string }> {
  const test = fileURLToPath(new URL('smoke-test.ts', import.meta.url))
  const { status, output } = await runCommand(process.execPath, ['--import', 'tsx', test, addon], {
    env: { TF_CPP_MIN_LOG_LEVEL: '2', NODE_OPTIONS: '' }
  })
  log.push(`$ smoke-test ${addon}\n${output}`)
  const [, version, gpu] = /\{"version":"([^"]+)","gpu":(true|false)\}\s*$/.exec(output) ?? []
  if (status !== 0 || version === undefined) return { reason: `what was built does not compute: ${tellingLine(output)}` }
  return { found: `TensorFlow ${version} on ${gpu === 'true' ? 'GPU' : 'CPU'}` }
}

/** Puts an addon where tfjs-node looks for it. A process that has the old one loaded keeps it. */
function place(addon: string): void {
  if (addon === addonFile) return
  mkdirSync(addonFolder, { recursive: true })
  const partial = `${addonFile}.${process.pid}${unfinished}`
  copyFileSync(addon, partial)
  renameSync(partial, addonFile)
}

/** What a rung gave, made into an addon that computes and lies in its place. */
async function finish(step: Step, situation: Situation): Promise<{ found: string; library: string } | { reason: string }> {
  if ('reason' in step) return step
  if ('addon' in step) {
    const tried = await tryAddon(step.addon, situation)
    return 'reason' in tried ? tried : { ...tried, library: step.addon }
  }
  const { library } = step.libraries
  const addon = cachedAddon(situation.cache, step.libraries)
  const cached = existsSync(addon) ? await tryAddon(addon, situation) : null
  if (cached !== null && 'found' in cached) {
    place(addon)
    return { ...cached, library }
  }
  if (situation.missingForBuild !== null) return { reason: situation.missingForBuild }
  const start = performance.now()
  const seconds = (): string => ((performance.now() - start) / 1000).toFixed(0)
  try {
    await buildAddon(step.libraries, addon, () => situation.progress.update(`TensorFlow: building the addon, ${seconds()} s`))
  } catch (error) {
    situation.log.push(String((error as Error).cause ?? (error as Error).stack))
    return { reason: (error as Error).message }
  }
  const built = await tryAddon(addon, situation)
  if ('reason' in built) {
    rmSync(addon, { force: true })
    return built
  }
  place(addon)
  return { ...built, library }
}

/** What the ladder led to. `found` is null where every rung failed. */
export interface Outcome {
  found: string | null
  /** `<rung>: <why>` of each that gave nothing. */
  skipped: string[]
  /** The whole output of every program. */
  log: string
}

async function climb(progress: Progress, cache: string): Promise<Outcome> {
  const log: string[] = []
  const situation: Situation = { cache, device: await wantedDevice(), missingForBuild: await missingForBuild(), log, progress }
  const skipped: string[] = []
  const named = process.env.TAPER_LIBTENSORFLOW || null
  for (const rung of lacksAvx() ? [] : ladder) {
    const result = await finish(await rung.climb(situation), situation).catch((error: Error) => ({ reason: error.message }))
    if ('found' in result) {
      writeRecord({ named, library: result.library, found: result.found, skipped, time: Date.now() })
      progress.say(`TensorFlow: ${result.found}, from ${rung.name}`)
      return { found: result.found, skipped, log: log.join('\n') }
    }
    // Nothing is said of a variable that nobody set.
    if (rung !== namedLibraries || named !== null) skipped.push(`${rung.name}: ${result.reason}`)
  }
  if (lacksAvx()) skipped.push('this processor has no AVX, for which every build of TensorFlow is compiled')
  rmSync(addonFile, { force: true })
  writeRecord({ named, library: null, found: null, skipped, time: Date.now() })
  return { found: null, skipped, log: log.join('\n') }
}

/** Waits until no other set-up works in the cache; answers how to let the next one in. A lock whose process died is taken over. */
async function whenAlone(cache: string, progress: Progress): Promise<() => Promise<void>> {
  const waiting = setTimeout(() => progress.say('TensorFlow: another set-up is at work; waiting for it'), 1000)
  try {
    return await lock(cache, {
      stale: 20_000,
      update: 5000,
      retries: { forever: true, minTimeout: 200, maxTimeout: 1000 },
      // After this machine slept, say. What is half done is renamed into place as a whole or not at all, so going on does no harm.
      onCompromised: (error) => progress.say(`TensorFlow: ${error.message}`)
    })
  } finally {
    clearTimeout(waiting)
  }
}

/** Climbs the ladder, one set-up of this user at a time, and says what came of it. Fails nothing: the outcome tells. */
export async function setUpTensorflow(progress: Progress): Promise<Outcome> {
  let outcome: Outcome
  try {
    const before = readRecord()?.time ?? 0
    const cache = cacheFolder()
    const release = await whenAlone(cache, progress)
    try {
      const record = readRecord()
      if (record !== null && record.time > before && record.found !== null) return { found: record.found, skipped: record.skipped, log: '' }
      removeUnfinished(cache)
      outcome = await climb(progress, cache)
    } finally {
      await release().catch(() => {})
    }
  } catch (error) {
    outcome = { found: null, skipped: [(error as Error).message], log: String((error as Error).stack) }
  }
  if (outcome.found === null) {
    for (const reason of outcome.skipped) progress.say(`TensorFlow: ${reason}`)
    for (const line of whatIsNeeded.split('\n')) progress.say(line)
  }
  return outcome
}
