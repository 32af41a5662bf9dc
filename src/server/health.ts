import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { House } from '#kernel/http/server/house.ts'

/** /healthz: the process lives. /readyz: it can serve, asked of the database itself. /metrics: from this machine only. */
export function addHealth(app: FastifyInstance, house: House): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Seconds from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    seconds.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  app.get('/healthz', { config: { rateLimit: false } }, (_request, reply) => reply.type('text/plain').send('ok'))
  app.get('/readyz', { config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await house.database.pool.query('select 1')
      return await reply.type('text/plain').send('ready')
    } catch {
      return reply.status(503).header('retry-after', '2').type('text/plain').send('the database does not answer')
    }
  })
  app.get('/metrics', { config: { rateLimit: false } }, async (request, reply) => {
    if (!/^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')) return reply.callNotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
