import { runIdPattern } from '../../domain/run.ts'

const valid = new RegExp(runIdPattern)
const lengthMax = 128

/** Names of files that say what is in them and not whose it is. */
const plainNames =
  /^(?:trainer_state|trainer_log|metrics?|history|scalars|progress|log|logs|train|training|train_log|output|stdout|summary|results?|events\.out\.tfevents.*|mlruns|mlflow)$/i

/**
 * What a log's files call the run: the file's name without its ending, or the folder where the file is called as all of its kind are; null
 * where neither says anything.
 * @param path of the file or folder, with `/`
 */
export function runNameOf(path: string): string | null {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  const file = parts.at(-1)
  if (file === undefined) return null
  const wandb = /^(?:offline-)?run-(?:\d{8}_\d{6}-)?(\w+)\.wandb$/.exec(file)?.[1]
  if (wandb !== undefined) return wandb
  const stem = file
    .replace(/\.(?:gz|zst|zip)$/i, '')
    .replace(/\.(?:csv|tsv|jsonl|ndjson|json|log|out|txt|parquet|npy|npz|f64|db|sqlite3?|wandb)$/i, '')
  const folder = parts.slice(0, -1).join('/')
  return plainNames.test(stem) && folder !== '' ? folder : stem
}

/** A valid run id for a name: what it may not have becomes a dash. Valid ids stay as they are; null where nothing is left. */
export function runIdOf(name: string): string | null {
  if (valid.test(name)) return name
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, lengthMax)
    .replace(/-+$/, '')
  return plain === '' ? null : plain
}
