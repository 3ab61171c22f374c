import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { ZipFile } from 'yazl'

/** Writes a wheel, a zip archive, of some files by name. */
export async function writeWheel(file: string, contents: Record<string, string | Buffer>): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(contents)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  await once(zip.outputStream.pipe(createWriteStream(file)), 'close')
  return file
}

/** The least that pip takes for a wheel, with a TensorFlow that has its two libraries and the headers by name alone. */
export async function writeTensorflowWheel(folder: string, version: string, library: string | Buffer = 'no library'): Promise<string> {
  const information = `tensorflow_cpu-${version}.dist-info`
  return await writeWheel(path.join(folder, `tensorflow_cpu-${version}-py3-none-any.whl`), {
    'tensorflow/libtensorflow_cc.so.2': library,
    'tensorflow/libtensorflow_framework.so.2': library,
    'tensorflow/python/much.py': 'print("of no use to Node")',
    'tensorflow/include/tensorflow/c/c_api.h': '#error this is no header of TensorFlow\n',
    'tensorflow/include/eigen/large.h': '',
    [`${information}/METADATA`]: `Metadata-Version: 2.1\nName: tensorflow-cpu\nVersion: ${version}\n`,
    [`${information}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${information}/RECORD`]: ''
  })
}
