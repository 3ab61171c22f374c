import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addonFile, nodeModules, tfjsNode } from './addon.ts'
import { runCommand, tellingLine } from './run-command.ts'
import type { Rung } from './rung.ts'

/** A download that stands still this long is given up. */
const silenceMilliseconds = 60_000

/** What `npm install` would have run: libtensorflow 2.9.1 and a built addon, from Google's servers. Works without a compiler. */
export const tfjsDownload: Rung = {
  name: "TensorFlow.js's own download",
  climb: async ({ progress, log }) => {
    const manifest = path.join(tfjsNode, 'package.json')
    const before = readFileSync(manifest)
    const deps = path.join(tfjsNode, 'deps')
    const stopped = new AbortController()
    const stop = (): void => stopped.abort()
    let silence = setTimeout(stop, silenceMilliseconds)
    const { status, output } = await runCommand(process.execPath, [path.join('scripts', 'install.js'), 'cpu', 'download'], {
      cwd: tfjsNode,
      env: { PATH: [path.join(nodeModules, '.bin'), process.env.PATH].join(path.delimiter) },
      signal: stopped.signal,
      onTick: () => progress.update("TensorFlow: TensorFlow.js's own download"),
      onOutput: () => {
        clearTimeout(silence)
        silence = setTimeout(stop, silenceMilliseconds)
      }
    })
    clearTimeout(silence)
    // The script edits its package, and puts it back only where all goes well.
    writeFileSync(manifest, before)
    log.push(`$ node scripts/install.js cpu download\n${output}`)
    if (status === 0 && existsSync(addonFile)) return { addon: addonFile }
    rmSync(deps, { recursive: true, force: true })
    return { reason: stopped.signal.aborted ? 'stood still for a minute' : tellingLine(output) }
  }
}
