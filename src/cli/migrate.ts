import { Command } from 'commander'
import { maintenance } from '../maintenance.ts'
import { exitCodes } from './failures.ts'
import { noteOnStandardError } from './watched.ts'

/** `taper migrate`: brings the tables of a database up to date without starting a service. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .option('--check', 'change nothing: list the migrations that are missing, and end with 1 where there are some')
    .addHelpText(
      'after',
      '\nThe database is that of DATABASE_URL, or the embedded one in TAPER_DATA_DIR. A start of the service does the same.'
    )
    .action(async ({ check }: { check?: true }) => {
      const names = check
        ? await maintenance.missingMigrations(process.env, noteOnStandardError)
        : await maintenance.migrate(process.env, noteOnStandardError)
      for (const name of names) process.stdout.write(`${name} ${check ? 'is missing' : 'was applied'}\n`)
      if (names.length === 0) process.stdout.write('The database is up to date.\n')
      if (check && names.length > 0) process.exitCode = exitCodes.failure
    })
