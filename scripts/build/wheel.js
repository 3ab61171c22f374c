// Wheels, as pip takes them: a zip of files with what they are beside it.
// https://packaging.python.org/specifications/binary-distribution-format/
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'

/** The same files give the same wheel: no time of today is in it. */
const time = new Date('2000-01-01T00:00:00Z')

/**
 * The bytes of a wheel for every platform, and its name.
 * @param project name, version, metadata lines and description of the distribution, and texts for its `.dist-info`
 * @param files   what it installs, by path
 */
export async function wheelOf({ name, version, metadata, description, info = {} }, files) {
  const stem = `${name.replaceAll('-', '_')}-${version}`
  const head = ['Metadata-Version: 2.4', `Name: ${name}`, `Version: ${version}`, ...metadata, 'Description-Content-Type: text/markdown']
  const all = new Map([
    ...[...files].sort(([one], [other]) => (one < other ? -1 : 1)),
    [`${stem}.dist-info/METADATA`, `${head.join('\n')}\n\n${description}`],
    [`${stem}.dist-info/WHEEL`, 'Wheel-Version: 1.0\nGenerator: taper\nRoot-Is-Purelib: true\nTag: py3-none-any\n'],
    ...Object.entries(info).map(([path, text]) => [`${stem}.dist-info/${path}`, text])
  ])
  const record = [...all].map(([path, content]) => {
    const bytes = Buffer.from(content)
    return `${path},sha256=${createHash('sha256').update(bytes).digest('base64url')},${bytes.length}\n`
  })
  all.set(`${stem}.dist-info/RECORD`, `${record.join('')}${stem}.dist-info/RECORD,,\n`)

  // Loaded where one is made: who asks whether all is built shall not wait for it.
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  for (const [path, content] of all) zip.addBuffer(Buffer.from(content), path, { mtime: time, mode: 0o100644 })
  zip.end()
  return { file: `${stem}-py3-none-any.whl`, bytes: await buffer(zip.outputStream) }
}
