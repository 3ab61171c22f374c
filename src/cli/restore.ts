import { Command } from 'commander'
import { BundleError, maintenance, NotEmpty } from '../maintenance.ts'
import { readFileStream } from './bundle-file.ts'
import { UsageError } from './failures.ts'
import { watched } from './watched.ts'

/** `taper restore`: what `taper backup` wrote, in an empty database. */
export const restoreCommand = (): Command =>
  new Command('restore')
    .argument('<file>', 'file that `taper backup` wrote; - for standard input')
    .addHelpText(
      'after',
      '\nThe database is that of DATABASE_URL, or the embedded one in TAPER_DATA_DIR, which is made where there is none. It must be empty, and\n' +
        'no service may run on it. All of the file is checked before any of it is stored; an interrupted restore stores nothing.\n\n' +
        'Examples:\n  taper restore taper.bundle\n  docker compose run --rm -T taper taper restore - < taper.bundle'
    )
    .action(async (file: string) => {
      const input = await readFileStream(file)
      const started = performance.now()
      const { rows, taper, takenAt } = await watched('read', (watch) => maintenance.restore(process.env, input, watch)).catch(
        (error: Error) => {
          if (error instanceof BundleError)
            throw new UsageError(`${file === '-' ? 'standard input' : file} cannot be restored: ${error.message} Nothing was stored.`)
          throw error instanceof NotEmpty ? new UsageError(error.message) : error
        }
      )
      const counted = ['runs', 'schedules'].map((table) => `${rows[table] ?? 0} ${table}`)
      process.stderr.write(
        `taper: ${counted.join(', ')} are restored as of ${takenAt} (Taper ${taper}), in ${((performance.now() - started) / 1000).toFixed(1)} s\n`
      )
    })
