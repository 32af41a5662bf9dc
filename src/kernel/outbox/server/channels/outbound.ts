/**
 * The guard at the way out. A name is looked up once; what it means is checked; the connection goes to that very address,
 * so that a name which changes its meaning between check and connection gains nothing.
 */
import { lookup as systemLookup } from 'node:dns/promises'
import type { BlockList } from 'node:net'
import { isIP } from 'node:net'
import type { DeliveryError } from '../../words.ts'
import { allows, isPublic, readAllowed } from './addresses.ts'

/** Why nothing was sent. `unsure`: it may have arrived all the same. */
export class WireError extends Error {
  readonly code: DeliveryError
  readonly unsure: boolean
  constructor(code: DeliveryError, detail = '', unsure = false) {
    super(detail)
    this.name = 'WireError'
    this.code = code
    this.unsure = unsure
  }
}

export type Lookup = (host: string) => Promise<readonly string[]>

export interface Outbound {
  /** the one address to connect to, and whether the installation trusts it; throws a WireError */
  resolve(host: string): Promise<{ readonly address: string; readonly trusted: boolean }>
}

const everyAddress: Lookup = async (host) =>
  (await systemLookup(host, { all: true, order: 'ipv4first' })).map(({ address }) => address)

/** `allowed`: ranges that may be reached though they are inner, and there also without TLS. */
export function openOutbound(allowed: BlockList, lookup: Lookup = everyAddress): Outbound {
  return {
    async resolve(host) {
      const addresses = isIP(host) === 0 ? await found(host, lookup) : [host]
      const [first] = addresses
      if (first === undefined) throw new WireError('unreachable')
      const trusted = addresses.every((address) => allows(allowed, address))
      // One inner address among several is what a rebinding name looks like: none of them is used.
      if (!trusted && !addresses.every(isPublic)) throw new WireError('blocked')
      return { address: first, trusted }
    },
  }
}

/** Nothing inner at all. */
export const strictOutbound: Outbound = openOutbound(readAllowed(''))

async function found(host: string, lookup: Lookup): Promise<readonly string[]> {
  try {
    return await lookup(host)
  } catch {
    throw new WireError('unreachable')
  }
}

const usualPorts = ['', '80', '443']

/** A web address as it may be used at all: https, or http for the trusted; nothing hidden in it. Throws a WireError. */
export function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (
    url === null ||
    text.length > 1000 ||
    !['https:', 'http:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    !(usualPorts.includes(url.port) || Number(url.port) >= 1024)
  )
    throw new WireError('badAddress')
  return url
}

/** The host of a URL as an address or a name, without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** Throws a WireError when this address can never be used; a name that is unknown today may be known tomorrow. */
export async function demandUsable(outbound: Outbound, text: string): Promise<void> {
  const url = readUrl(text)
  const there = await outbound.resolve(hostOf(url)).catch((error: unknown) => {
    if (error instanceof WireError && error.code === 'unreachable') return null
    throw error
  })
  if (url.protocol === 'http:' && there?.trusted !== true) throw new WireError('badAddress')
}
