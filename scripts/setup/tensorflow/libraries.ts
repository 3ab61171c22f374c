import { existsSync } from 'node:fs'
import path from 'node:path'

/** The two libraries of TensorFlow and its C headers, wherever they lie. */
export interface Libraries {
  /** E.g. `…/libtensorflow_cc.so.2`, all of TensorFlow. */
  library: string
  /** E.g. `…/libtensorflow_framework.so.2`. */
  framework: string
  /** The folder that has `tensorflow/c/c_api.h`. */
  include: string
}

const mac = process.platform === 'darwin'

/** From the file that the dynamic linker asks for to its aliases. The `_cc` library of a wheel has the C interface too. */
const libraryNames = mac
  ? ['libtensorflow_cc.2.dylib', 'libtensorflow.2.dylib', 'libtensorflow.dylib']
  : ['libtensorflow_cc.so.2', 'libtensorflow.so.2', 'libtensorflow.so']
const frameworkNames = mac
  ? ['libtensorflow_framework.2.dylib', 'libtensorflow_framework.dylib']
  : ['libtensorflow_framework.so.2', 'libtensorflow_framework.so']

const firstOf = (folders: string[], names: string[]): string | undefined =>
  folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file))

/**
 * Looks where an unpacked wheel, a Python installation (`site-packages`), a release of libtensorflow and a flat folder have them.
 * Answers what is missing where something is.
 */
export function findLibraries(folder: string): Libraries | { missing: string } {
  const folders = [folder, path.join(folder, 'tensorflow'), path.join(folder, 'lib')]
  const library = firstOf(folders, libraryNames)
  if (library === undefined) return { missing: libraryNames.slice(0, 2).join(' or ') }
  const framework = firstOf(folders, frameworkNames)
  if (framework === undefined) return { missing: frameworkNames[0] as string }
  const include = folders
    .map((each) => path.join(each, 'include'))
    .find((each) => existsSync(path.join(each, 'tensorflow', 'c', 'c_api.h')))
  if (include === undefined) return { missing: 'include/tensorflow/c/c_api.h' }
  return { library, framework, include }
}
