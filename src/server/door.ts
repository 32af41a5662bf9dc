import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { fromAcceptLanguage } from '#lib/language.ts'
import { problemsOf } from '#kernel/process/decide.ts'
import { faultSentence, notFound } from '#kernel/process/server/refusals.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { AnyRoute, Asked, Policy } from '#kernel/http/server/route.ts'
import { Kept } from '#kernel/http/server/write.ts'
import { actorOf, type Session } from '#kernel/people/server/sessions.ts'
import { crossSite } from '#kernel/people/server/cross-site.ts'
import { answerIn } from './problems.ts'

/*
 * From the declaration of a route to a request that reads left to right: same site, who asks, may he, is it well formed,
 * then the handler, then the answer held against its schema. A declaration that leaves something out is refused at boot.
 */

const nobody: Actor = { kind: 'guest', id: null, name: '', roles: [], customerId: null, guestTokenHash: null }

export function addRoute(app: FastifyInstance, house: House, spec: AnyRoute, perMinute: number): void {
  const fault = faultOf(spec)
  if (fault) throw new Error(`route ${spec.method} ${spec.path}: ${fault}`)
  app.route({
    method: spec.method === 'GET' && spec.answer === 'bytes' ? ['GET', 'HEAD'] : spec.method,
    url: spec.path,
    ...(spec.upload ? { bodyLimit: spec.upload.most + 64_000 } : {}),
    config: {
      rateLimit: {
        max: spec.limit ? Math.min(spec.limit.perMinute, perMinute) : perMinute,
        timeWindow: 60_000,
        ...(spec.limit ? { groupId: spec.id } : {}),
      },
    },
    handler: async (request, reply) => {
      const asked = await admit(spec, request, reply, house)
      const answer = await (spec.handle as (asked: Asked, house: House) => Promise<unknown>)(asked, house)
      return sendAnswer(spec, reply, answer, asked)
    },
  })
}

/** What a declaration must have said. */
export function faultOf(spec: AnyRoute): string | null {
  const named = [...spec.path.matchAll(/:(\w+)/g)].length > 0
  if (named && !spec.params) return 'has parameters without a schema'
  if (Array.isArray(spec.policy) && spec.policy.length === 0) return 'is open to nobody'
  if (spec.writes && spec.method === 'GET') return 'writes by GET'
  if (spec.body && spec.method === 'GET') return 'asks a body by GET'
  return spec.method !== 'GET' &&
    spec.method !== 'DELETE' &&
    !spec.writes &&
    !spec.secretAnswer &&
    !spec.upload &&
    !['public', 'halfway', 'session'].includes(String(spec.policy))
    ? 'changes something without an Idempotency-Key'
    : null
}

async function admit(spec: AnyRoute, request: FastifyRequest, reply: FastifyReply, house: House): Promise<Asked> {
  const foreign = crossSite(request)
  if (foreign) throw foreign
  const session = await actorOf(request, house)
  const language =
    request.headers['accept-language'] === undefined && session
      ? session.language
      : fromAcceptLanguage(request.headers['accept-language'])
  answerIn(request, language)
  allow(spec.policy, session)
  return {
    actor:
      session?.stage === 'full' && !session.mustChange
        ? session.actor
        : spec.policy === 'halfway' && session
          ? session.actor
          : nobody,
    params: spec.params ? readOr(spec.params, request.params, notFound) : {},
    query: spec.query ? read(spec.query, request.query) : {},
    body: spec.body ? read(spec.body, request.body ?? {}) : undefined,
    language,
    key: spec.writes ? keyOf(request) : '',
    check: (answer) => checked(spec, answer),
    request,
    reply,
  }
}

/** Who has no business here learns nothing: not signed in 401, not allowed 404. */
function allow(policy: Policy, session: Session | null): void {
  if (policy === 'public') return
  if (session === null) throw new Refused({ status: 401, code: 'notSignedIn', says: doorWords.notSignedIn })
  if (policy === 'halfway') return
  if (session.stage !== 'full' || session.mustChange)
    throw new Refused({ status: 401, code: 'secondFactorNeeded', says: doorWords.secondFactorNeeded })
  if (policy === 'session' || policy === session.actor.kind) return
  if (Array.isArray(policy) && session.actor.roles.some((role) => policy.includes(role))) return
  throw notFound()
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (key === undefined) throw new Refused({ status: 400, code: 'keyMissing', says: doorWords.keyMissing })
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,120}$/.test(key))
    throw new Refused({ status: 400, code: 'badKey', says: doorWords.badKey })
  return key
}

function read(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = problemsOf(result.error.issues).map((problem) => ({
    path: problem.path,
    code: problem.code,
    says: faultSentence(problem),
  }))
  throw new Refused({ status: 400, code: 'input', says: doorWords.input, errors })
}

function readOr(schema: z.ZodType, value: unknown, refusal: () => Refused): unknown {
  const result = schema.safeParse(value)
  if (!result.success) throw refusal()
  return result.data
}

function checked(spec: AnyRoute, answer: unknown): unknown {
  return typeof spec.answer === 'string' ? answer : spec.answer.parse(answer)
}

function sendAnswer(spec: AnyRoute, reply: FastifyReply, answer: unknown, asked: Asked): unknown {
  if (spec.answer === 'bytes' || reply.sent) return answer
  reply.header('cache-control', 'no-store')
  if (spec.answer === 'nothing') return reply.status(204).send()
  const text = answer instanceof Kept ? answer.text : JSON.stringify(asked.check(answer))
  return reply
    .status(spec.status ?? 200)
    .type('application/json; charset=utf-8')
    .send(text)
}
