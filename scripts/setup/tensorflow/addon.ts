import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const nodeModules = fileURLToPath(new URL('../../../node_modules/', import.meta.url))

/** The npm package whose addon is built. It is an optional dependency: an installation may lack it. */
export const tfjsNode = path.join(nodeModules, '@tensorflow', 'tfjs-node')

export const tfjsNodeIsInstalled = (): boolean => existsSync(path.join(tfjsNode, 'package.json'))

export const tfjsNodeVersion = (): string =>
  (JSON.parse(readFileSync(path.join(tfjsNode, 'package.json'), 'utf8')) as { version: string }).version

/** Of Node-API; the addon of one version runs on every later Node. tfjs-node looks for its addon in a folder named by it. */
export const nodeApiVersion = 8

/** Where tfjs-node looks for its addon. */
export const addonFolder = path.join(tfjsNode, 'lib', `napi-v${nodeApiVersion}`)
export const addonFile = path.join(addonFolder, 'tfjs_binding.node')
