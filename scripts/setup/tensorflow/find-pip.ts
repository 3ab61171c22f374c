import { runCommand, tellingLine } from './run-command.ts'

export interface Pip {
  program: string
  args: string[]
  /** [major, minor] */
  version: [number, number]
}

/** Older ones do not take `--python-version 3.12`, nor know the platforms of today's wheels. */
const oldest: [number, number] = [19, 3]

const compare = (a: Pip['version'], b: Pip['version']): number => a[0] - b[0] || a[1] - b[1]

/** The newest pip of the Pythons of this machine, or why there is none. */
export async function findPip(): Promise<Pip | { reason: string }> {
  const pythons = [process.env.PYTHON, 'python3', 'python', 'py'].filter((name) => name !== undefined && name !== '') as string[]
  const commands = [
    ...pythons.map((program) => ({ program, args: ['-m', 'pip'] })),
    { program: 'pip3', args: [] },
    { program: 'pip', args: [] }
  ]
  const found: Pip[] = []
  const reasons: string[] = []
  for (const { program, args } of commands) {
    const { status, output } = await runCommand(program, [...args, '--version'])
    const [, major, minor] = /^pip (\d+)\.(\d+)/m.exec(output) ?? []
    if (status === 0 && major !== undefined && minor !== undefined) found.push({ program, args, version: [Number(major), Number(minor)] })
    else if (!/ENOENT/.test(output)) reasons.push(`${[program, ...args].join(' ')}: ${tellingLine(output)}`)
  }
  const best = found.reduce<Pip | undefined>(
    (newest, pip) => (newest && compare(newest.version, pip.version) >= 0 ? newest : pip),
    undefined
  )
  if (best === undefined) return { reason: ['there is no pip', ...reasons].join('; ') }
  if (compare(best.version, oldest) < 0) return { reason: `pip is ${best.version.join('.')}, and ${oldest.join('.')} or newer is needed` }
  return best
}
