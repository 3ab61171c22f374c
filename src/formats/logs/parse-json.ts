import { invalid, type Problem } from '../../domain/problems.ts'

/** Words that other languages write for numbers that JSON lacks. */
const bareWord = /^[+-]?(?:nan|inf(?:inity)?)(?![\w])/i

/**
 * Parses JSON, and says what is wrong with it in a way that helps: the most common fault of a log is a bare NaN or Infinity, which
 * Python's json module writes unless told otherwise.
 * @param pointer where the text is, as a place in the request
 * @param subject what it is, as the beginning of a sentence
 * @throws Problem `invalid-request`
 */
export function parseJson(text: string, pointer = '', subject = 'The body'): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    throw explained(text, error as Error, pointer, subject)
  }
}

function explained(text: string, error: Error, pointer: string, subject: string): Problem {
  if (text.trim() === '') return invalid(pointer, `${subject} is empty.`, 'Send a JSON document.')
  const at = firstBareWord(text)
  if (at === -1) return invalid(pointer, `${subject} is not JSON: ${error.message}.`)
  const word = (bareWord.exec(text.slice(at, at + 12)) as RegExpExecArray)[0]
  const standard = /nan/i.test(word) ? 'NaN' : word.startsWith('-') ? '-Infinity' : 'Infinity'
  return invalid(
    pointer,
    `${subject} is not JSON: a bare ${word} at ${place(text, at)}.`,
    `JSON has no such number: send the string "${standard}".`
  )
}

/** Where a NaN or Infinity stands outside of strings; −1 if nowhere. */
function firstBareWord(text: string): number {
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (inString) {
      if (char === 0x5c) i++
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (isWordStart(char) && bareWord.test(text.slice(i, i + 12))) return i
  }
  return -1
}

/** n, N, i, I, + or −: what such a word can start with. */
const isWordStart = (char: number): boolean =>
  char === 0x4e || char === 0x6e || char === 0x49 || char === 0x69 || char === 0x2d || char === 0x2b

function place(text: string, at: number): string {
  const before = text.slice(0, at)
  const lines = before.split('\n').length
  return lines === 1 ? `position ${at}` : `line ${lines}, column ${at - before.lastIndexOf('\n')}`
}
