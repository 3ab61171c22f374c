import { Command, Option } from 'commander'
import { type Scope, scopes } from '../domain/access.ts'
import { defaultProject } from '../domain/project.ts'
import type { KeyFields } from '../services/keys/create-key.ts'
import { makeKeyText } from '../services/keys/key-text.ts'
import { type KeyPlaceFlags, keyPlaceOf } from './key-place.ts'
import { jsonOption, urlOption } from './service.ts'
import { aligned, indented } from './table.ts'

interface CreateFlags extends KeyPlaceFlags {
  name?: string
  project: string
  scope: Scope
  expiresAt?: string
  json?: true
}

const databaseOption = (): Option =>
  new Option('--database', 'work on the database itself (DATABASE_URL, else TAPER_DATA_DIR), also beside a running service: needs no key')

/** `taper keys`: who may use a service. */
export const keysCommand = (): Command => {
  const keys = new Command('keys').addHelpText(
    'after',
    '\nA service is asked with the key of TAPER_API_KEY, which must have scope admin; while a service on loopback has no such key, it needs none.\n\n' +
      'Examples:\n  taper keys create --project vision --name "trainer of vision"\n  taper keys list\n  taper keys revoke 6Yv1sPqJ0aZk\n' +
      '  taper keys create --scope admin --database    the last admin key is lost\n' +
      '  taper keys generate                           a key for TAPER_ADMIN_KEY'
  )
  keys
    .command('create')
    .description('Make a key, and write it to standard output. It is shown this once.')
    .option('--name <name>', 'what people call it (default: its project and scope)')
    .option('--project <project>', 'the project that it sees, which needs not exist yet', defaultProject)
    .addOption(new Option('--scope <scope>', 'what it may do, each with what is before it').choices(scopes).default('write'))
    .option('--expires-at <time>', 'when it ceases to work, e.g. 2027-01-31T00:00:00Z (default: never)')
    .addOption(urlOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async ({ project, scope, name = `${project} ${scope}`, expiresAt, json, ...place }: CreateFlags) => {
      const fields: KeyFields = { name, project, scope, expiresAt: expiresAt ?? null }
      const made = await keyPlaceOf(place).create(fields)
      process.stdout.write(json ? indented(made) : `${made.key}\n`)
      if (!json) process.stderr.write(`Key ${made.id} of project ${project}, scope ${scope}. It is shown this once: keep it now.\n`)
    })
  keys
    .command('list')
    .description('List the keys of all projects, newest first, without their secrets.')
    .addOption(urlOption())
    .addOption(databaseOption())
    .addOption(jsonOption())
    .action(async ({ json, ...place }: KeyPlaceFlags & { json?: true }) => {
      const found = await keyPlaceOf(place).list()
      if (json) process.stdout.write(indented(found))
      else if (found.length === 0) process.stderr.write('There are no keys.\n')
      else {
        const rows = found.map(({ id, name, project, scope, createdAt, expiresAt, lastUsedAt }) => [
          id,
          name,
          project,
          scope,
          minute(createdAt),
          expiresAt === null ? 'never' : minute(expiresAt),
          lastUsedAt === null ? 'never' : minute(lastUsedAt)
        ])
        process.stdout.write(aligned([['ID', 'NAME', 'PROJECT', 'SCOPE', 'CREATED', 'EXPIRES', 'LAST USED'], ...rows]))
      }
    })
  keys
    .command('revoke')
    .description('Revoke a key: a service refuses it within a second.')
    .argument('<id>', 'id of the key, as `taper keys list` shows it')
    .addOption(urlOption())
    .addOption(databaseOption())
    .action(async (id: string, place: KeyPlaceFlags) => {
      await keyPlaceOf(place).revoke(id)
      process.stderr.write(`Key ${id} is revoked.\n`)
    })
  keys
    .command('generate')
    .description('Write a new key for TAPER_ADMIN_KEY, e.g. for a secret of Kubernetes. It is stored nowhere.')
    .action(() => void process.stdout.write(`${makeKeyText().text}\n`))
  return keys
}

/** A time of UTC to the minute. */
const minute = (time: string): string => time.slice(0, 16).replace('T', ' ')
