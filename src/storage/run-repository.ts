import type { Run, RunFields, SeriesSummary, StepUnit } from '../domain/run.ts'
import type { RunState } from '../domain/run-state.ts'
import { seriesNames } from '../domain/series.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { Once } from './once.ts'
import { type Page, type PageRequest, pageOf } from './page.ts'
import type { ProjectDatabase } from './project-database.ts'
import { runState, schedulesAfter } from './run-state.ts'
import { transaction } from './transaction.ts'

/** What narrows a list of runs: the beginning of the name, and labels that must have exactly these values. */
export interface RunFilter {
  namePrefix?: string
  labels?: Record<string, string>
  /** The schedule that they were trained with. */
  scheduleId?: string
}

export interface RunRepository {
  /** Creates a run under an id that is new. */
  create(id: string, fields: Partial<RunFields>, once?: Once<Run>): Promise<Run>
  /** Creates the run, or sets the given fields of the one there is. */
  put(id: string, fields: Partial<RunFields>): Promise<{ run: Run; created: boolean }>
  find(id: string): Promise<Run | null>
  /** What of it changes while it trains; null: no such run. */
  state(id: string): Promise<RunState | null>
  /** Schedules that were refined from it later than this, the first some hundred, in the order that they were made. */
  schedulesAfter(id: string, createdAt: string): Promise<RunState['schedules']>
  list(filter: RunFilter, page: PageRequest): Promise<Page<Run>>
  /** Runs that were trained with one of these schedules, oldest first. */
  trainedWith(scheduleIds: readonly string[], limit: number): Promise<Run[]>
  /** Changes a run by a function of its fields, under a lock on its row, so that two changes at once both stand. Null: no such run. */
  change(id: string, by: (fields: RunFields) => RunFields): Promise<Run | null>
  /** Deletes the run with its norms; its schedules stay and say so. False: no such run. */
  delete(id: string): Promise<boolean>
}

/** A run as its query gives it: integers exact as float8, its series in one column. */
interface RunRow extends RunFields {
  id: string
  createdAt: Date
  updatedAt: Date
  at: string
  series: SeriesSummary[]
}

const columns = Prisma.sql`r.id, r.name, r.optimizer, r.total_steps::float8 as "totalSteps", r.peak_learning_rate as "peakLearningRate",
  r.weight_decay as "weightDecay", r.clip_norm as "clipNorm", r.labels, r.step_unit as "stepUnit", r.schedule_id as "scheduleId", r.created_at as "createdAt", r.updated_at as "updatedAt",
  (extract(epoch from r.created_at) * 1000000)::bigint::text as at,
  (select coalesce(json_agg(json_build_object('name', s.norm, 'points', s.points, 'firstStep', s.first_step, 'lastStep', s.last_step,
    'nonFinite', s.non_finite)), '[]') from gradient_norm_series s
    where s.project = r.project and s.run_id = r.id and s.sequence > 0) as series`

const runOf = ({ at: _at, series, ...row }: RunRow): Run => ({ ...row, stepUnit: row.stepUnit as StepUnit, series: series.sort(byName) })

const byName = (a: SeriesSummary, b: SeriesSummary): number => seriesNames.indexOf(a.name) - seriesNames.indexOf(b.name)

export function runRepository(database: ProjectDatabase): RunRepository {
  const { project, pool, models } = database
  type Client = Pick<Prisma.TransactionClient, '$queryRaw' | '$executeRaw'>
  const select = async (client: Client, id: string): Promise<Run | null> => {
    const rows = await client.$queryRaw<RunRow[]>`select ${columns} from runs r where r.project = ${project} and r.id = ${id}`
    return rows[0] ? runOf(rows[0]) : null
  }
  const update = (client: Client, id: string, run: RunFields) => client.$executeRaw`
    update runs set name = ${run.name}, optimizer = ${run.optimizer}, total_steps = ${run.totalSteps}::float8::bigint,
      peak_learning_rate = ${run.peakLearningRate}::float8, weight_decay = ${run.weightDecay}::float8, clip_norm = ${run.clipNorm}::float8,
      labels = ${JSON.stringify(run.labels)}::jsonb, step_unit = ${run.stepUnit},
      schedule_id = ${run.scheduleId},
      updated_at = clock_timestamp() where project = ${project} and id = ${id}`

  const change = (id: string, by: (fields: RunFields) => RunFields) =>
    models((prisma) =>
      prisma.$transaction(async (client) => {
        await client.$queryRaw`select 1 from runs where project = ${project} and id = ${id} for update`
        const run = await select(client, id)
        if (!run) return null
        await update(client, id, by(run))
        return await select(client, id)
      })
    )

  const insert = (id: string, fields: Partial<RunFields>) => Prisma.sql`
    insert into runs (project, id, name, optimizer, total_steps, peak_learning_rate, weight_decay, clip_norm, labels, step_unit, schedule_id,
      created_at, updated_at)
    values (${project}, ${id}, ${fields.name ?? null}, ${fields.optimizer ?? null}, ${fields.totalSteps ?? null}::float8::bigint,
      ${fields.peakLearningRate ?? null}::float8, ${fields.weightDecay ?? null}::float8, ${fields.clipNorm ?? null}::float8,
      ${JSON.stringify(fields.labels ?? {})}::jsonb, ${fields.stepUnit ?? 'steps'},
      ${fields.scheduleId ?? null}, clock_timestamp(), clock_timestamp())
    on conflict (project, id) do nothing`

  return {
    create: (id, fields, once) =>
      transaction(pool, async (client) => {
        const { text, values } = insert(id, fields)
        await client.query({ name: 'create-run', text, values })
        const select = `select ${columns.sql} from runs r where r.project = $1 and r.id = $2`
        const { rows } = await client.query<RunRow>({ name: 'created-run', text: select, values: [project, id] })
        const run = runOf(rows[0] as RunRow)
        await once?.(client, run)
        return run
      }),

    async put(id, fields) {
      // The insert decides who creates the run: of two at once, one; the other updates it. Deleted in between: once more.
      for (;;) {
        const made = await models((prisma) => prisma.$executeRaw(insert(id, fields)))
        const run = made === 1 ? await models((prisma) => select(prisma, id)) : await change(id, (now) => ({ ...now, ...fields }))
        if (run) return { run, created: made === 1 }
      }
    },

    find: (id) => models((prisma) => select(prisma, id)),

    state: (id) => runState(database, id),
    schedulesAfter: (id, createdAt) => schedulesAfter(database, id, createdAt),

    async list({ namePrefix, labels, scheduleId }, page) {
      const conditions = [Prisma.sql`r.project = ${project}`]
      if (namePrefix) {
        // Not LIKE: it may tell of rows that it was not to see, so row-level security lets no index be used for it.
        conditions.push(Prisma.sql`r.name ~>=~ ${namePrefix}`)
        const end = afterPrefix(namePrefix)
        if (end !== null) conditions.push(Prisma.sql`r.name ~<~ ${end}`)
      }
      if (scheduleId !== undefined) conditions.push(Prisma.sql`r.schedule_id = ${scheduleId}`)
      if (labels && Object.keys(labels).length > 0) conditions.push(Prisma.sql`r.labels @> ${JSON.stringify(labels)}::jsonb`)
      if (page.after) {
        conditions.push(
          Prisma.sql`(r.created_at, r.id) < (to_timestamp(0) + ${page.after.at}::bigint * interval '1 microsecond', ${page.after.id})`
        )
      }
      const rows = await models(
        (prisma) => prisma.$queryRaw<RunRow[]>`select ${columns} from runs r where ${Prisma.join(conditions, ' and ')}
          order by r.created_at desc, r.id desc limit ${page.limit + 1}`
      )
      return pageOf(rows, page.limit, runOf)
    },

    async trainedWith(scheduleIds, limit) {
      const rows = await models(
        (prisma) => prisma.$queryRaw<RunRow[]>`select ${columns} from runs r
          where r.project = ${project} and r.schedule_id = any(${scheduleIds}) order by r.created_at, r.id limit ${limit}`
      )
      return rows.map(runOf)
    },

    change,

    delete: (id) =>
      models((prisma) =>
        prisma.$transaction(async (client) => {
          const made = { project, runId: id, runDeleted: false }
          await client.schedule.updateMany({ where: made, data: { runDeleted: true, identity: null } })
          return (await client.run.deleteMany({ where: { project, id } })).count === 1
        })
      )
  }
}

const lastCodePoint = 0x10ffff

/** The first text after all that begin so, in the order of code points, which is that of UTF-8's bytes; null where none is. */
export function afterPrefix(prefix: string): string | null {
  const points = Array.from(prefix, (character) => character.codePointAt(0) as number)
  while (points.at(-1) === lastCodePoint) points.pop()
  const last = points.pop()
  if (last === undefined) return null
  // No text has the surrogates from U+D800 to U+DFFF.
  return String.fromCodePoint(...points, last === 0xd7ff ? 0xe000 : last + 1)
}
