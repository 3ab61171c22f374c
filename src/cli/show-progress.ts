/** From then on work says where it stands. */
const silentMs = 1500

/** On standard error, for what takes a while: one line that is written over on a terminal, else one every two seconds. */
export function showProgress(): { update(text: string): void; done(): void } {
  const { stderr } = process
  let next = performance.now() + silentMs
  let isShown = false
  return {
    update(text) {
      if (performance.now() < next) return
      next = performance.now() + (stderr.isTTY ? 100 : 2000)
      stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
      isShown = stderr.isTTY
    },
    done() {
      if (isShown) stderr.write('\r\u001b[K')
    }
  }
}
