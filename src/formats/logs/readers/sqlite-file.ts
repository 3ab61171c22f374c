import type { Database } from 'sql.js'
import { invalid, Problem } from '../../../domain/problems.ts'
import { wholeBytes } from '../binary/whole-bytes.ts'
import { isObject, parseLenientJson } from '../lenient-json.ts'
import { putFields } from '../put-fields.ts'
import { flattened, putSettings } from '../put-settings.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { SurveyDone } from '../survey.ts'

/** How one tracker keeps its metrics in SQLite: the columns that its table has, and what a row of a query says. */
interface SqliteLayout {
  readonly title: string
  readonly table: string
  readonly columns: readonly string[]
  readonly query: string
  /** Where it keeps what a run was told: rows of a run, a name (empty where the value is an object of them) and a value. */
  readonly settings?: { readonly table: string; readonly query: string }
  readonly put: (row: Record<string, unknown>, recorder: Recorder, place: number) => void
}

const layouts: readonly SqliteLayout[] = [
  {
    // https://github.com/mlflow/mlflow/blob/master/mlflow/store/tracking/dbmodels/models.py
    title: 'MLflow',
    table: 'metrics',
    columns: ['key', 'value', 'step', 'run_uuid', 'is_nan'],
    settings: { table: 'params', query: 'select run_uuid as run, key as name, value from params' },
    query: 'select key, value, step, run_uuid, is_nan from metrics order by run_uuid, timestamp, step',
    put: ({ key, value, step, run_uuid: run, is_nan: isNan }, recorder, place) => {
      recorder.put(recorder.column('step'), Number(step))
      const column = recorder.column(String(key))
      // MLflow keeps infinities as the largest numbers.
      if (recorder.wants(column))
        recorder.put(
          column,
          isNan ? Number.NaN : Math.abs(Number(value)) > 1.7976e308 ? Math.sign(Number(value)) * Number.POSITIVE_INFINITY : Number(value)
        )
      recorder.end(place, String(run))
    }
  },
  {
    // Since its version 0.20 runs have ids, and several may have one name.
    title: 'trackio',
    table: 'metrics',
    columns: ['run_id', 'run_name', 'step', 'metrics'],
    settings: { table: 'configs', query: "select run_id as run, '' as name, config as value from configs" },
    query: `select case when names.runs > 1 then metrics.run_name || ' ' || metrics.run_id else metrics.run_name end as run_name, step, metrics
      from metrics join (select run_name, count(distinct run_id) as runs from metrics group by run_name) as names on names.run_name = metrics.run_name
      order by metrics.run_name, metrics.run_id, metrics.id`,
    put: putTrackio
  },
  {
    // https://github.com/gradio-app/trackio/blob/main/trackio/sqlite_storage.py
    title: 'trackio',
    table: 'metrics',
    columns: ['run_name', 'step', 'metrics'],
    settings: { table: 'configs', query: "select run_name as run, '' as name, config as value from configs" },
    query: 'select run_name, step, metrics from metrics order by run_name, id',
    put: putTrackio
  },
  {
    // https://github.com/optuna/optuna/blob/master/optuna/storages/_rdb/models.py
    title: 'Optuna',
    table: 'trial_intermediate_values',
    columns: ['trial_id', 'step', 'intermediate_value', 'intermediate_value_type'],
    query: 'select trial_id, step, intermediate_value, intermediate_value_type from trial_intermediate_values order by trial_id, step',
    put: ({ trial_id: run, step, intermediate_value: value, intermediate_value_type: type }, recorder, place) => {
      recorder.put(recorder.column('step'), Number(step))
      const infinite = type === 'INF_POS' ? Number.POSITIVE_INFINITY : type === 'INF_NEG' ? Number.NEGATIVE_INFINITY : Number.NaN
      recorder.put(recorder.column('intermediate_value'), value === null ? infinite : Number(value))
      recorder.end(place, `trial ${run}`)
    }
  }
]

/** A database of MLflow, trackio or Optuna. */
export const sqliteFile: LogReader = {
  name: 'sqlite',
  title: 'an SQLite database of a tracker',
  place: 'Record',
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 16)).toString('latin1') === 'SQLite format 3\0',
  read: async (source, recorder) => {
    // WebAssembly of a megabyte, loaded when a database is read: seldom.
    const { default: initSqlJs } = await import('sql.js')
    const sql = await initSqlJs()
    const bytes = await wholeBytes(source)
    let database: Database | undefined
    let place = 0
    try {
      const opened = new sql.Database(bytes)
      database = opened
      const layout = layouts.find((one) => hasColumns(opened, one))
      if (layout === undefined) throw invalid('', `The SQLite database is none of ${layouts.map(({ title }) => title).join(', ')}.`)
      recorder.note(`It is read as a database of ${layout.title}.`)
      readSettings(opened, layout, recorder)
      const rows = opened.prepare(layout.query)
      while (rows.step()) layout.put(rows.getAsObject(), recorder, ++place)
    } catch (error) {
      if (error instanceof Problem || error instanceof SurveyDone) throw error
      throw invalid(
        '',
        `The SQLite database is broken ${place === 0 ? 'at its beginning' : `after record ${place}`}: ${(error as Error).message}.`
      )
    } finally {
      // Its memory is that of all databases which the process reads.
      database?.close()
    }
  }
}

function putTrackio({ run_name: run, step, metrics }: Record<string, unknown>, recorder: Recorder, place: number): void {
  const fields = parseLenientJson(textOf(metrics))
  if (!isObject(fields)) return
  putFields(recorder, fields)
  if (!('step' in fields)) recorder.put(recorder.column('step'), Number(step))
  recorder.end(place, String(run))
}

/** A text, also where it is kept as bytes. */
const textOf = (value: unknown): string => (value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value))

/** Of several runs nobody knows here which is read, and so what its settings are. */
function readSettings(database: Database, { settings }: SqliteLayout, recorder: Recorder): void {
  if (settings === undefined || !hasTable(database, settings.table)) return
  const found: (readonly [string, unknown])[] = []
  const runs = new Set<string>()
  const rows = database.prepare(`${settings.query} limit ${settingsMax}`)
  while (rows.step()) {
    const { run, name, value } = rows.getAsObject()
    runs.add(String(run))
    if (runs.size > 1) return
    found.push(...flattened(String(name), name === '' ? parsed(textOf(value)) : value))
  }
  putSettings(recorder, found)
}

const settingsMax = 10_000

function parsed(text: string): unknown {
  try {
    return parseLenientJson(text)
  } catch {
    return null
  }
}

function hasColumns(database: Database, { table, columns }: SqliteLayout): boolean {
  if (!hasTable(database, table)) return false
  const [found] = database.exec(`select name from pragma_table_info('${table}')`)
  const names = new Set(found?.values.map(([name]) => String(name)))
  return columns.every((column) => names.has(column))
}

/** A view is none: it may have rows without end in a file of a few pages. */
const hasTable = (database: Database, table: string): boolean =>
  database.exec('select 1 from sqlite_master where type = ? and name = ? and rootpage > 0', ['table', table]).length > 0
