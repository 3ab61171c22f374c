import { existsSync } from 'node:fs'
import type { AbsentEngine, EngineChoice, EngineDescription, EngineName } from '../domain/engine.ts'
import type { Engine } from '../kernels/engine.ts'
import type { KernelSource } from '../kernels/wasm/compile-kernel.ts'

/** The engines of this process. */
export interface Engines {
  /** The engine for so many numbers of parameters. */
  readonly engineFor: (entries: number) => Engine
  /** The one that most work gets: what `/version` shows first. */
  readonly usual: EngineDescription
  readonly available: readonly EngineDescription[]
  /** Why each of the others is not there. */
  readonly absent: readonly AbsentEngine[]
}

interface Installed {
  readonly name: EngineName
  /** Whether `auto` can come to it here; loading the library takes a second and some hundred megabytes. */
  readonly forAuto: () => boolean
  readonly open: (source?: KernelSource) => Promise<Engine>
}

/** Every engine that this version has. Modules are loaded when they are opened. */
const installed: readonly Installed[] = [
  {
    name: 'tensorflow',
    forAuto: () => existsSync('/dev/nvidiactl'),
    open: async () => (await import('../kernels/tensorflow/engine.ts')).createTensorflowEngine()
  },
  { name: 'wasm', forAuto: () => true, open: async (source) => (await import('../kernels/wasm/engine.ts')).createWasmEngine(source) },
  { name: 'reference', forAuto: () => true, open: async () => (await import('../kernels/reference/engine.ts')).createReferenceEngine() }
]

/**
 * Opens one engine, ready to run kernels.
 * @throws Error where it cannot be used here
 */
export async function openEngine(name: EngineName): Promise<Engine> {
  const engine = await (installed.find((known) => known.name === name) as Installed).open()
  await engine.prepare?.()
  return engine
}

/** From this many numbers of parameters on, `auto` takes a GPU where there is one: below, copies there and back take longer. */
export const gpuEntriesMin = 2 ** 22

const notForAuto =
  'this machine has no NVIDIA GPU, and on a CPU compiled kernels are the faster; TAPER_ENGINE=tensorflow takes it all the same'

/**
 * Opens engines. Each is to be prepared before its first kernel, so that a start does not wait for compilers.
 * @throws Error where the one that is named cannot be opened; the message says which there are
 * @param source where compiled kernels come from, if not from the compiler alone
 */
export async function openEngines(choice: EngineChoice, source?: KernelSource): Promise<Engines> {
  const opened = await Promise.all(
    installed.map(async ({ name, forAuto, open }) =>
      name === choice || forAuto() ? await open(source).catch((cause: Error) => cause) : new Error(notForAuto)
    )
  )
  const engines = opened.filter((engine): engine is Engine => !(engine instanceof Error))
  const pick = (entries: number): Engine | undefined =>
    choice === 'auto'
      ? engines.find(({ description }) => description.name === automatic(engines, entries))
      : engines.find(({ description }) => description.name === choice)
  const usual = pick(0)
  if (usual === undefined) {
    const names = engines.map(({ description }) => description.name).join(', ')
    const reason = opened[installed.findIndex(({ name }) => name === choice)]
    const why = reason instanceof Error ? `cannot be used here: ${reason.message}` : 'which this version does not have'
    throw new Error(`TAPER_ENGINE is ${choice}, ${why}; use auto or ${names}.`)
  }
  return {
    engineFor: (entries) => pick(entries) ?? usual,
    usual: usual.description,
    available: engines.map(({ description }) => description),
    absent: installed.flatMap(({ name }, i) => {
      const reason = opened[i]
      return reason instanceof Error ? [{ name, reason: reason.message }] : []
    })
  }
}

/** What `auto` takes: TensorFlow on a GPU for many numbers, else compiled kernels, else plain loops. Never by timing. */
function automatic(engines: readonly Engine[], entries: number): EngineName {
  const has = (name: EngineName, device?: string) =>
    engines.some(({ description }) => description.name === name && (device === undefined || description.device === device))
  if (entries >= gpuEntriesMin && has('tensorflow', 'gpu')) return 'tensorflow'
  return has('wasm') ? 'wasm' : 'reference'
}
