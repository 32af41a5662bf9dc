import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * Two cookies: the session, and the mark of a browser somebody has signed in with before. Over plain http in a house
 * network (`ATRIUM_PLAIN_HTTP=1`) browsers refuse `__Host-` and `Secure`; then, and only then, both go without.
 * Their values are letters, digits and `_-.` only, so nothing needs escaping.
 */
const plainHttp = () => process.env['ATRIUM_PLAIN_HTTP'] === '1'

export type CookieKind = 'session' | 'browser'

const nameOf = (kind: CookieKind) =>
  `${plainHttp() ? '' : '__Host-'}${kind === 'session' ? 'atrium' : 'atrium-browser'}`

export function readCookie(request: FastifyRequest, kind: CookieKind): string | null {
  const header = request.headers.cookie
  if (header === undefined || header.length > 8_000) return null
  const start = `${nameOf(kind)}=`
  const pair = header.split(/; ?/).find((one) => one.startsWith(start))
  return pair === undefined ? null : pair.slice(start.length)
}

/** `maxAge` in seconds; without it the cookie goes with the browser. */
export function giveCookie(reply: FastifyReply, kind: CookieKind, value: string, maxAge?: number): void {
  const secure = plainHttp() ? '' : '; Secure'
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`
  reply.header('set-cookie', `${nameOf(kind)}=${value}; Path=/; HttpOnly${secure}; SameSite=Lax${age}`)
}

export function dropCookie(reply: FastifyReply, kind: CookieKind): void {
  giveCookie(reply, kind, '', 0)
}
