import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildContext } from '../../../scripts/image/build-context.ts'
import { type Built, buildStages, inside } from '../../../scripts/image/build-stages.ts'
import { checkCompose } from '../../../scripts/image/check-compose.ts'
import { readDockerfile } from '../../../scripts/image/dockerfile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taper-image-test-'))
  mkdirSync(join(folder, 'context'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Builds a Dockerfile over some files, each with its name as its content. */
function build(dockerfile: string, names: string[]): Built {
  const root = join(folder, 'context')
  for (const name of names) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), name)
  }
  writeFileSync(join(root, 'Dockerfile'), dockerfile)
  rmSync(join(folder, 'stages'), { recursive: true, force: true })
  mkdirSync(join(folder, 'stages'))
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const rehearsal = { folder: join(folder, 'stages'), context: { root, files: buildContext(root) }, owner, say: () => {} }
  return buildStages(readDockerfile(join(root, 'Dockerfile')), rehearsal)
}

describe('the rehearsal of an image', () => {
  it('performs the stages in clean folders, and carries on only what is copied', () => {
    const image = build(
      `FROM node:22 AS build
WORKDIR /app
COPY package.json ./
COPY src src
RUN cat src/deep/a.ts > made && echo "$GREETING" > greeting
FROM node:22
ENV GREETING="hello" PORT=8080
WORKDIR /app
COPY --from=build /app/made dist/made
RUN echo "$GREETING" > greeting
USER node
HEALTHCHECK --start-period=30s CMD ["node", "-e", "0"]
CMD ["node", "dist/made"]`,
      ['package.json', 'src/deep/a.ts', 'src/b.ts']
    )
    expect(readFileSync(inside(image, '/app/dist/made'), 'utf8')).toBe('src/deep/a.ts')
    expect(readFileSync(inside(image, '/app/greeting'), 'utf8')).toBe('hello\n')
    expect(existsSync(inside(image, '/app/src'))).toBe(false)
    expect(image).toMatchObject({ user: 'node', workdir: '/app', command: ['node', 'dist/made'], env: { PORT: '8080' } })
    expect(image.healthCheck).toEqual({ command: ['node', '-e', '0'], startSeconds: 30 })
  })

  it('fails where a file is copied that does not exist, that .dockerignore leaves out, or that an earlier stage did not make', () => {
    expect(() => build('FROM node:22\nCOPY absent ./', [])).toThrow('Dockerfile:2: absent does not exist')
    writeFileSync(join(folder, 'context', '.dockerignore'), '*\n!src\nsrc/generated\n')
    expect(() => build('FROM node:22\nCOPY secret ./', ['secret'])).toThrow('Dockerfile:2: secret does not exist, or .dockerignore')
    expect(() => build('FROM node:22\nCOPY src/generated ./', ['src/generated/a.ts', 'src/b.ts'])).toThrow('src/generated does not exist')
    expect(() => build('FROM node:22 AS a\nWORKDIR /x\nFROM node:22\nCOPY --from=a /x/made .', [])).toThrow('stage a has no /x/made')
  })

  it('fails where a command fails, and where the start command is for a shell, which keeps signals from the service', () => {
    expect(() => build('FROM node:22\nRUN exit 3', [])).toThrow('Dockerfile:2: "exit 3" ended with 3')
    expect(() => build('FROM node:22\nCMD node server.js', [])).toThrow('CMD is not a JSON list')
  })
})

describe('the compose file', () => {
  const image = { env: { PORT: '8080' }, exposed: ['8080'], healthCheck: { command: [], startSeconds: 1 } } as unknown as Built
  const text = readFileSync('docker-compose.yml', 'utf8')
  const check = (changed: string) => {
    const file = join(folder, 'docker-compose.yml')
    writeFileSync(file, changed)
    checkCompose(file, image)
  }

  it('of this repository fits the image', () => {
    expect(() => check(text)).not.toThrow()
  })

  it('is refused where one part does not fit another', () => {
    for (const [part, other, claim] of [
      ['@postgres:5432', '@database:5432', 'names the database service'],
      ['POSTGRES_USER: taper', 'POSTGRES_USER: other', 'user of DATABASE_URL'],
      ['POSTGRES_DB: taper', 'POSTGRES_DB: other', 'database of DATABASE_URL'],
      [':-for-development-only}@', ':-other}@', 'password of DATABASE_URL'],
      [':-127.0.0.1}', ':-0.0.0.0}', 'published on loopback'],
      [':-8080}:8080', ':-8080}:80', 'published port'],
      ['service_healthy', 'service_started', 'waits for a healthy database'],
      ['postgres:/var/lib', 'other:/var/lib', 'is declared']
    ] as const) {
      expect(text).toContain(part)
      expect(() => check(text.replace(part, other))).toThrow(claim)
    }
  })
})
