import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The opponent: reads a body to its end and answers with the same bytes, as they lie, in one write each. */
const server = createServer((request, response) => {
  const pieces: Buffer[] = []
  let length = 0
  request.on('data', (piece: Buffer) => {
    pieces.push(piece)
    length += piece.length
  })
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': length })
    response.cork()
    for (const piece of pieces) response.write(piece)
    response.end()
    response.uncork()
  })
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
