import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import envPaths from 'env-paths'
import type { TestContext } from 'vitest'
import { findPip } from '../../scripts/setup/tensorflow/find-pip.ts'
import { runCommand, tellingLine } from '../../scripts/setup/tensorflow/run-command.ts'

/** What came of a program: what it wrote, to both outputs. */
export interface Ran {
  status: number | null
  output: string
}

export type Program = (...args: string[]) => Promise<Ran>

type Found<What> = What | { reason: string }

const folder = path.join(
  process.env.TAPER_CACHE_DIR ? path.resolve(process.env.TAPER_CACHE_DIR) : envPaths('taper', { suffix: '' }).cache,
  'kubernetes'
)

/** Go modules and a wheel, by version: what they bring is kept in the folder for caches. */
const modules = {
  helm: 'helm.sh/helm/v3/cmd/helm@v3.22.0',
  kubeconform: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0'
} as const
const schemaWheel = 'kubernetes-validate==1.37.0'

async function find(name: keyof typeof modules): Promise<Found<Program>> {
  const [, version = ''] = modules[name].split('@')
  const bin = path.join(folder, `${name}-${version}`)
  const kept = path.join(bin, name)
  if ((await runCommand(name, ['version'])).status === 0) return (...args) => runCommand(name, args)
  if (!existsSync(kept)) {
    mkdirSync(bin, { recursive: true })
    const { status, output } = await runCommand('go', ['install', modules[name]], { env: { ...process.env, GOBIN: bin } })
    if (status !== 0) return { reason: `${name} is not here, and Go does not install it: ${tellingLine(output)}` }
  }
  return (...args) => runCommand(kept, args)
}

/**
 * The schemas of Kubernetes' own kinds in the oldest and the newest version that a Python package carries: a folder for each.
 * kubeconform would fetch them from a repository, which a machine without a network cannot.
 */
async function findSchemas(): Promise<Found<string[]>> {
  const target = path.join(folder, schemaWheel.replace('==', '-'))
  const schemas = path.join(target, 'kubernetes_validate', 'kubernetes-json-schema')
  if (!existsSync(schemas)) {
    const pip = await findPip()
    if ('reason' in pip) return { reason: `the schemas of Kubernetes are not here: ${pip.reason}` }
    const { status, output } = await runCommand(pip.program, [
      ...pip.args,
      'install',
      '--quiet',
      '--no-deps',
      '--target',
      target,
      schemaWheel
    ])
    if (status !== 0) return { reason: `the schemas of Kubernetes are not to be had: ${tellingLine(output)}` }
  }
  const minorOf = (version: string) => Number(version.split('.')[1])
  const versions = readdirSync(schemas).filter((name) => name.endsWith('-local-strict'))
  versions.sort((one, other) => minorOf(one) - minorOf(other))
  return [versions[0], versions.at(-1)].map((version) => besideEachOther(path.join(schemas, String(version))))
}

/** The package's schemas refer to one another by the address of Kubernetes; a copy does so by the names of the files. */
function besideEachOther(from: string): string {
  const to = `${from}-beside`
  if (existsSync(to)) return to
  const unfinished = `${to}.unfinished`
  mkdirSync(unfinished, { recursive: true })
  for (const name of readdirSync(from)) {
    const text = readFileSync(path.join(from, name), 'utf8').replaceAll('"/api/_definitions.json', '"_definitions.json')
    const { $id: _, ...schema } = JSON.parse(text) as Record<string, unknown>
    writeFileSync(path.join(unfinished, name), JSON.stringify(schema))
  }
  renameSync(unfinished, to)
  return to
}

/** Gives what was found, or skips the test with the reason why it is not there. */
const orSkip =
  <What>(found: Found<What>) =>
  (context: TestContext): What =>
    typeof found === 'object' && found !== null && 'reason' in found ? context.skip(found.reason) : (found as What)

export async function kubernetesPrograms() {
  const [helm, kubeconform, schemas] = [await find('helm'), await find('kubeconform'), await findSchemas()]
  return { helm: orSkip(helm), kubeconform: orSkip(kubeconform), schemas: orSkip(schemas) }
}
