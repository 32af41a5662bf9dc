import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { pino } from 'pino'
import { z } from 'zod'
import { workingCalendar, officeHours } from '#lib/working-calendar.ts'
import { openDatabase, type Database } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import type { AnyRoute, Asked, Policy, Route } from '#kernel/http/server/route.ts'
import { Kept } from '#kernel/http/server/write.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { crossSite } from './cross-site.ts'
import { notSignedIn, notYours } from './refusals.ts'
import { actorOf, type Session } from './sessions.ts'

/** For tests: the routes of people and premises behind a door of a few lines, over a real database and a set clock. */
export interface Trial {
  readonly app: FastifyInstance
  readonly house: House
  readonly database: Database
  at(now: string): void
  readonly parameters: Map<string, unknown>
  close(): Promise<void>
}

const nobody: Actor = { kind: 'guest', id: null, name: '', roles: ['GUEST'], customerId: null, guestTokenHash: null }

export async function openTrial(
  url: string,
  routes: readonly AnyRoute[],
  modules: readonly LoadedModule[] = [],
): Promise<Trial> {
  const database = openDatabase({ connectionString: url, max: 6 })
  const parameters = new Map<string, unknown>([
    ['auth.staff_totp', 'optional'],
    ['auth.idle_minutes', 240],
    ['auth.session_minutes', 720],
  ])
  let now = '2026-11-24T02:00:00.000Z'
  const house: House = {
    database,
    now: () => now,
    modules,
    rulebook: {
      parameter: <T>(key: string) => parameters.get(key) as T,
      calendar: () => workingCalendar({ days: {}, hours: officeHours }),
      price: () => null,
      prices: () => [],
      renew: async () => undefined,
    },
    secret: new Uint8Array(32).fill(7),
    log: pino({ level: 'silent' }),
    events: { listen: () => () => undefined, close: async () => undefined },
    filesDir: '/nowhere',
    origin: 'http://localhost',
  }
  const app = Fastify({ trustProxy: 'loopback' })
  for (const one of routes) {
    const declared = one as unknown as Route
    app.route({
      method: declared.method,
      url: declared.path,
      handler: (request, reply) => knock(declared, house, request, reply),
    })
  }
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof Refused) {
      if (error.spec.retryAfter !== undefined) reply.header('retry-after', String(error.spec.retryAfter))
      return reply.code(error.spec.status).send({ code: error.spec.code })
    }
    if (error instanceof z.ZodError) return reply.code(400).send({ code: 'input' })
    const status =
      error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
    return reply.code(status).send({ code: String(error) })
  })
  return {
    app,
    house,
    database,
    parameters,
    at: (moment) => {
      now = moment
    },
    close: async () => {
      await app.close()
      await database.close()
    },
  }
}

async function knock(
  declared: Route,
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const foreign = crossSite(request)
  if (foreign !== null) throw foreign
  const session = await actorOf(request, house)
  admit(declared.policy, session)
  const { answer } = declared
  const asked: Asked = {
    actor: session?.actor ?? nobody,
    params: declared.params?.parse(request.params),
    query: declared.query?.parse(request.query),
    body: declared.body?.parse(request.body),
    language: session?.language ?? 'zh',
    key: String(request.headers['idempotency-key'] ?? ''),
    check: (value) => (typeof answer === 'string' ? value : answer.parse(value)),
    request,
    reply,
  }
  const given = await declared.handle(asked, house)
  if (answer === 'nothing') return reply.code(204).send()
  if (given instanceof Kept)
    return reply
      .code(declared.status ?? 200)
      .type('application/json')
      .send(given.text)
  return reply.code(declared.status ?? 200).send(asked.check(given))
}

function admit(policy: Policy, session: Session | null): void {
  if (policy === 'public') return
  if (session === null) throw notSignedIn()
  if (policy === 'halfway') return
  if (session.stage !== 'full') throw notYours()
  if (policy === 'session') return
  const { actor } = session
  const fits = typeof policy === 'string' ? actor.kind === policy : actor.roles.some((role) => policy.includes(role))
  if (!fits) throw notYours()
}
