import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Engine } from './engine.ts'

/** Left out of a slim image of Debian as well. */
const notInSlimImages = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/info/*', '/usr/share/locale/*']

/** The mirror of Debian that apt uses here. */
function debianMirror(): string {
  const lines = execFileSync('apt-get', ['indextargets', '--format', '$(SITE)', 'Origin: Debian', 'Created-By: Packages'], {
    encoding: 'utf8'
  })
  const mirror = lines.split('\n').find((line) => line !== '' && !line.includes('security'))
  if (mirror === undefined) throw new Error('apt knows no mirror of Debian')
  return mirror
}

const npmSetting = (name: string): string => execFileSync('npm', ['config', 'get', name], { encoding: 'utf8' }).trim()

/**
 * An image with the parts of `node:<version>-bookworm-slim`, where no registry of images can be reached: Debian's minimal system from
 * apt's mirror, Node.js and npm from npm's registry, and the user `node`. It takes over this machine's certificates and npm registry.
 * @returns its name; one that was made earlier is used again
 */
export function standInBase(engine: Engine, nodeVersion: string): string {
  const name = `localhost/taper-stand-in-base:${nodeVersion}`
  if (engine.has(name)) return name
  const folder = mkdtempSync(path.join(tmpdir(), 'taper-base-'))
  try {
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--no-save', '--silent', `node-${process.platform}-${process.arch}@${nodeVersion}`, 'npm@10'],
      { stdio: 'inherit' }
    )
    const modules = path.join(folder, 'node_modules')
    const npmrc = path.join(folder, 'npmrc')
    writeFileSync(npmrc, `registry=${npmSetting('registry')}\ncafile=/etc/ssl/certs/ca-certificates.crt\n`)
    const archive = path.join(folder, 'base.tar')
    execFileSync(
      'mmdebstrap',
      [
        '--quiet',
        '--variant=apt',
        '--include=ca-certificates',
        ...notInSlimImages.map((files) => `--dpkgopt=path-exclude=${files}`),
        '--customize-hook=chroot "$1" useradd --uid 1000 --create-home --shell /bin/bash node',
        '--customize-hook=mkdir -p "$1/usr/local/lib/node_modules" "$1/usr/local/etc"',
        `--customize-hook=cp ${modules}/node-${process.platform}-${process.arch}/bin/node "$1/usr/local/bin/node" && chmod 755 "$1/usr/local/bin/node"`,
        `--customize-hook=cp -r ${modules}/npm "$1/usr/local/lib/node_modules/"`,
        '--customize-hook=ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"',
        '--customize-hook=ln -s ../lib/node_modules/npm/bin/npx-cli.js "$1/usr/local/bin/npx"',
        `--customize-hook=cp ${npmrc} "$1/usr/local/etc/npmrc"`,
        '--customize-hook=cp /etc/ssl/certs/ca-certificates.crt "$1/etc/ssl/certs/ca-certificates.crt"',
        'bookworm',
        archive,
        debianMirror()
      ],
      { stdio: ['ignore', 'inherit', 'inherit'] }
    )
    engine.run(['import', archive, name])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return name
}
