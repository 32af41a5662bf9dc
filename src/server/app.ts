import cookie from '@fastify/cookie'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import { type FastifyInstance, type FastifyRequest, fastify, LogController } from 'fastify'
import { isStorable } from '#lib/text.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import { addressKey } from '#kernel/people/server/address.ts'
import { sessionHashOf } from '#kernel/people/server/sessions.ts'
import { addRoute } from './door.ts'
import { addHealth } from './health.ts'
import { addPages } from './pages.ts'
import { sendProblem } from './problems.ts'

export interface Wiring {
  readonly house: House
  readonly routes: readonly AnyRoute[]
  /** folder of the built web, or null for a server without pages */
  readonly webDir: string | null
  readonly perMinute: number
  /** requests in work at once; beyond, a quick 503 keeps the admitted ones fast */
  readonly mostAtOnce: number
  readonly trustProxy: boolean
}

/** The HTTP side of the house: hooks in the order in which a request meets them, then every declared route. */
export async function buildApp({
  house,
  routes,
  webDir,
  perMinute,
  mostAtOnce,
  trustProxy,
}: Wiring): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: house.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_000_000,
    requestTimeout: 30_000,
    trustProxy,
    return503OnClosing: true,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false, caseSensitive: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (error, request, reply) => {
      sendProblem(error, request, reply)
    },
  }) as unknown as FastifyInstance
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply))
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new Refused({ status: 404, code: 'notFound', says: doorWords.notFound }), request, reply),
  )
  shedLoad(app, mostAtOnce)
  await app.register(helmet, {
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(rateLimit, {
    global: true,
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: keyOf,
    addHeadersOnExceeding: {},
    addHeaders: { 'retry-after': true },
  })
  await app.register(multipart, {
    throwFileSizeLimit: true,
    limits: { files: 1, fields: 4, parts: 5, fieldSize: 1000, headerPairs: 20 },
  })
  app.addHook('preValidation', async (request) => refuseUnstorable(request))
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox")
  })
  addHealth(app, house)
  for (const spec of routes) addRoute(app, house, spec, perMinute)
  if (webDir !== null) await addPages(app, webDir)
  return app
}

/** One bucket a session, and one an address (IPv6 by its /64) for whoever has none. */
const keyOf = (request: FastifyRequest): string => sessionHashOf(request) ?? addressKey(request.ip)

/** Text PostgreSQL cannot hold, and numbers JSON cannot say (1e309), are stopped here, wherever in the body or the address it hides. */
function refuseUnstorable(request: FastifyRequest): void {
  const seen = [request.body, request.query, request.params]
  if (seen.some((value) => !storable(value, 0)))
    throw new Refused({ status: 400, code: 'notStorable', says: doorWords.notStorable })
}

function storable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true
  if (depth > 12) return false
  return Object.entries(value).every(([key, inner]) => isStorable(key) && storable(inner, depth + 1))
}

function shedLoad(app: FastifyInstance, most: number): void {
  let inWork = 0
  app.addHook('onRequest', async (request, reply) => {
    // A stream that stays open is not work.
    if (request.url === '/api/events') return
    inWork += 1
    reply.raw.once('close', () => {
      inWork -= 1
    })
    if (inWork > most && request.url.startsWith('/api/')) {
      throw new Refused({ status: 503, code: 'busy', says: doorWords.busy, retryAfter: 2 })
    }
  })
}
