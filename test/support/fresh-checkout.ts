import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = path.join(root, 'node_modules')

export interface FreshCheckout {
  folder: string
  /** An own folder of tfjs-node, without an addon. */
  tfjsNode: string
  cache: string
  /** Runs `node --import tsx <args>` there with nothing but what is given in its environment, PATH included. */
  run(args: string[], env?: Record<string, string>): Promise<{ status: number | null; output: string }>
  remove(): void
}

/**
 * The set-up scripts as after `npm ci`, in a folder of their own with a cache of their own: what a test sets up there reaches neither this
 * checkout nor what this user has.
 */
export function freshCheckout(): FreshCheckout {
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-checkout-'))
  const tfjsNode = path.join(folder, 'node_modules', '@tensorflow', 'tfjs-node')
  const cache = path.join(folder, 'cache')
  for (const name of ['scripts', 'package.json', 'prisma', 'prisma.config.ts', 'src/generated'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  const link = (name: string): void => symlinkSync(path.join(modules, name), path.join(folder, 'node_modules', name))
  mkdirSync(path.dirname(tfjsNode), { recursive: true })
  for (const name of readdirSync(modules)) if (name !== '@tensorflow') link(name)
  for (const name of readdirSync(path.join(modules, '@tensorflow'))) if (name !== 'tfjs-node') link(path.join('@tensorflow', name))
  const source = path.join(modules, '@tensorflow', 'tfjs-node')
  for (const name of ['package.json', 'binding', 'binding.gyp', 'scripts'])
    cpSync(path.join(source, name), path.join(tfjsNode, name), { recursive: true })

  const nowhere = 'http://127.0.0.1:9/'
  const run: FreshCheckout['run'] = (args, env = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
        cwd: folder,
        // No test of set-up downloads: TensorFlow.js's own download and pip find nobody.
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          TAPER_CACHE_DIR: cache,
          TFJS_NODE_BASE_URI: nowhere,
          TFJS_NODE_CDN_STORAGE: nowhere,
          PIP_INDEX_URL: nowhere,
          PIP_CONFIG_FILE: '/dev/null',
          ...env
        }
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
      child.on('error', reject)
      child.on('close', (status) => resolve({ status, output }))
    })
  return { folder, tfjsNode, cache, run, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
