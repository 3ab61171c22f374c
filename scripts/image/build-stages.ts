import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { execForm, type Instruction, pairs, type Stage } from './dockerfile.ts'

/** A stage as far as it is built: its files are below `root`, where `/app` is `<root>/app`. */
export interface Built {
  root: string
  workdir: string
  env: Record<string, string>
  user: string
  volumes: string[]
  exposed: string[]
  /** ENTRYPOINT and CMD. */
  entrypoint: string[]
  command: string[]
  healthCheck: { command: string[]; startSeconds: number } | null
}

export interface Rehearsal {
  /** Where the stages are built. */
  folder: string
  context: { root: string; files: string[] }
  /** Who stands for the image's own users, none of which this machine need have. */
  owner: { uid: number; gid: number }
  say(text: string): void
}

/** Builds every stage and answers the last. */
export function buildStages(stages: Stage[], rehearsal: Rehearsal): Built {
  const built = new Map<string, Built>()
  let last: Built | undefined
  for (const stage of stages) {
    last = begin(stage, built.get(stage.base), rehearsal)
    built.set(stage.name, last)
    for (const instruction of stage.instructions) {
      rehearsal.say(`${stage.name}: ${instruction.keyword} ${instruction.content.replaceAll(/\s+/g, ' ')}`)
      perform(instruction, last, built, rehearsal)
    }
  }
  if (last === undefined) throw new Error('The Dockerfile has no stage')
  return last
}

function begin({ name }: Stage, base: Built | undefined, { folder }: Rehearsal): Built {
  const root = path.join(folder, name)
  mkdirSync(root)
  if (base) cpSync(base.root, root, { recursive: true, verbatimSymlinks: true })
  const nothing = { workdir: '/', env: {}, user: 'root', volumes: [], exposed: [], entrypoint: [], command: [], healthCheck: null }
  return { ...structuredClone(base ?? nothing), root }
}

function perform(instruction: Instruction, stage: Built, built: Map<string, Built>, rehearsal: Rehearsal): void {
  const { keyword, content, words, flags } = instruction
  switch (keyword) {
    case 'WORKDIR':
      stage.workdir = path.posix.resolve(stage.workdir, content)
      mkdirSync(inside(stage, stage.workdir), { recursive: true })
      break
    case 'COPY':
      copy(instruction, stage, built, rehearsal)
      break
    case 'RUN':
      run(instruction, stage, rehearsal)
      break
    case 'ENV':
      Object.assign(stage.env, Object.fromEntries(pairs(instruction)))
      break
    case 'USER':
      stage.user = content
      break
    case 'VOLUME':
      stage.volumes.push(...words)
      break
    case 'EXPOSE':
      stage.exposed.push(...words)
      break
    case 'ENTRYPOINT':
      stage.entrypoint = execForm(instruction)
      break
    case 'CMD':
      stage.command = execForm(instruction)
      break
    case 'HEALTHCHECK':
      stage.healthCheck = { command: execForm(instruction), startSeconds: Number.parseInt(flags['start-period'] ?? '0', 10) }
      break
    case 'LABEL':
      break
    default:
      throw new Error(`Dockerfile:${instruction.line}: the rehearsal does not know ${keyword}`)
  }
}

/** Where a path of the image lies on this machine. */
export const inside = (stage: Built, absolute: string): string => path.join(stage.root, absolute)

function copy({ words, flags, line }: Instruction, stage: Built, built: Map<string, Built>, { context }: Rehearsal): void {
  const target = words.at(-1) as string
  const to = inside(stage, path.posix.resolve(stage.workdir, target))
  const sources = words.slice(0, -1)
  if (sources.length > 1 && !target.endsWith('/')) throw new Error(`Dockerfile:${line}: several sources need a folder that ends in /`)
  for (const source of sources) {
    const into = target.endsWith('/') ? path.join(to, path.basename(source)) : to
    if (flags.from !== undefined) {
      const from = built.get(flags.from)
      if (from === undefined) throw new Error(`Dockerfile:${line}: there is no stage ${flags.from}`)
      const file = inside(from, source)
      if (!existsSync(file)) throw new Error(`Dockerfile:${line}: stage ${flags.from} has no ${source}`)
      cpSync(file, statSync(file).isDirectory() ? to : into, { recursive: true, verbatimSymlinks: true })
      continue
    }
    const files = context.files.filter((file) => file === source || file.startsWith(`${source}/`))
    if (files.length === 0) throw new Error(`Dockerfile:${line}: ${source} does not exist, or .dockerignore leaves it out`)
    for (const file of files) {
      // A folder's content is copied, not the folder; a file keeps its name where the target is a folder.
      cpSync(path.join(context.root, file), file === source ? into : path.join(to, path.relative(source, file)), { recursive: true })
    }
  }
}

/** Runs a line by a shell in the stage's folder. Installing Debian's packages is left out: that needs the image's own system. */
function run({ content, line }: Instruction, stage: Built, { owner, say }: Rehearsal): void {
  if (content.startsWith('apt-get ')) {
    say('  not rehearsed: packages of the image')
    return
  }
  if (stage.user !== 'root') throw new Error(`Dockerfile:${line}: RUN after USER is not rehearsed`)
  const command = content.replaceAll(/\b(\w+):\1\b/g, `${owner.uid}:${owner.gid}`)
  const { status } = spawnSync('sh', ['-c', command], {
    cwd: inside(stage, stage.workdir),
    env: { ...ownEnvironment(), ...stage.env },
    stdio: ['ignore', 'ignore', 'inherit']
  })
  if (status !== 0) throw new Error(`Dockerfile:${line}: "${command}" ended with ${status}`)
}

/** This machine's environment without what npm adds for the script that it runs, this one, and without Taper's variables. */
export function ownEnvironment(): Record<string, string> {
  const kept = /^npm_config_(registry|cache|userconfig|globalconfig|cafile|https?_proxy|noproxy)$/i
  const dropped = /^(npm_|INIT_CWD$|NODE_ENV$|NODE_OPTIONS$|TAPER_|DATABASE_URL$|HOST$|PORT$|LOG_LEVEL$|VITEST)/i
  const entries = Object.entries(process.env) as [string, string][]
  return Object.fromEntries(entries.filter(([name]) => kept.test(name) || !dropped.test(name)))
}

/** The bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) bytes += bytesBelow(file)
    else if (entry.isFile()) bytes += statSync(file).size
  }
  return bytes
}

export const removeStages = ({ folder }: Rehearsal): void => rmSync(folder, { recursive: true, force: true })
