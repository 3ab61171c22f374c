import { csv } from './csv.ts'
import { float64 } from './float64.ts'
import { json } from './json.ts'
import type { LogFormat } from './log-format.ts'
import { ndjson } from './ndjson.ts'

/** Every way in which the world writes gradient norms. From this list come the bodies that the route takes, and `--input` of the command line. */
export const logFormats: readonly LogFormat[] = [json, ndjson, csv, float64]

/** The format of a media type, without parameters and in lower case; undefined where there is none. */
export const logFormatOf = (mediaType: string, formats = logFormats): LogFormat | undefined =>
  formats.find((format) => format.mediaType === mediaType)

/** The format whose files have names that end so; undefined where there is none. */
export const logFormatOfFile = (file: string, formats = logFormats): LogFormat | undefined => {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase()
  return formats.find(({ extensions }) => extensions.includes(extension))
}
