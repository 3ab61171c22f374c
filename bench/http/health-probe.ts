import { request } from 'node:http'

/**
 * Asks /livez of a service twenty times a second on new connections, until its standard input ends; then prints for each when it asked and how
 * long the answer took, in milliseconds.
 */
const url = new URL('/livez', process.argv[2])
const times: [at: number, took: number][] = []
const start = performance.now()
let going = true
process.stdin.resume().on('end', () => {
  going = false
})
while (going) {
  const begun = performance.now()
  await new Promise<void>((resolve) => {
    const sent = request(url, { agent: false }, (answer) => answer.resume().on('end', resolve))
    sent.on('error', () => resolve())
    sent.end()
  })
  times.push([begun - start, performance.now() - begun])
  await new Promise((resolve) => setTimeout(resolve, 50))
}
process.stdout.write(JSON.stringify(times))
