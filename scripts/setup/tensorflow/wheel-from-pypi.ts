import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { megabytes } from '../progress.ts'
import { unfinished } from './cache-folder.ts'
import { findPip, type Pip } from './find-pip.ts'
import { distributionFor, install, installationFolder, testedVersions } from './installation.ts'
import { runCommand, tellingLine } from './run-command.ts'
import type { Rung, Situation } from './rung.ts'

/** A wheel, what is unpacked of it, and some room: 1.1 GB for CPUs; with NVIDIA's libraries some 7 GB. */
const bytesNeeded = { cpu: 1.4e9, gpu: 9e9 }

/** The wheels that `tensorflow[and-cuda]` adds, from the metadata of the wheel: `Requires-Dist: nvidia-cublas-cu12<13.0,>=12.5.3.2; extra == "and-cuda"`. */
export function cudaRequirements(metadata: string): string[] {
  return [...metadata.matchAll(/^Requires-Dist:\s*(nvidia-[^;]+?)\s*;.*extra\s*==\s*["']and-cuda["']/gm)].map(([, requirement]) =>
    (requirement as string).replaceAll(/[\s()]/g, '')
  )
}

/** The bytes of all files below a folder in which another process writes: what goes while one looks counts nothing. */
function bytesBelow(folder: string): number {
  let bytes = 0
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const stats = statSync(path.join(folder, name), { throwIfNoEntry: false })
    if (stats?.isFile()) bytes += stats.size
  }
  return bytes
}

const numberOf: Record<string, number> = { kB: 1e3, MB: 1e6, GB: 1e9 }

/** Lets pip download into a folder, and says how far it is: pip itself tells a program that reads its output nothing before the end. */
async function download(pip: Pip, requirements: string[], into: string, { progress, log }: Situation) {
  const temporary = path.join(into, `pip${unfinished}`)
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  const what = requirements.length === 1 ? (requirements[0] as string) : `${requirements.length} packages of NVIDIA`
  const start = performance.now()
  let printed = ''
  const onTick = (): void => {
    const bytes = bytesBelow(into)
    const rate = `${(bytes / 1e3 / (performance.now() - start)).toFixed(1)} MB/s`
    const [, size, unit] = /\(([\d.]+) ([kMG]B)\)/.exec(printed) ?? []
    const total = requirements.length === 1 && size !== undefined ? Number(size) * (numberOf[unit as string] ?? 1) : 0
    const share = total > 0 ? ` of ${megabytes(total)} MB (${Math.min(100, (100 * bytes) / total).toFixed(0)} %)` : ' MB'
    progress.update(`TensorFlow: downloading ${what}, ${megabytes(bytes)}${share}, ${rate}`)
  }
  const options = [
    '--no-deps',
    '--only-binary=:all:',
    '--python-version',
    '3.12',
    '--no-cache-dir',
    '--disable-pip-version-check',
    '--no-input'
  ]
  const args = [...pip.args, 'download', ...options, '--progress-bar', 'off', '--retries', '2', '--dest', into, ...requirements]
  const finished = await runCommand(pip.program, args, {
    // Its unfinished files lie where they are counted, and where the next set-up clears them.
    env: { TMPDIR: temporary, TEMP: temporary, TMP: temporary, PIP_REQUIRE_VIRTUALENV: '0', PYTHONUNBUFFERED: '1' },
    onTick,
    onOutput: (text) => {
      printed += text
    }
  })
  log.push(`$ ${pip.program} ${args.join(' ')}\n${finished.output}`)
  rmSync(temporary, { recursive: true, force: true })
  return finished
}

const wheelsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.whl'))
    .map((name) => path.join(folder, name))

/** Why pip gave nothing. What it ends with is the same for a version that there is not and for a network that there is not. */
export function reasonOfPip(output: string): { reason: string; isUnknownVersion: boolean } {
  const broken = /after connection broken by '(.*)': \//.exec(output)?.[1]
  if (broken !== undefined) return { reason: `no network: ${broken}`, isUnknownVersion: false }
  return { reason: tellingLine(output), isUnknownVersion: /No matching distribution|Could not find a version/i.test(output) }
}

/** The libraries of TensorFlow's own build for Python, by pip from wherever it is set up to download. Nothing of Python is kept. */
export const wheelFromPypi: Rung = {
  name: "PyPI's wheel",
  climb: async (situation) => {
    const { cache, device, missingForBuild, progress } = situation
    if (process.platform !== 'linux') return { reason: 'is known to work on Linux only' }
    if (missingForBuild !== null) return { reason: missingForBuild }
    const { bavail, bsize } = statfsSync(cache)
    if (bavail * bsize < bytesNeeded[device]) {
      return { reason: `needs ${megabytes(bytesNeeded[device])} MB in ${cache}, where ${megabytes(bavail * bsize)} MB are free` }
    }
    const pip = await findPip()
    if ('reason' in pip) return pip
    const distribution = distributionFor(device)
    const reasons: string[] = []
    for (const version of testedVersions) {
      // Stays after a stop, and pip takes up what it finished.
      const into = path.join(cache, `download-${distribution}-${version}`)
      mkdirSync(into, { recursive: true })
      progress.say(
        device === 'gpu'
          ? `TensorFlow: downloading ${distribution} ${version} and NVIDIA's libraries, about 3 GB, once (TAPER_TENSORFLOW=cpu: 0.3 GB; skip: nothing)`
          : `TensorFlow: downloading ${distribution} ${version}, 275 MB, once (TAPER_TENSORFLOW=skip goes without)`
      )
      const tensorflow = await download(pip, [`${distribution}==${version}`], into, situation)
      if (tensorflow.status !== 0) {
        rmSync(into, { recursive: true, force: true })
        const failure = reasonOfPip(tensorflow.output)
        reasons.push(failure.reason)
        if (failure.isUnknownVersion) continue
        break
      }
      const [wheel] = wheelsIn(into).filter((file) => path.basename(file).startsWith('tensorflow'))
      if (wheel === undefined) return { reason: `pip ended well and left no wheel in ${into}` }
      const target = installationFolder(cache, distribution, version)
      if (device === 'gpu') {
        const nvidia = await downloadCuda(pip, wheel, into, situation)
        if (nvidia !== null) return { reason: nvidia }
      }
      const step = await install([wheel, ...wheelsIn(into).filter((file) => file !== wheel)], target, situation)
      rmSync(into, { recursive: true, force: true })
      return step
    }
    return { reason: reasons.join('; ') }
  }
}

/** NVIDIA's wheels beside that of TensorFlow; answers what went wrong, or null. Not tried on a machine with a GPU. */
async function downloadCuda(pip: Pip, wheel: string, into: string, situation: Situation): Promise<string | null> {
  const { unpackWheel } = await import('./unpack-wheel.ts')
  const folder = path.join(into, `metadata${unfinished}`)
  await unpackWheel(wheel, folder, undefined, [/\.dist-info\/METADATA$/])
  const metadata = (readdirSync(folder, { recursive: true }) as string[]).find((name) => name.endsWith('METADATA'))
  const requirements = metadata === undefined ? [] : cudaRequirements(readFileSync(path.join(folder, metadata), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  if (requirements.length === 0) return `${path.basename(wheel)} names no libraries of NVIDIA`
  const { status, output } = await download(pip, requirements, into, situation)
  return status === 0 ? null : reasonOfPip(output).reason
}
