import type { FastifyRequest } from 'fastify'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'

/**
 * A write from another site: the refusal to throw, or null. Besides SameSite on the cookie: a form of another site can
 * send neither JSON nor our origin. Programs other than browsers send neither header and hold no cookie to steal.
 */
export function crossSite(request: FastifyRequest): Refused | null {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return null
  const { origin, host } = request.headers
  const site = request.headers['sec-fetch-site']
  const foreign =
    site !== undefined ? site !== 'same-origin' : origin !== undefined && hostOf(origin) !== host?.toLowerCase()
  if (foreign) return new Refused({ status: 403, code: 'crossSite', says: doorWords.crossSite })
  return hasBody(request) && !isOurType(request.headers['content-type'])
    ? new Refused({ status: 415, code: 'wrongType', says: doorWords.wrongType })
    : null
}

function hasBody(request: FastifyRequest): boolean {
  const length = request.headers['content-length']
  return request.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0')
}

const isOurType = (type: string | undefined) =>
  type !== undefined &&
  /^(application\/json(; ?charset="?utf-8"?)?|multipart\/form-data; ?boundary=[\w'()+,./:=?" -]{1,200})$/i.test(type)

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
