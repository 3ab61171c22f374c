import Fastify from 'fastify'

/** The opponent: one Fastify route that answers what a multiplier looks like, and nothing else. Prints its URL. */
const app = Fastify()
app.get('/v1/schedules/:id/multipliers/:step', (_request, reply) =>
  reply.send({ step: 100, multiplier: 0.17361111111151914, learningRate: 0.0173 })
)
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
