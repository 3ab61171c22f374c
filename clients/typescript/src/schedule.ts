import { type ApiOptions, createApi, dataOf, isDenied, type Schemas, serviceUrl, TaperProblem } from './api.ts'
import { runIdOf } from './run-id.ts'

export interface ScheduleOptions extends ApiOptions {
  /**
   * The folder for what is kept on disk: the spool of unsent norms, and copies of schedules. Default: `TAPER_HOME`, else the system's folder
   * for application state. false keeps nothing, as in browsers.
   */
  home?: string | false | undefined
  warn?: ((message: string) => void) | undefined
}

export interface ScheduleFacts {
  details?: Schemas['Schedule'] | null
  peakLearningRate?: number | null
}

/** A learning-rate schedule: one multiplier per optimizer step, in [0, 1]. Learning rate = peak learning rate × multiplier. */
export class Schedule {
  readonly id: string
  /** float64, shape `[steps]`. */
  readonly multipliers: Float64Array
  /** The learning rate at multiplier 1; null if unknown. */
  readonly peakLearningRate: number | null
  /** The service's description: rule, parameters, report. Null for a schedule made here. */
  readonly details: Schemas['Schedule'] | null

  constructor(multipliers: Float64Array, { details = null, peakLearningRate }: ScheduleFacts = {}) {
    if (multipliers.length === 0) throw new RangeError('A schedule needs at least one multiplier.')
    this.id = details?.id ?? ''
    this.multipliers = multipliers
    this.peakLearningRate = peakLearningRate ?? details?.peakLearningRate ?? null
    this.details = details
  }

  get steps(): number {
    return this.multipliers.length
  }

  /** The multiplier of a step, from 0; past the end, the last one. */
  multiplier(step: number): number {
    return this.multipliers[Math.min(Math.max(0, Math.trunc(step)), this.multipliers.length - 1)] as number
  }

  /**
   * The learning rate of a step.
   * @param peak the learning rate at multiplier 1. Default: the schedule's own
   * @throws RangeError the peak learning rate is neither given nor known
   */
  learningRate(step: number, peak: number | null = this.peakLearningRate): number {
    if (peak === null) throw new RangeError('This schedule has no peak learning rate: pass one.')
    return this.multiplier(step) * peak
  }
}

/**
 * Reads a schedule by its id, or the newest schedule of a run. Keeps a copy on disk, which is used while the service is down.
 * @throws TaperProblem there is no such schedule; Error: the service is down and there is no copy
 */
export async function loadSchedule(which: string | { runId: string }, options: ScheduleOptions = {}): Promise<Schedule> {
  const { warn = console.warn } = options
  const copies = await openCopies(options.home)
  const key = typeof which === 'string' ? `schedule ${which}` : `run ${which.runId}`
  try {
    const schedule = await read(which, options)
    await copies
      ?.keep(`${serviceUrl(options.url)} ${key}`, schedule)
      .catch((error: Error) => warn(`taper: Cannot keep a copy of the schedule: ${error.message}`))
    return schedule
  } catch (error) {
    if (error instanceof TaperProblem && error.status < 500 && !isDenied(error)) throw error
    const copy = await copies?.find(`${serviceUrl(options.url)} ${key}`)
    if (copy === undefined || copy === null) throw error
    const why = isDenied(error) ? 'does not let this trainer in' : 'does not answer'
    warn(`taper: The service ${why} (${(error as Error).message}). Training uses the copy of ${key}.`)
    return copy
  }
}

/** Another length of a schedule, as `POST /v1/schedules/{id}/horizons` takes it. */
export type Horizon = Schemas['HorizonCreate']

/**
 * Gives a stored schedule another length, in the middle of a training or after its end.
 * @param id of the schedule
 * @returns the new schedule; the report in its `details` has `warnings`, as where all of the rest is 0, and `peakFactor` where the past was divided
 * @throws TaperProblem there is no such schedule, or it cannot be made so long
 */
export async function extendSchedule(id: string, horizon: Horizon, options: ScheduleOptions = {}): Promise<Schedule> {
  const api = createApi(options)
  const made = await dataOf(api.POST('/v1/schedules/{id}/horizons', { params: { path: { id } }, body: horizon }))
  return await read(made.id, options)
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

  async function newestOf(name: string): Promise<Schemas['Schedule']> {
    const runId = await runIdOf(name)
    const { items } = await dataOf(api.GET('/v1/schedules', { params: { query: { runId, limit: 1 } } }))
    const [newest] = items
    if (newest === undefined) throw new TaperProblem(404, { title: `The run ${runId} has no schedule yet.` })
    return newest
  }
}

/** float64, little-endian on every machine. */
function fromLittleEndian(bytes: ArrayBuffer): Float64Array {
  const view = new DataView(bytes)
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, index) => view.getFloat64(8 * index, true))
}

interface Copies {
  keep(key: string, schedule: Schedule): Promise<void>
  find(key: string): Promise<Schedule | null>
}

/** Copies of schedules in the home folder; null without a disk. */
async function openCopies(home: string | false | undefined): Promise<Copies | null> {
  if (home === false || typeof process === 'undefined' || process.versions?.node === undefined) return null
  const [{ createHash }, files, { join }, { homeFolder }] = await Promise.all([
    import('node:crypto'),
    import('node:fs/promises'),
    import('node:path'),
    import('./home.ts')
  ])
  const folder = join(homeFolder(home), 'schedules')
  const fileOf = (key: string): string => join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 32)}.json`)
  return {
    async keep(key, { multipliers, details }) {
      await files.mkdir(folder, { recursive: true })
      // Renamed, so that a copy is whole or absent.
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
