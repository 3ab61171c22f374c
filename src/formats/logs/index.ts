import { csv } from './csv.ts'
import { float64 } from './float64.ts'
import { json } from './json.ts'
import type { LogFormat } from './log-format.ts'
import { ndjson } from './ndjson.ts'

/** The bodies that gradient norms can be sent in. Files of every kind are read by `readers/`. */
export const logFormats: readonly LogFormat[] = [json, ndjson, csv, float64]

/** The format of a media type, without parameters and in lower case; undefined where there is none. */
export const logFormatOf = (mediaType: string, formats = logFormats): LogFormat | undefined =>
  formats.find((format) => format.mediaType === mediaType)
