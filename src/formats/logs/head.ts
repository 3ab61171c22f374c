import type { Head, LogSource } from './recorder.ts'
import { encodingOf } from './text.ts'

/** As much of a log is looked at to know what it is. */
const headBytesMax = 262_144

/** Whether a character is one that no text has: the control characters but for tabs, line breaks, backspace and escape. */
const isBinary = (code: number): boolean => code < 0x20 && !(code >= 0x08 && code <= 0x0d) && code !== 0x1b

/** The first bytes of a source. */
export async function headOf(source: LogSource): Promise<Head> {
  const parts: Uint8Array[] = []
  let length = 0
  let isWhole = true
  for await (const chunk of source.bytes()) {
    parts.push(chunk)
    length += chunk.length
    if (length > headBytesMax) {
      isWhole = false
      break
    }
  }
  const bytes = parts.length === 1 ? parts[0]!.subarray(0, headBytesMax) : Buffer.concat(parts).subarray(0, headBytesMax)
  return { name: source.name, bytes, text: textOf(bytes), isWhole }
}

/** Null where the bytes are no text. A character that the end of the head cuts is no matter. */
function textOf(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  for (let i = 0; i < Math.min(text.length, 4096); i++) if (isBinary(text.charCodeAt(i))) return null
  return text
}
