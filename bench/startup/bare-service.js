import Fastify from 'fastify'

// The opponent: one Fastify route and nothing else, as JavaScript. PORT names its port.
const app = Fastify()
app.get('/readyz', (_request, reply) => reply.send({ status: 'ok' }))
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
