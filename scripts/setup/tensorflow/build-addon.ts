import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nodeApiVersion, tfjsNode } from './addon.ts'
import { unfinished } from './cache-folder.ts'
import type { Libraries } from './libraries.ts'
import { runCommand, tellingLine } from './run-command.ts'

/** What a build needs beside the libraries, or null where all of it is there. */
export async function missingForBuild(): Promise<string | null> {
  const works = async (programs: (string | undefined)[]): Promise<boolean> => {
    for (const program of programs) if (program && (await runCommand(program, ['--version'])).status === 0) return true
    return false
  }
  const missing = [
    (await works([process.env.CXX, 'c++', 'g++', 'clang++'])) ? null : 'C++ compiler',
    (await works([process.env.MAKE, 'make', 'gmake'])) ? null : 'make',
    (await works([process.env.PYTHON, process.env.npm_config_python, 'python3', 'python'])) ? null : 'Python 3'
  ].filter((name) => name !== null)
  return missing.length === 0 ? null : `there is no ${missing.join(' and no ')}`
}

/** A folder whose `include/node` has this Node's headers; without one, node-gyp fetches them from nodejs.org. */
function headersOption(): string[] {
  const prefixes = [process.env.npm_config_nodedir, path.dirname(path.dirname(process.execPath))]
  const prefix = prefixes.find((each) => each !== undefined && existsSync(path.join(each, 'include', 'node', 'node_api.h')))
  return prefix === undefined ? [] : [`--nodedir=${prefix}`]
}

const quoted = (file: string): string => `'${file.replaceAll("'", `'\\''`)}'`

/**
 * Compiles the addon of tfjs-node against the libraries. It is built in a folder of its own, so that neither the package nor another build is
 * disturbed, and it finds the libraries by their full path, so that it may lie anywhere.
 * @throws where the build fails; the message is the compiler's or node-gyp's own, the whole log its `cause`
 */
export async function buildAddon({ library, framework, include }: Libraries, target: string, onTick?: () => void): Promise<void> {
  // Not below a home, whose path may hold spaces: make does not know them.
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-addon-'))
  try {
    for (const name of ['binding', 'binding.gyp', 'package.json'])
      cpSync(path.join(tfjsNode, name), path.join(folder, name), { recursive: true })
    const lib = path.join(folder, 'deps', 'lib')
    mkdirSync(lib, { recursive: true })
    symlinkSync(include, path.join(folder, 'deps', 'include'))
    // The names that binding.gyp links. They are not there when the addon runs: what is asked for then is each library's own name.
    const names =
      process.platform === 'darwin'
        ? ['libtensorflow.2.dylib', 'libtensorflow_framework.2.dylib']
        : ['libtensorflow.so', 'libtensorflow_framework.so']
    symlinkSync(library, path.join(lib, names[0] as string))
    symlinkSync(framework, path.join(lib, names[1] as string))
    const folders = [...new Set([path.dirname(library), path.dirname(framework)])]
    const headers = ['', '/external/local_tsl', '/external/local_xla'].map((each) => include + each).filter((each) => existsSync(each))
    const product = path.join(folder, 'lib')
    const nodeGyp = createRequire(import.meta.url).resolve('node-gyp/bin/node-gyp.js')
    const args = [
      ...['rebuild', `--module=${path.join(product, 'tfjs_binding.node')}`, '--module_name=tfjs_binding', `--module_path=${product}`],
      ...[`--napi_version=${process.versions.napi}`, `--napi_build_version=${nodeApiVersion}`, `--node_napi_label=napi-v${nodeApiVersion}`],
      ...headersOption()
    ]
    const linker = [...folders.map((each) => `-Wl,-rpath,${quoted(each)}`), ...(process.platform === 'linux' ? ['-Wl,--no-as-needed'] : [])]
    const { status, output } = await runCommand(process.execPath, [nodeGyp, ...args], {
      cwd: folder,
      env: {
        CXXFLAGS: ['-std=c++17', ...headers.slice(1).map((each) => `-I${quoted(each)}`), process.env.CXXFLAGS].join(' '),
        LDFLAGS: [...linker, process.env.LDFLAGS].join(' ')
      },
      onTick
    })
    if (status !== 0) throw new Error(`the addon could not be built: ${tellingLine(output)}`, { cause: output })
    mkdirSync(path.dirname(target), { recursive: true })
    copyFileSync(path.join(product, 'tfjs_binding.node'), target + unfinished)
    renameSync(target + unfinished, target)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
