import { exportTargets } from '../../formats/exports/index.ts'
import type { Content } from './answers.ts'

/** What an export can be answered in: the media types of all targets, with an example from each. */
export function exportContents(targets = exportTargets): Content {
  const contents: Content = {}
  for (const { name, mediaType, example } of targets) {
    if (example === null) contents[mediaType] = { schema: { type: 'string', format: 'binary' } }
    else {
      const content = (contents[mediaType] ??= { schema: { type: typeof example === 'string' ? 'string' : 'object' }, examples: {} })
      content.examples = { ...content.examples, [name]: { value: example } }
    }
  }
  return contents
}
