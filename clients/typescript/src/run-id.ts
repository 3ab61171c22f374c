/**
 * The id of a run, from a name as people and other tools have it. A name of 1 to 128 letters, digits, ".", "_" and "-" that starts with a
 * letter or digit is an id itself. Any other, as `org/model`, becomes one: other characters become "-", and some of a hash of the name
 * follow, so that two names never share a run. The Python client makes the same one.
 * @throws TypeError the name is empty, or no text
 */
export async function runIdOf(name: string): Promise<string> {
  if (typeof name !== 'string' || name.trim() === '')
    throw new TypeError(`A run's id must be a text that is not empty, not ${JSON.stringify(name)}.`)
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(name)) return name
  const readable = name
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
    .slice(0, 100)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)))
  return `${readable || 'run'}-${[...hash.subarray(0, 3)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
