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

/** Where the file system is: not in browsers. */
const files = () => import('node:fs/promises')

/**
 * Sends a log in any format that Taper reads to the service, which stores every series of every run in it, or nothing. The same log again
 * stores nothing.
 * @param log the path of a file, or its contents
 * @returns what was read from where
 * @throws TaperProblem it is not certain what the columns are, or the file cannot be read
 */
export async function importLog(log: string | Blob, options: ImportOptions = {}): Promise<Schemas['ImportReceipt']> {
  const { run, series = {}, step, dryRun, timeoutMs = 600_000 } = options
  const api = createApi({ ...options, timeoutMs })
  const name = typeof log === 'string' ? log.replace(/^.*[/\\]/, '') : 'name' in log ? String(log.name) : undefined
  const body = typeof log === 'string' ? new Blob([await (await files()).readFile(log)]) : log
  const query = {
    ...(run !== undefined && { runId: run }),
    ...(step !== undefined && { step }),
    ...(dryRun !== undefined && { dryRun }),
    ...(name !== undefined && { filename: name }),
    map: Object.entries(series).map(([name, column]) => `${name}=${column}`)
  }
  return await resultOf(
    api,
    api.POST('/v1/imports', {
      params: { query },
      headers: { 'content-type': 'application/octet-stream' },
      body: body as never,
      bodySerializer: (bytes: unknown) => bytes as Blob
    })
  )
}
