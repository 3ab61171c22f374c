import { type ApiOptions, createApi, resultOf, type Schemas } from './api.ts'

export interface ImportOptions extends ApiOptions {
  /** The id of the run that all goes to. Default: as the log calls its runs. */
  run?: string | undefined
  /** The column of a series, as `{ l2: 'gnorm' }`; an empty one leaves the series out. Default: found by name. */
  series?: Partial<Record<Schemas['SeriesSummary']['name'], string>> | undefined
  /** The column of the steps. Default: found by name. */
  step?: string | undefined
  /** Tells what would be stored, and stores nothing. */
  dryRun?: boolean | undefined
}

/** Contents with the name of their file, which says whose they are: with folders where it lies in some. */
export interface NamedLog {
  readonly name: string
  readonly contents: Blob
}

/** Where the file system is: not in browsers. */
const files = () => import('node:fs/promises')

/** What a trainer keeps beside its logs, and none is. */
const otherEnds = /\.(?:pt|pth|bin|safetensors|ckpt|onnx|h5|keras|msgpack|pkl|png|jpe?g|py|ya?ml|lock)$/i

/**
 * Sends a log in any format that Taper reads to the service, which stores every series of every run in it, or nothing. The same log again
 * stores nothing.
 * @param log the path of a file or a folder, or contents; or several of these that go together: event files of a run, parts of a history
 * @returns what was read from where
 * @throws TaperProblem it is not certain what the columns are, or the files cannot be read
 */
export async function importLog(
  log: string | Blob | NamedLog | readonly (string | Blob | NamedLog)[],
  options: ImportOptions = {}
): Promise<Schemas['ImportReceipt']> {
  const { run, series = {}, step, dryRun, timeoutMs = 600_000 } = options
  const api = createApi({ ...options, timeoutMs })
  const sent = (await Promise.all(isList(log) ? log.map(namedLogs) : [namedLogs(log)])).flat()
  const [only] = sent
  if (only === undefined) throw new TypeError('there is no log to import')
  const query = {
    ...(run !== undefined && { runId: run }),
    ...(step !== undefined && { step }),
    ...(dryRun !== undefined && { dryRun }),
    ...(sent.length === 1 && only.name !== '' && { filename: only.name }),
    map: Object.entries(series).map(([name, column]) => `${name}=${column}`)
  }
  const body = sent.length === 1 ? only.contents : formOf(sent)
  return await resultOf(
    api,
    api.POST('/v1/imports', {
      params: { query },
      // A form names its boundary itself.
      headers: sent.length === 1 ? { 'content-type': 'application/octet-stream' } : {},
      body: body as never,
      bodySerializer: (bytes: unknown) => bytes as Blob | FormData
    })
  )
}

const isList = <One>(log: One | readonly One[]): log is readonly One[] => Array.isArray(log)

function formOf(logs: readonly NamedLog[]): FormData {
  const form = new FormData()
  for (const [i, { name, contents }] of logs.entries()) form.append('files', contents, name === '' ? `log-${i}` : name)
  return form
}

async function namedLogs(log: string | Blob | NamedLog): Promise<NamedLog[]> {
  if (typeof log === 'string') return await logsAt(log)
  if (!(log instanceof Blob)) return [log]
  const { name, webkitRelativePath } = log as { name?: string; webkitRelativePath?: string }
  return [{ name: webkitRelativePath || (name ?? ''), contents: log }]
}

/** A file by its name, or those of a folder with their paths in it. */
async function logsAt(path: string): Promise<NamedLog[]> {
  const { readdir, readFile, stat } = await files()
  const nameOf = (of: string) => of.replace(/[/\\]+$/, '').replace(/^.*[/\\]/, '')
  if (!(await stat(path)).isDirectory()) return [{ name: nameOf(path), contents: new Blob([await readFile(path)]) }]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.isFile() && !otherEnds.test(entry.name)).map((entry) => `${entry.parentPath}/${entry.name}`)
  return await Promise.all(
    found.sort().map(async (file) => ({
      name: `${nameOf(path)}/${file.slice(path.length).replaceAll('\\', '/').replace(/^\/+/, '')}`,
      contents: new Blob([await readFile(file)])
    }))
  )
}
