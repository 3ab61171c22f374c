/** A string, or what opens or closes an object or a list; everything else of JSON is skipped. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\]]/g
const colon = /\s*:/y

/**
 * The first key that an object of a JSON text has twice, as JSON.parse, which takes the last of them, does not tell.
 * @param text valid JSON
 */
export function duplicateKey(text: string): string | undefined {
  const open: (Set<string> | null)[] = []
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '{') open.push(new Set())
    else if (found === '[') open.push(null)
    else if (found === '}' || found === ']') open.pop()
    else {
      const keys = open.at(-1)
      colon.lastIndex = index + found.length
      if (!keys || !colon.test(text)) continue
      const key = JSON.parse(found) as string
      if (keys.has(key)) return key
      keys.add(key)
    }
  }
  return undefined
}
