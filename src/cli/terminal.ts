import type { Terminal } from './terminal-chart.ts'

/** Text in lines of at most so many columns, a little indented. */
export function wrapped(text: string, columns: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string
    if (line.length + word.length + 3 <= columns) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(` ${word}`)
  }
  return lines.map((line) => ` ${line}`)
}

/** Colours where a person looks and has not said otherwise. @see https://no-color.org */
export function terminalOf(toTerminal: boolean): Terminal {
  const { NO_COLOR, FORCE_COLOR, COLUMNS } = process.env
  const isTerminal = toTerminal && process.stdout.isTTY === true
  const colour = NO_COLOR ? false : FORCE_COLOR !== undefined && FORCE_COLOR !== '0' ? true : isTerminal
  return { columns: (isTerminal ? process.stdout.columns : Number(COLUMNS)) || 80, colour }
}
