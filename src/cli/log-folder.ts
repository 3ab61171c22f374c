import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { folderKinds, logsAmong } from '../formats/logs/log-files.ts'
import { UsageError } from './failures.ts'

const filesMax = 10_000
const depthMax = 8

/**
 * The files of the log in a folder: event files of one run in the order that they were written, the trainer_state.json of the last checkpoint, the
 * metrics of an MLflow run, a .wandb file.
 * @returns paths from the folder on
 * @throws UsageError where it holds none of these, or those of several runs
 */
export async function logFilesIn(folder: string): Promise<readonly string[]> {
  const { logs } = logsAmong(await filesIn(folder))
  const [first] = logs
  if (first?.title == null) throw new UsageError(`is a folder without a log: no ${folderKinds.join(', no ')}. Name a file.`)
  if (logs.length === 1) return first.paths
  const runs = logs.map(({ run }) => run)
  throw new UsageError(
    `holds ${first.title} of ${runs.length} runs: ${runs.slice(0, 8).join(', ')}${runs.length > 8 ? ', …' : ''}. Name the folder of one.`
  )
}

/** The files in a folder and below it, by their paths from it on. @throws UsageError where there are very many */
export async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = []
  const visit = async (path: string, depth: number): Promise<void> => {
    for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = join(path, entry.name)
      if (entry.isDirectory() && depth < depthMax && !entry.name.startsWith('.')) await visit(inner, depth + 1)
      else if (entry.isFile() && found.push(relative(folder, inner).replaceAll('\\', '/')) > filesMax) {
        throw new UsageError(`holds more than ${filesMax} files. Name one, or the folder of one run.`)
      }
    }
  }
  await visit(folder, 0)
  return found
}

export const isFolder = async (path: string): Promise<boolean> =>
  await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
