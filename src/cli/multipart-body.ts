import { randomUUID } from 'node:crypto'
import type { FileToSend } from './files-to-send.ts'
import { showProgress } from './show-progress.ts'

/**
 * Files as multipart/form-data, read as they are sent.
 * @see RFC 7578, Returning Values from Forms; names are percent-encoded as browsers do it (HTML, Multipart form data)
 */
export function multipartOf(files: readonly FileToSend[], total: number): { contentType: string; bytes: AsyncIterable<Uint8Array> } {
  const boundary = `taper-${randomUUID()}`
  return { contentType: `multipart/form-data; boundary=${boundary}`, bytes: piecesOf(files, total, boundary) }
}

/** The bytes of files; with a boundary as parts. Says how far it is where it takes a while. */
export async function* piecesOf(files: readonly FileToSend[], total: number, boundary?: string): AsyncGenerator<Uint8Array> {
  const progress = showProgress()
  let sent = 0
  for (const file of files) {
    if (boundary !== undefined) yield Buffer.from(headOf(file, boundary))
    for await (const piece of file.open()) {
      yield piece
      sent += piece.length
      progress.update(`${mebibytes(sent)}${Number.isNaN(total) ? '' : ` of ${mebibytes(total)}`} MiB sent`)
    }
    if (boundary !== undefined) yield Buffer.from('\r\n')
  }
  if (boundary !== undefined) yield Buffer.from(`--${boundary}--\r\n`)
  progress.done()
}

const headOf = ({ name }: FileToSend, boundary: string): string => {
  const quoted = name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
  return `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${quoted}"\r\nContent-Type: application/octet-stream\r\n\r\n`
}

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)
