/** Most characters of a name that a comment shows. */
const lengthMax = 120

/**
 * A text that somebody chose, quoted so that it ends no line, string or comment in any language and shows in the order in which it is
 * stored: controls, line ends of every kind, invisible and direction characters are escaped, as are quotes, backslashes and the end of a block comment.
 * @see Boucher, Anderson, Trojan Source: Invisible Vulnerabilities, 2021, arXiv:2111.00169
 */
export function quoted(text: string): string {
  const characters = [...text]
  const shown = characters.length > lengthMax ? `${characters.slice(0, lengthMax - 1).join('')}…` : text
  const escaped = JSON.stringify(shown)
    .slice(1, -1)
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`)
    .replace(/\*\//g, '*\\/')
    .replace(/<(?=[/!?])/g, '<\\')
  return `"${escaped}"`
}
