import { Command } from 'commander'
import { maintenance } from '../maintenance.ts'
import { standardOutput, writeWholeFile } from './bundle-file.ts'
import { UsageError } from './failures.ts'
import { sizeText, watched } from './watched.ts'

/** `taper backup`: everything that a service has stored, in one file. */
export const backupCommand = (): Command =>
  new Command('backup')
    .argument('<file>', 'file to write; - for standard output')
    .addHelpText(
      'after',
      '\nThe database is that of DATABASE_URL, or the embedded one in TAPER_DATA_DIR, whether a service runs on it or not. The file holds all\n' +
        'projects and the hashes of keys: keep it as you keep the database. docs/bundle.md says how to read it without Taper.\n\n' +
        'Examples:\n  taper backup taper.bundle\n  docker compose exec -T taper taper backup - > taper.bundle'
    )
    .action(async (file: string) => {
      if (file === '-' && process.stdout.isTTY)
        throw new UsageError('a bundle is no text: name a file, or send it on: taper backup - > taper.bundle')
      const started = performance.now()
      const { rows, parts } = await watched('written', (watch) =>
        file === '-'
          ? maintenance.backUp(process.env, standardOutput(), watch)
          : writeWholeFile(file, (out) => maintenance.backUp(process.env, out, watch))
      )
      const bytes = parts.reduce((sum, { files }) => sum + files.reduce((all, { bytes }) => all + bytes, 0), 0)
      const counted = ['runs', 'schedules'].map((table) => `${rows[table] ?? 0} ${table}`)
      process.stderr.write(
        `taper: ${counted.join(', ')}: ${sizeText(bytes)} in ${((performance.now() - started) / 1000).toFixed(1)} s${file === '-' ? '' : ` in ${file}`}\n`
      )
    })
