/** One kind of folder that trainers and trackers make, and which of its files are the log. */
interface FolderKind {
  readonly title: string
  readonly isPart: (path: string) => boolean
  /** The files that belong to one run, of all that fit. */
  readonly runOf: (path: string) => string
  /** Of the files of one run those that count, in the order that they are read. */
  readonly read: (paths: readonly string[]) => readonly string[]
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
const inOrder = (paths: readonly string[]): readonly string[] => [...paths].sort(byNumbers)

const kinds: readonly FolderKind[] = [
  {
    title: 'trainer_state.json',
    isPart: (path) => /(?:^|\/)trainer_state\.json$/.test(path),
    runOf: (path) => folderOf(path).replace(/(?:^|\/)checkpoint-\d+$/, ''),
    read: (paths) => [latest(paths)]
  },
  { title: 'event files of TensorBoard', isPart: (path) => /(?:^|\/)[^/]*tfevents[^/]*$/.test(path), runOf: folderOf, read: inOrder },
  {
    title: 'metrics of MLflow',
    isPart: (path) => /(?:^|\/)(?:metrics\/.+|params\/[^/]+)$/.test(path),
    runOf: (path) => path.replace(/(?:^|\/)(?:metrics\/.+|params\/[^/]+)$/, ''),
    // What the run was told is read with its metrics, and is no log without them.
    read: (paths) => (paths.some((path) => /(?:^|\/)metrics\//.test(path)) ? inOrder(paths) : [])
  },
  // Its monitor writes a file for each tag: Train/Samples/lr is in Train_Samples_lr.csv.
  { title: 'metrics of DeepSpeed', isPart: (path) => /(?:^|\/)Train_Samples_[^/]+\.csv$/.test(path), runOf: folderOf, read: inOrder },
  { title: 'file of W&B (.wandb)', isPart: (path) => path.endsWith('.wandb'), runOf: (path) => path, read: inOrder }
]

/** What a folder may hold besides, by the ends of names. */
const readableEnd = /\.(?:csv|tsv|jsonl|ndjson|json|log|out|txt|parquet|npy|npz|f64|db|sqlite3?)(?:\.(?:gz|zst|zip))?$/i
/** Files that trainers keep beside their logs, and that are none. */
const otherFile =
  /(?:^|\/)(?:config|args|params|hparams|tokenizer|vocab|generation|special_tokens|adapter|model|package|wandb-)[^/]*\.\w+$/i

/** Files that are one log. */
export interface LogFiles {
  /** What they are; null: what is in them tells. */
  readonly title: string | null
  /** As the folders call it; the path of a file that stands for itself. */
  readonly run: string
  /** In the order that they are read. */
  readonly paths: readonly string[]
}

export interface FoundLogs {
  readonly logs: readonly LogFiles[]
  /** What is no log, or says again what another file says. */
  readonly passed: readonly string[]
}

/**
 * The logs among files, by their paths: event files of a run in the order that they were written, the trainer_state.json of the last checkpoint,
 * the metrics of an MLflow run, .wandb files; what else lies in the folder of such a run is none. Where there is nothing of these, each
 * file that may be a log, and files that are numbered parts of one as one.
 */
export function logsAmong(paths: readonly string[]): FoundLogs {
  const logs: LogFiles[] = []
  let rest = paths
  for (const { title, isPart, runOf, read } of kinds) {
    const found = grouped(rest.filter(isPart), runOf).map(([run, own]) => ({ title, run, paths: read(own) }))
    logs.push(...found.filter((log) => log.paths.length > 0))
    const folders = new Set(found.filter((log) => log.paths.length > 0).map(({ run }) => run))
    rest = rest.filter((path) => !isPart(path) && !isBelow(path, folders))
  }
  if (logs.length === 0) {
    const files = paths.filter((path) => paths.length === 1 || (readableEnd.test(path) && !otherFile.test(path)))
    for (const [run, own] of grouped(files, shardsOf)) {
      logs.push({ title: null, run: own.length === 1 ? (own[0] as string) : run, paths: inOrder(own) })
    }
  }
  const read = new Set(logs.flatMap((log) => log.paths))
  return { logs, passed: paths.filter((path) => !read.has(path)) }
}

/** Whether a file lies in one of these folders, at whatever depth; all files do in that of no name. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (folders.has(folder)) return true
    if (folder === '') return false
  }
}

/** As a refusal lists them. */
export const folderKinds = kinds.map(({ title }) => title)

function grouped(paths: readonly string[], keyOf: (path: string) => string): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const key = keyOf(path)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [path])
    else group.push(path)
  }
  return [...groups]
}

/** `history-00001.parquet`, `part_2.csv` and `train-00001-of-00003.jsonl` are parts of one history; other files stand for themselves. */
function shardsOf(path: string): string {
  const shard = /^(.*?)[-_.]?(?:part|shard|n)?[-_.]?\d{1,6}(?:-of-\d+)?(\.\w+)$/.exec(path)
  const isShard = shard !== null && /(?:part|shard|history|train|metrics|log)[-_.a-z]*\d[^/]*$/i.test(path)
  return isShard ? `${shard[1]}${shard[2]}` : path
}

/** The checkpoint that was written last holds the whole history; what lies beside the checkpoints was written at the end. */
function latest(paths: readonly string[]): string {
  const stepOf = (path: string) => Number(/checkpoint-(\d+)\//.exec(path)?.[1] ?? Number.POSITIVE_INFINITY)
  return [...paths].sort((a, b) => stepOf(b) - stepOf(a))[0] as string
}

/** Names in order, with numbers by their value: part-9 before part-10. */
const byNumbers = (a: string, b: string): number => collator.compare(a, b) || (a < b ? -1 : 1)
const collator = new Intl.Collator('en', { numeric: true })
