import { execFileSync, spawnSync } from 'node:child_process'

/** Docker, or Podman, which takes the same commands. */
export interface Engine {
  readonly name: string
  /** Runs a command and answers what it prints. Fails with what it says where it fails. */
  run(args: readonly string[]): string
  /** Runs a command whose output a person reads. */
  show(args: readonly string[]): void
  /** Whether a command succeeds. */
  succeeds(args: readonly string[]): boolean
  /** Whether an image is here. */
  has(image: string): boolean
  /** What every `build` and every `run` needs in addition. */
  readonly buildFlags: readonly string[]
  readonly runFlags: readonly string[]
}

/** Podman asks for higher limits than its own, which a machine without CAP_SYS_RESOURCE refuses. These are lower. */
const limits = ['--ulimit', 'nofile=4096:4096', '--ulimit', 'nproc=4096:4096']

/**
 * Docker where its daemon answers, else Podman with runc: crun refuses to run where both versions of cgroups are mounted.
 * @throws Error where neither is there
 */
export function findEngine(): Engine {
  if (works('docker', ['info'])) return engine('docker', [], [], [])
  // HEALTHCHECK is a word of Docker's image format alone.
  if (works('podman', ['--runtime', 'runc', 'info'])) {
    return engine('podman', ['--runtime', 'runc'], ['--format', 'docker', '--network', 'host', ...limits], limits)
  }
  throw new Error(
    'neither Docker nor Podman works here; on Debian, as root: apt-get install --no-install-recommends podman runc mmdebstrap'
  )
}

const works = (program: string, args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0

const engine = (name: string, global: readonly string[], buildFlags: readonly string[], runFlags: readonly string[]): Engine => {
  const succeeds = (args: readonly string[]): boolean => works(name, [...global, ...args])
  return {
    name,
    buildFlags,
    runFlags,
    run: (args) => {
      const { status, stdout, stderr } = spawnSync(name, [...global, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 })
      if (status !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${status}:\n${stderr}${stdout}`)
      return stdout.trim()
    },
    show: (args) => void execFileSync(name, [...global, ...args], { stdio: ['ignore', 'inherit', 'inherit'] }),
    succeeds,
    has: (image) => succeeds(['image', 'inspect', image])
  }
}
