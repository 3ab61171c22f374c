/**
 * Makes the generated part of the Python client, clients/python/src/taper_client, from openapi/openapi.json. With `--check` it writes
 * nothing, and fails where what is there is not what it would write.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runCommand } from '../setup/tensorflow/run-command.ts'
import { pythonClient, pythonEnvironment } from './python-environment.ts'

const committed = path.join(pythonClient, 'src', 'taper_client')
const contract = path.join(pythonClient, '..', '..', 'openapi', 'openapi.json')

const keyField = `    api_key: str | None = field(default=None, kw_only=True, repr=False)
    """The API key, where the service wants one. Default: the environment variable TAPER_API_KEY"""
`

const sentHeaders = `    def _sent_headers(self) -> dict[str, str]:
        key = self.api_key or os.environ.get("TAPER_API_KEY", "").strip()
        return {**({"Authorization": f"Bearer {key}"} if key else {}), **self._headers}

`

const work = mkdtempSync(path.join(tmpdir(), 'taper-client-'))
try {
  process.exitCode = await main()
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function main(): Promise<number> {
  const python = await pythonEnvironment('generator')
  if ('reason' in python) {
    process.stderr.write(`The Python client is not ${isCheck() ? 'checked' : 'made'}: ${python.reason}\n`)
    return isCheck() ? 0 : 1
  }
  const made = path.join(work, 'taper_client')
  const document = path.join(work, 'openapi.json')
  writeFileSync(document, JSON.stringify(forGenerator(JSON.parse(readFileSync(contract, 'utf8')))))
  const { status, output } = await runCommand(
    path.join(python.bin, 'openapi-python-client'),
    [
      ...['generate', '--path', document, '--meta', 'none', '--output-path', made, '--fail-on-warning'],
      ...['--config', path.join(pythonClient, 'generator.yaml'), '--custom-template-path', path.join(pythonClient, 'templates')]
    ],
    { cwd: work, env: { PATH: `${python.bin}${path.delimiter}${process.env.PATH}` } }
  )
  if (status !== 0) {
    process.stderr.write(output)
    return 1
  }
  for (const name of filesOf(made)) {
    const file = path.join(made, name)
    const code = mended(readFileSync(file, 'utf8'))
    writeFileSync(file, name === 'client.py' ? withKeys(code) : code)
  }
  writeFileSync(path.join(made, 'py.typed'), '')
  for (const name of readdirSync(made)) if (name.startsWith('.')) rmSync(path.join(made, name), { recursive: true })
  if (!isCheck()) {
    rmSync(committed, { recursive: true, force: true })
    cpSync(made, committed, { recursive: true })
    process.stdout.write(`clients/python/src/taper_client: ${filesOf(made).length} files\n`)
    return 0
  }
  const differing = [...new Set([...filesOf(made), ...filesOf(committed)])].filter(
    (name) => textOf(path.join(made, name)) !== textOf(path.join(committed, name))
  )
  if (differing.length === 0) return 0
  process.stderr.write(
    `clients/python/src/taper_client is not what openapi/openapi.json says: ${differing.slice(0, 5).join(', ')}${differing.length > 5 ? ', …' : ''}\n` +
      'Run npm run clients, and commit what it writes.\n'
  )
  return 1
}

interface Contract {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, unknown> }; security?: unknown }>>
}

/**
 * The contract as far as the generator understands it: bodies in JSON and one binary format, as it tells bodies of one request apart by
 * their Python type, and of two that are text would send the second's media type with the first; and objects without rules about which
 * fields go together, which it would take for a choice of anything.
 */
function forGenerator(document: Contract): Contract {
  for (const operation of Object.values(document.paths).flatMap((operations) => Object.values(operations))) {
    // It would ask for a client with a key, which a service of one's own machine needs not have.
    delete operation.security
    const content = operation.requestBody?.content
    if (content === undefined || !('application/json' in content)) continue
    const binary = ['application/octet-stream', 'application/vnd.safetensors'].find((type) => type in content)
    for (const type of Object.keys(content)) if (type !== 'application/json' && type !== binary) delete content[type]
  }
  return withFloatsWritten(withoutRulesOfFields(document)) as Contract
}

/** The generator drops the description beside a reference, but keeps that of a choice: `Float` is written out where it is described. */
function withFloatsWritten(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFloatsWritten)
  if (typeof value !== 'object' || value === null) return value
  const { allOf, ...rest } = value as { allOf?: { $ref?: string }[] }
  if (allOf?.length === 1 && allOf[0]?.$ref === '#/components/schemas/Float') {
    return { ...rest, anyOf: [{ type: 'number' }, { $ref: '#/components/schemas/NonFinite' }] }
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withFloatsWritten(inner)]))
}

function withoutRulesOfFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRulesOfFields)
  if (typeof value !== 'object' || value === null) return value
  const isObject = 'type' in value && value.type === 'object' && 'properties' in value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isObject && (key === 'oneOf' || key === 'anyOf')))
      .map(([key, inner]) => [key, withoutRulesOfFields(inner)])
  )
}

/** Shows no key where a client is printed, and takes one from `TAPER_API_KEY`. httpx takes it along no redirect to another origin. */
function withKeys(code: string): string {
  const hidden = code
    .replaceAll(/(_(?:headers|cookies|httpx_args): .* = field\(\s*factory=dict,) /g, '$1 repr=False, ')
    .replace('    token: str\n', '    token: str = field(repr=False)\n')
  const [client = '', authenticated = ''] = hidden.split('@define\nclass AuthenticatedClient:')
  const sent = client
    .replace('import ssl\n', 'import os\nimport ssl\n')
    .replace('    _cookies:', `${keyField}    _cookies:`)
    .replaceAll('headers=self._headers,', 'headers=self._sent_headers(),')
    .replace('    def with_headers', `${sentHeaders}    def with_headers`)
  const named = (code: string, name: string) => code.replaceAll(' -> Self:', ` -> "${name}":`)
  // `typing.Self` is of Python 3.11.
  return [
    named(sent, 'Client').replace('from typing import Any, Self', 'from typing import Any'),
    named(authenticated, 'AuthenticatedClient')
  ].join('@define\nclass AuthenticatedClient:')
}

/** What the generator gets wrong of bodies in several formats. */
function mended(code: string): string {
  // httpx sends a file object in synchronous calls alone; bytes go in both.
  const sent = code.replaceAll('_kwargs["content"] = body.payload', '_kwargs["content"] = body.payload.read()')
  // A body is Unset or given, and Unset is imported for other parameters alone.
  const importsUnset = /^from .*types import .*\bUnset\b/m.test(sent)
  return !importsUnset && /\bUnset\b/.test(sent) ? sent.replace(/^(from \.\.\.types import .*)$/m, '$1, Unset') : sent
}

function isCheck(): boolean {
  return process.argv.includes('--check')
}

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('__pycache__'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
