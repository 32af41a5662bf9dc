import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { fromAcceptLanguage, type Language, say } from '#lib/language.ts'
import { codeOf } from '#kernel/database/database.ts'
import { type ProblemDocument, Refused, type RefusalSpec } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'

/* The one place where a refusal or a surprise becomes an answer: RFC 9457, in the reader's language, without internals. */

/** The signed-in reader's language, for a request that names none. */
const readers = new WeakMap<FastifyRequest, Language>()
export function answerIn(request: FastifyRequest, language: Language): void {
  readers.set(request, language)
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const spec = error instanceof Refused ? error.spec : surprise(error)
  if (spec.status >= 500) request.log.error({ err: error }, 'failed')
  const language = readers.get(request) ?? fromAcceptLanguage(request.headers['accept-language'])
  if (spec.retryAfter !== undefined) reply.header('retry-after', spec.retryAfter)
  return reply
    .status(spec.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(documentOf(spec, language)))
}

export function documentOf(spec: RefusalSpec, language: Language): ProblemDocument {
  return {
    type: `urn:atrium:problem:${spec.code}`,
    title: say(spec.says, language),
    status: spec.status,
    code: spec.code,
    ...(spec.missing
      ? { missing: spec.missing.map(({ need, says }) => ({ need, message: say(says, language) })) }
      : {}),
    ...(spec.errors
      ? { errors: spec.errors.map(({ path, code, says }) => ({ path, code, message: say(says, language) })) }
      : {}),
    ...(spec.retryAfter === undefined ? {} : { retryAfter: spec.retryAfter }),
  }
}

type Word = keyof typeof doorWords
const refusal = (status: number, code: Word, retryAfter?: number): RefusalSpec => ({
  status,
  code,
  says: doorWords[code],
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

const ofFramework: Readonly<Record<string, RefusalSpec>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: refusal(415, 'wrongType'),
  FST_ERR_CTP_BODY_TOO_LARGE: refusal(413, 'tooLarge'),
  FST_REQ_FILE_TOO_LARGE: refusal(413, 'tooLarge'),
  FST_ERR_CTP_EMPTY_JSON_BODY: refusal(400, 'malformed'),
  FST_ERR_CTP_INVALID_JSON_BODY: refusal(400, 'malformed'),
}

/** Database and disk: gone, too slow, too many, or full. Class 08 and 57: the connection; 53: resources. */
const ofDatabase: readonly (readonly [RegExp, RefusalSpec])[] = [
  [/^53100$|^ENOSPC$/, refusal(507, 'storageFull')],
  [/^53|^55P03$/, refusal(503, 'busy', 2)],
  [/^08|^57P|^57014$|^ECONN|^ENOENT$|^EPIPE$|^ETIMEDOUT$/, refusal(503, 'unavailable', 2)],
  [/^22021$|^22P05$/, refusal(400, 'notStorable')],
  [/^22003$/, refusal(400, 'input')],
]

function surprise(error: unknown): RefusalSpec {
  const code = codeOf(error)
  const known =
    code === null ? undefined : (ofFramework[code] ?? ofDatabase.find(([pattern]) => pattern.test(code))?.[1])
  if (known) return known
  const message = error instanceof Error ? error.message : ''
  if (
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/.test(
      message,
    )
  )
    return refusal(503, 'unavailable', 2)
  if (/unexpected end of (form|multipart data)|Malformed part header|Boundary not found/i.test(message))
    return refusal(400, 'malformed')
  const status = isFastifyError(error) ? error.statusCode : undefined
  if (status === 429) return refusal(429, 'slow', 10)
  if (status !== undefined && status >= 400 && status < 500) return refusal(status, 'malformed')
  return refusal(500, 'failed')
}

const isFastifyError = (error: unknown): error is FastifyError =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
