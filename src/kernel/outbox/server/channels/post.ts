/** One POST through the guard: no redirects, no second connection, an end to waiting and to reading. */
import { Agent as HttpAgent, type ClientRequest, type IncomingMessage, request as plainRequest } from 'node:http'
import { Agent as HttpsAgent, request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf, type Outbound, readUrl, WireError } from './outbound.ts'

export interface Posting {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** the whole of it; ten seconds unless told */
  readonly withinMs?: number
}

export interface Answered {
  readonly status: number
  readonly body: string
  /** seconds the other side wants to be left alone */
  readonly retryAfter: number | null
}

const mostBytes = 64 * 1024

/** Throws a WireError when there was no answer; any status is an answer. */
export async function post(outbound: Outbound, posting: Posting): Promise<Answered> {
  const url = readUrl(posting.url)
  const { address, trusted } = await outbound.resolve(hostOf(url))
  const secure = url.protocol === 'https:'
  if (!secure && !trusted) throw new WireError('badAddress')
  return await new Promise((resolve, reject) => {
    // Until the connection stands, nothing can have arrived.
    let connected = false
    const signal = AbortSignal.timeout(posting.withinMs ?? 10_000)
    const options = {
      method: 'POST',
      host: hostOf(url),
      port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Atrium',
        ...posting.headers,
        'content-length': String(Buffer.byteLength(posting.body)),
      },
      signal,
      autoSelectFamily: false,
      lookup: pinned(address),
    }
    const sent: ClientRequest = secure
      ? secureRequest({ ...options, agent: new HttpsAgent({ keepAlive: false, maxCachedSessions: 0 }) })
      : plainRequest({ ...options, agent: new HttpAgent({ keepAlive: false }) })
    const fail = (error: NodeJS.ErrnoException) => {
      if (!connected && isCertificate(error)) return reject(new WireError('certificate', error.code))
      const code = signal.aborted ? 'timeout' : 'unreachable'
      reject(new WireError(code, error.code ?? '', connected))
    }
    sent.on('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true)))
    sent.on('error', fail)
    sent.on('response', (response) => {
      read(response).then(resolve, fail)
    })
    sent.end(posting.body)
  })
}

/** Whatever the name means by now, the connection goes to the address that was checked. */
const pinned =
  (address: string): LookupFunction =>
  (_host, how, done) =>
    how.all === true ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address))

async function read(response: IncomingMessage): Promise<Answered> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length
    parts.push(part)
    if (length > mostBytes) {
      response.destroy()
      break
    }
  }
  const wait = Number(response.headers['retry-after'])
  return {
    status: response.statusCode ?? 0,
    body: Buffer.concat(parts).subarray(0, mostBytes).toString('utf8'),
    retryAfter: Number.isInteger(wait) && wait > 0 ? Math.min(wait, 86_400) : null,
  }
}

const isCertificate = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  /^(ERR_TLS|CERT_|UNABLE_|DEPTH_|SELF_)/.test(code)
