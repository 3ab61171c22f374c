import type { LogReader } from '../recorder.ts'
import { consoleLog } from './console-log.ts'
import { csvTable } from './csv-table.ts'
import { eventFile } from './event-file.ts'
import { float64Values } from './float64-values.ts'
import { jsonDocument } from './json-document.ts'
import { jsonLines } from './json-lines.ts'
import { mlflowMetric } from './mlflow-metric.ts'
import { numpyFile } from './numpy-file.ts'
import { parquetTable } from './parquet-table.ts'
import { sqliteFile } from './sqlite-file.ts'
import { wandbFile } from './wandb-file.ts'

/** Every way in which the world writes logs, most particular first: the first that recognises a file reads it. */
export const logReaders: readonly LogReader[] = [
  eventFile,
  wandbFile,
  parquetTable,
  sqliteFile,
  numpyFile,
  float64Values,
  mlflowMetric,
  jsonLines,
  consoleLog,
  jsonDocument,
  csvTable
]
