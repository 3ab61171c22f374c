import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { UsageError } from './failures.ts'

const filesMax = 10_000
const depthMax = 8

/** One kind of folder that trainers and trackers make, and which of its files are the log. */
interface FolderKind {
  readonly title: string
  readonly isPart: (path: string) => boolean
  /** The files that belong to one run, of all that fit. */
  readonly runOf: (path: string) => string
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

const kinds: readonly FolderKind[] = [
  {
    title: 'trainer_state.json',
    isPart: (path) => /(?:^|\/)trainer_state\.json$/.test(path),
    runOf: (path) => folderOf(path).replace(/(?:^|\/)checkpoint-\d+$/, '')
  },
  { title: 'event files of TensorBoard', isPart: (path) => /(?:^|\/)[^/]*tfevents[^/]*$/.test(path), runOf: folderOf },
  {
    title: 'metrics of MLflow',
    isPart: (path) => /(?:^|\/)metrics\/.+$/.test(path),
    runOf: (path) => path.replace(/(?:^|\/)metrics\/.+$/, '')
  },
  // Its monitor writes a file for each tag: Train/Samples/lr is in Train_Samples_lr.csv.
  { title: 'metrics of DeepSpeed', isPart: (path) => /(?:^|\/)Train_Samples_[^/]+\.csv$/.test(path), runOf: folderOf },
  { title: 'file of W&B (.wandb)', isPart: (path) => path.endsWith('.wandb'), runOf: (path) => path }
]

/**
 * The files of the log in a folder: event files of one run in the order that they were written, the trainer_state.json of the last checkpoint, the
 * metrics of an MLflow run, a .wandb file.
 * @returns paths from the folder on
 * @throws UsageError where it holds none of these, or those of several runs
 */
export async function logFilesIn(folder: string): Promise<string[]> {
  const paths = await filesIn(folder)
  for (const { title, isPart, runOf } of kinds) {
    const parts = paths.filter(isPart)
    if (parts.length === 0) continue
    const runs = [...new Set(parts.map(runOf))]
    if (runs.length > 1) {
      throw new UsageError(
        `holds ${title} of ${runs.length} runs: ${runs.slice(0, 8).join(', ')}${runs.length > 8 ? ', …' : ''}. Name the folder of one.`
      )
    }
    return title === 'trainer_state.json' ? [latest(parts)] : parts
  }
  throw new UsageError(`is a folder without a log: no ${kinds.map(({ title }) => title).join(', no ')}. Name a file.`)
}

/** The checkpoint that was written last holds the whole history. */
function latest(paths: readonly string[]): string {
  const stepOf = (path: string) => Number(/checkpoint-(\d+)\//.exec(path)?.[1] ?? Number.POSITIVE_INFINITY)
  return [...paths].sort((a, b) => stepOf(b) - stepOf(a))[0] as string
}

async function filesIn(folder: string): Promise<string[]> {
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
