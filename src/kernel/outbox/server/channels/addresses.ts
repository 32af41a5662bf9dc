/** Which addresses lie outside: everything the registries of IANA do not hand to the public internet is inner. */
import { BlockList, isIP } from 'node:net'

const innerV4 = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8',
  '100.64.0.0/10', // carrier NAT, and a cloud's metadata at 100.100.100.200
  '127.0.0.0/8',
  '168.63.129.16/32', // a cloud's wire server
  '169.254.0.0/16', // link-local, and metadata at 169.254.169.254
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved and broadcast
]
/** Within 2000::/3, the only part of IPv6 that is public at all. */
const innerV6 = [
  '2001::/23', // protocol assignments, Teredo, ORCHID
  '2001:db8::/32',
  '2002::/16', // 6to4 carries any IPv4 address
  '2620:4f:8000::/48',
  '3fff::/20',
]

const rangesOf = (subnets: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [address = '', bits = ''] = subnet.split('/')
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
const inner4 = rangesOf(innerV4)
const inner6 = rangesOf(innerV6)
const public6 = rangesOf(['2000::/3'])

/** True for an address of the public internet; false for anything else, also for what is no address. */
export function isPublic(address: string): boolean {
  const v4 = mappedV4(address)
  if (isIP(v4) === 4) return !inner4.check(v4, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  return public6.check(address, 'ipv6') && !inner6.check(address, 'ipv6')
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are 10.0.0.1 in other clothes; anything else is returned as it came. */
export function mappedV4(address: string): string {
  if (isIP(address) !== 6) return address
  const [, high, low] =
    /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(new URL(`http://[${address.split('%')[0]}]`).hostname) ?? []
  if (high === undefined || low === undefined) return address
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return `${a >> 8}.${a & 255}.${b >> 8}.${b & 255}`
}

/** The ranges whoever runs the server allows all the same: `127.0.0.1, 10.2.0.0/16, fd00::/8`. Throws on anything else. */
export function readAllowed(text: string): BlockList {
  const list = new BlockList()
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const [address = '', bits] = part.split('/')
    const family = isIP(address)
    const most = family === 6 ? 128 : 32
    const width = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (family === 0 || address.includes('%') || width < 0 || width > most)
      throw new RangeError(`not a range of addresses: ${part}`)
    list.addSubnet(address, width, family === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}

export function allows(list: BlockList, address: string): boolean {
  const v4 = mappedV4(address)
  if (isIP(v4) === 4) return list.check(v4, 'ipv4')
  return isIP(address) === 6 && !address.includes('%') && list.check(address, 'ipv6')
}
