/** Longest text in a comment, in characters. */
const lengthMax = 120

/**
 * Quotes a text from a user so that it cannot end a line, string or comment in any target language. Escapes control, line-end, invisible
 * and direction characters, quotes, backslashes and the end of a block comment.
 * @see Boucher, Anderson, Trojan Source: Invisible Vulnerabilities, 2021, arXiv:2111.00169
 */
export function quoted(text: string): string {
  const characters = [...text]
  const shown = characters.length > lengthMax ? `${characters.slice(0, lengthMax - 1).join('')}…` : text
  const escaped = JSON.stringify(shown)
    .slice(1, -1)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replace(/\*\//g, '*\\/')
    .replace(/<(?=[/!?])/g, '<\\')
  return `"${escaped}"`
}
