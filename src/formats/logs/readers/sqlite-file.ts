import type { Database } from 'sql.js'
import { invalid, Problem } from '../../../domain/problems.ts'
import { wholeBytes } from '../binary/whole-bytes.ts'
import { isObject, parseLenientJson } from '../lenient-json.ts'
import { putFields } from '../put-fields.ts'
import type { LogReader, Recorder } from '../recorder.ts'
import { SurveyDone } from '../survey.ts'

/** How one tracker keeps its metrics in SQLite: the columns that its table has, and what a row of a query says. */
interface SqliteLayout {
  readonly title: string
  readonly table: string
  readonly columns: readonly string[]
  readonly query: string
  readonly put: (row: Record<string, unknown>, recorder: Recorder, place: number) => void
}

const layouts: readonly SqliteLayout[] = [
  {
    // https://github.com/mlflow/mlflow/blob/master/mlflow/store/tracking/dbmodels/models.py
    title: 'MLflow',
    table: 'metrics',
    columns: ['key', 'value', 'step', 'run_uuid', 'is_nan'],
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
    // https://github.com/gradio-app/trackio/blob/main/trackio/sqlite_storage.py
    title: 'trackio',
    table: 'metrics',
    columns: ['run_name', 'step', 'metrics'],
    query: 'select run_name, step, metrics from metrics order by run_name, id',
    put: ({ run_name: run, step, metrics }, recorder, place) => {
      const fields = parseLenientJson(String(metrics))
      if (!isObject(fields)) return
      putFields(recorder, fields)
      if (!('step' in fields)) recorder.put(recorder.column('step'), Number(step))
      recorder.end(place, String(run))
    }
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

/** Only of a table: a view may have rows without end in a file of a few pages. */
function hasColumns(database: Database, { table, columns }: SqliteLayout): boolean {
  const stored = database.exec('select 1 from sqlite_master where type = ? and name = ? and rootpage > 0', ['table', table])
  if (stored.length === 0) return false
  const [found] = database.exec(`select name from pragma_table_info('${table}')`)
  const names = new Set(found?.values.map(([name]) => String(name)))
  return columns.every((column) => names.has(column))
}
