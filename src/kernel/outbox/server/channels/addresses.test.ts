import { expect, test } from 'vitest'
import { allows, isPublic, mappedV4, readAllowed } from './addresses.ts'

test.each([
  '0.0.0.0',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.8.8.8',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.170',
  '192.0.2.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.1.2.3',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '0:0:0:0:0:ffff:7f00:1',
  '::7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '100::1',
  'fd00:ec2::254',
  '3fff::1',
  '127.1',
  '0x7f000001',
  '2130706433',
  'localhost',
  '',
])('%s is not the public internet', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['1.1.1.1', '8.8.8.8', '172.15.255.255', '172.32.0.1', '100.63.255.255', '192.167.1.1', '223.5.5.5'])(
  '%s is the public internet',
  (address) => {
    expect(isPublic(address)).toBe(true)
    expect(isPublic(`::ffff:${address}`)).toBe(true)
  },
)

test.each(['2400:3200::1', '2606:4700:4700::1111', '2a00:1450::1'])('%s is the public internet', (address) => {
  expect(isPublic(address)).toBe(true)
})

test('an address of IPv4 in the clothes of IPv6 is undressed', () => {
  expect(mappedV4('::ffff:a00:1')).toBe('10.0.0.1')
  expect(mappedV4('::ffff:192.168.0.9')).toBe('192.168.0.9')
  expect(mappedV4('2400:3200::1')).toBe('2400:3200::1')
  expect(mappedV4('10.0.0.1')).toBe('10.0.0.1')
})

test('the allow-list is ranges of addresses, and lets nothing else through', () => {
  const list = readAllowed(' 127.0.0.1, 10.2.0.0/16 ,fd00::/8,')
  for (const address of ['127.0.0.1', '10.2.200.1', '::ffff:10.2.0.1', 'fd12::1'])
    expect(allows(list, address)).toBe(true)
  for (const address of ['127.0.0.2', '10.3.0.1', 'fe80::1', 'localhost', '']) expect(allows(list, address)).toBe(false)
  expect(allows(readAllowed(''), '127.0.0.1')).toBe(false)
})

test.each(['localhost', '10.0.0.0/33', '10.0.0/8', '::1/129', '10.0.0.1/x', '10.0.0.1-10.0.0.9', 'fe80::1%eth0'])(
  '%s is no range',
  (text) => {
    expect(() => readAllowed(text)).toThrow(RangeError)
  },
)
