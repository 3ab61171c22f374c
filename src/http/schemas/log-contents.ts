import { logFormats } from '../../formats/logs/index.ts'
import type { Content } from './answers.ts'
import { GradientNormLog } from './gradient-norms.ts'
import { ref } from './ref.ts'

const schemas = { json: ref(GradientNormLog), text: { type: 'string' }, binary: { type: 'string', format: 'binary' } }

/** The bodies that a log of gradient norms can come in: one for each format. */
export const logContents = (formats = logFormats): Content =>
  Object.fromEntries(
    formats.map(({ mediaType, content, examples }) => [
      mediaType,
      { schema: schemas[content], ...(Object.keys(examples).length === 0 ? {} : { examples: { ...examples } }) }
    ])
  )
