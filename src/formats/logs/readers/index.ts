import type { LogReader } from '../recorder.ts'
import { consoleLog } from './console-log.ts'
import { csvTable } from './csv-table.ts'
import { float64Values } from './float64-values.ts'
import { jsonDocument } from './json-document.ts'
import { jsonLines } from './json-lines.ts'

/** Every way in which the world writes logs, most particular first: the first that recognises a file reads it. */
export const logReaders: readonly LogReader[] = [float64Values, jsonLines, consoleLog, jsonDocument, csvTable]
