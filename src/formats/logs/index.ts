import { csv } from './csv.ts'
import { float64 } from './float64.ts'
import { json } from './json.ts'
import type { LogFormat } from './log-format.ts'
import { ndjson } from './ndjson.ts'

/** Every way in which the world writes gradient norms. */
export const logFormats: readonly LogFormat[] = [json, ndjson, csv, float64]

/** The format of a media type, without parameters and in lower case; undefined where there is none. */
export const logFormatOf = (mediaType: string): LogFormat | undefined => logFormats.find((format) => format.mediaType === mediaType)
