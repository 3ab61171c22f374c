/** Tells a person what goes on: on a terminal in one line that is written over, else in a line every two seconds. */
export interface Progress {
  /** A line that stays. */
  say(text: string): void
  /** Where long work stands now. May be called often. */
  update(text: string): void
}

const millisecondsBetweenLines = 2000

/** On stderr, as the output of the command that follows set-up may be read by a machine. */
export function createProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  let lastLine = performance.now()
  let overwritable = false
  const clear = (): void => {
    if (overwritable) stream.write('\r\u001b[K')
    overwritable = false
  }
  return {
    say: (text) => {
      clear()
      stream.write(`set-up: ${text}\n`)
      lastLine = performance.now()
    },
    update: (text) => {
      if (stream.isTTY) {
        clear()
        stream.write(`set-up: ${text}`.slice(0, Math.max(stream.columns - 1, 20)))
        overwritable = true
      } else if (performance.now() - lastLine >= millisecondsBetweenLines) {
        stream.write(`set-up: ${text}\n`)
        lastLine = performance.now()
      }
    }
  }
}

export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0)
