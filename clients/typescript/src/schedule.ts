import { type ApiOptions, createApi, dataOf, environment, type Schemas, serviceUrl, TaperProblem } from './api.ts'

export interface ScheduleOptions extends ApiOptions {
  /**
   * Where schedules are kept, so that a training starts without the service too. Default: `TAPER_CACHE_DIR`, else `taper-schedules` in the
   * folder for temporary files; false keeps none. Browsers keep none.
   */
  cacheDirectory?: string | false | undefined
  warn?: ((message: string) => void) | undefined
}

export interface ScheduleFacts {
  details?: Schemas['Schedule'] | null
  peakLearningRate?: number | null
}

/** A learning-rate schedule: one multiplier of the peak rate an optimizer step, in [0, 1]. */
export class Schedule {
  readonly id: string
  /** Shape `[steps]`. */
  readonly multipliers: Float64Array
  /** The learning rate at multiplier 1, where the service knows it. */
  readonly peakLearningRate: number | null
  /** What the service says of it: rule, parameters, report. Null where it was made here. */
  readonly details: Schemas['Schedule'] | null

  constructor(multipliers: Float64Array, { details = null, peakLearningRate }: ScheduleFacts = {}) {
    if (multipliers.length === 0) throw new RangeError('A schedule has one multiplier at least.')
    this.id = details?.id ?? ''
    this.multipliers = multipliers
    this.peakLearningRate = peakLearningRate ?? details?.peakLearningRate ?? null
    this.details = details
  }

  get steps(): number {
    return this.multipliers.length
  }

  /** @param step from 0; past the end it is the last multiplier */
  multiplier(step: number): number {
    return this.multipliers[Math.min(Math.max(0, Math.trunc(step)), this.multipliers.length - 1)] as number
  }

  /** multiplier × peak. @throws RangeError where neither the schedule nor the call knows a peak */
  learningRate(step: number, peak: number | null = this.peakLearningRate): number {
    if (peak === null) throw new RangeError('The schedule knows no peak learning rate: give one.')
    return this.multiplier(step) * peak
  }
}

/**
 * Reads a schedule: by its id, or the newest of a run. Where the service is away, the copy that an earlier call kept stands in.
 * @throws TaperProblem where there is no such schedule; Error where the service is away and no copy is kept
 */
export async function loadSchedule(which: string | { runId: string }, options: ScheduleOptions = {}): Promise<Schedule> {
  const { warn = console.warn } = options
  const copies = await openCopies(options.cacheDirectory)
  const key = typeof which === 'string' ? `schedule ${which}` : `run ${which.runId}`
  try {
    const schedule = await read(which, options)
    await copies
      ?.keep(`${serviceUrl(options.url)} ${key}`, schedule)
      .catch((error: Error) => warn(`taper: the schedule is not kept: ${error.message}`))
    return schedule
  } catch (error) {
    if (error instanceof TaperProblem && error.status < 500) throw error
    const copy = await copies?.find(`${serviceUrl(options.url)} ${key}`)
    if (copy === undefined || copy === null) throw error
    warn(`taper: the service is away (${(error as Error).message}); training by the copy of ${key}`)
    return copy
  }
}

async function read(which: string | { runId: string }, options: ScheduleOptions): Promise<Schedule> {
  const api = createApi(options)
  const details =
    typeof which === 'string'
      ? await dataOf(api.GET('/v1/schedules/{id}', { params: { path: { id: which } } }))
      : await newestOf(which.runId)
  const bytes = await dataOf(
    api.GET('/v1/schedules/{id}/multipliers', {
      params: { path: { id: details.id } },
      headers: { accept: 'application/octet-stream' },
      parseAs: 'arrayBuffer'
    })
  )
  return new Schedule(fromLittleEndian(bytes as unknown as ArrayBuffer), { details })

  async function newestOf(runId: string): Promise<Schemas['Schedule']> {
    const { items } = await dataOf(api.GET('/v1/schedules', { params: { query: { runId, limit: 1 } } }))
    const [newest] = items
    if (newest === undefined) throw new TaperProblem(404, { title: `The run ${runId} has no schedule yet.` })
    return newest
  }
}

/** float64, little-endian, whatever this machine has. */
function fromLittleEndian(bytes: ArrayBuffer): Float64Array {
  const view = new DataView(bytes)
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, index) => view.getFloat64(8 * index, true))
}

interface Copies {
  keep(key: string, schedule: Schedule): Promise<void>
  find(key: string): Promise<Schedule | null>
}

/** Null where there is no disk. */
async function openCopies(directory: string | false | undefined): Promise<Copies | null> {
  if (directory === false || typeof process === 'undefined' || process.versions?.node === undefined) return null
  const [{ createHash }, files, { tmpdir }, { join }] = await Promise.all([
    import('node:crypto'),
    import('node:fs/promises'),
    import('node:os'),
    import('node:path')
  ])
  const folder = directory ?? environment('TAPER_CACHE_DIR') ?? join(tmpdir(), 'taper-schedules')
  const fileOf = (key: string): string => join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`)
  return {
    async keep(key, { multipliers, details }) {
      await files.mkdir(folder, { recursive: true })
      // Renamed, so that a reader finds it whole or not at all.
      const temporary = `${fileOf(key)}.${process.pid}`
      await files.writeFile(temporary, JSON.stringify({ details, multipliers: [...multipliers] }))
      await files.rename(temporary, fileOf(key))
    },
    async find(key) {
      const text = await files.readFile(fileOf(key), 'utf8').catch(() => null)
      if (text === null) return null
      const { details, multipliers } = JSON.parse(text) as { details: Schemas['Schedule'] | null; multipliers: number[] }
      return new Schedule(Float64Array.from(multipliers), { details })
    }
  }
}
