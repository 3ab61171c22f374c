import { createWriteStream, mkdirSync } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { type Entry, openPromise } from 'yauzl'

/** What is kept of a wheel: the libraries, the C headers with what they include, and what NVIDIA's wheels bring. */
const kept = [
  /^tensorflow\/libtensorflow(_cc|_framework)?\.(so\.2|2\.dylib)$/,
  /^tensorflow\/include\/tensorflow\/(c|core\/platform|compiler\/xla\/tsl\/c)\/.*\.h$/,
  /^tensorflow\/include\/(tsl|xla\/tsl\/c)\/.*\.h$/,
  /^nvidia\/.*\/lib\/[^/]+\.so[.\d]*$/,
  /^tensorflow[^/]*\.dist-info\/(METADATA|.*LICENSE[^/]*)$/
]

/** Unpacks what is kept of a wheel into a folder. Fails where a file is damaged. */
export async function unpackWheel(
  wheel: string,
  folder: string,
  onBytes: (done: number, total: number) => void = () => {},
  patterns: readonly RegExp[] = kept
): Promise<void> {
  const zip = await openPromise(wheel, { autoClose: false })
  try {
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) if (patterns.some((pattern) => pattern.test(entry.fileName))) entries.push(entry)
    const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    let done = 0
    for (const entry of entries) {
      const file = path.join(folder, entry.fileName)
      mkdirSync(path.dirname(file), { recursive: true })
      let checksum = 0
      const check = new Transform({
        transform: (chunk: Buffer, _encoding, next) => {
          checksum = crc32(chunk, checksum)
          done += chunk.length
          onBytes(done, total)
          next(null, chunk)
        }
      })
      await pipeline(await zip.openReadStreamPromise(entry), check, createWriteStream(file))
      if (checksum !== entry.crc32) throw new Error(`${path.basename(wheel)} is damaged: ${entry.fileName} has another checksum`)
    }
  } finally {
    zip.close()
  }
}
