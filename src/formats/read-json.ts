import { invalid } from '../domain/problems.ts'
import { duplicateKey } from './duplicate-key.ts'
import { jsonLog } from './logs/json.ts'
import type { NormLog } from './logs/norm-log.ts'
import { parseJson } from './logs/parse-json.ts'

/**
 * Parses the JSON of a body.
 * @throws Problem `invalid-request`
 */
export const readJson = (bytes: Uint8Array): unknown => parseJson(decoded(bytes))

/**
 * The same, where a name that comes twice in one object would hide a tensor.
 * @throws Problem `invalid-request`
 */
export function readUniqueJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes)
  const value = parseJson(text)
  const key = duplicateKey(text)
  if (key !== undefined) throw invalid('', `An object of the body has the key ${JSON.stringify(key)} twice.`, 'Name each once.')
  return value
}

/**
 * Parses the JSON of a log of gradient norms.
 * @throws Problem `invalid-request`
 */
export const readJsonLog = (bytes: Uint8Array): NormLog => jsonLog(readJson(bytes))

/**
 * Parses the JSON of an object whose lists under some names are gradient norms: they come as float64, checked one by one, and
 * everything else as it is.
 * @throws Problem `invalid-request`
 */
export function readJsonLists(bytes: Uint8Array, names: readonly string[]): unknown {
  const value = readJson(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const object = value as Record<string, unknown>
  for (const name of names) if (object[name] !== undefined) object[name] = jsonLog({ values: object[name] }).values
  return object
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('', 'The body is not UTF-8.', 'Encode the text as UTF-8.')
  }
}
