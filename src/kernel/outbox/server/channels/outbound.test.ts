import { mailCertificate } from '#test/mail-certificate.ts'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAllowed } from './addresses.ts'
import { demandUsable, openOutbound, readUrl, strictOutbound } from './outbound.ts'
import { post } from './post.ts'

const local = readAllowed('127.0.0.1')
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fine',
    (error: { code?: string; unsure?: boolean }) => `${error.code}${error.unsure === true ? ' unsure' : ''}`,
  )

const heard: string[] = []
const server = createServer((request, response) => {
  heard.push(`${request.method} ${request.url}`)
  if (request.url === '/moved') response.writeHead(302, { location: '/there' }).end()
  else if (request.url === '/long') response.end('x'.repeat(1_000_000))
  else if (request.url === '/hangs') request.resume()
  else if (request.url === '/slow') {
    response.write('x')
    setInterval(() => response.write('x'), 50).unref()
  } else if (request.url === '/cut') request.socket.destroy()
  else response.end('yes')
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const posting = (path: string, withinMs = 1000) => ({
  url: `http://127.0.0.1:${port}${path}`,
  headers: {},
  body: '{}',
  withinMs,
})

test.each([
  'http://127.0.0.1:8443/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://0177.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[fd00::1]:8443/',
  'https://169.254.169.254/latest/meta-data',
  'https://100.100.100.200/',
])('%s is never connected to', async (url) => {
  expect(await code(post(strictOutbound, { url, headers: {}, body: '' }))).toMatch(/^(blocked|badAddress)$/)
  expect(await code(demandUsable(strictOutbound, url))).toMatch(/^(blocked|badAddress)$/)
})

test.each([
  'ftp://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:secret@example.com/',
  'https://user@example.com/',
  'https://example.com:22/',
  'https://example.com:25/',
  'not an address',
  '//example.com',
  '',
  `https://example.com/${'x'.repeat(1000)}`,
])('%s is no address for a message', (url) => {
  expect(() => readUrl(url)).toThrow()
})

test('a name that means an inner address, alone or among others, is blocked', async () => {
  for (const means of [['10.0.0.7'], ['1.1.1.1', '10.0.0.7'], ['::ffff:7f00:1'], ['fe80::1']]) {
    const outbound = openOutbound(readAllowed(''), () => Promise.resolve(means))
    expect(await code(outbound.resolve('looks-fine.example'))).toBe('blocked')
  }
  const unknown = openOutbound(readAllowed(''), () => Promise.reject(new Error('ENOTFOUND')))
  expect(await code(unknown.resolve('nobody.example'))).toBe('unreachable')
  const nothing = openOutbound(readAllowed(''), () => Promise.resolve([]))
  expect(await code(nothing.resolve('nobody.example'))).toBe('unreachable')
})

test('a name is looked up once, and the connection goes to what was checked, whatever it means a moment later', async () => {
  let asked = 0
  const turning = openOutbound(local, () => Promise.resolve([asked++ === 0 ? '127.0.0.1' : '10.0.0.7']))
  const answer = await post(turning, { ...posting('/yes'), url: `http://turning.example:${port}/yes` })
  expect([answer.status, answer.body, asked]).toEqual([200, 'yes', 1])
  expect(await code(turning.resolve('turning.example'))).toBe('blocked')
})

test('without TLS only where the installation trusts the address', async () => {
  const outside = openOutbound(local, () => Promise.resolve(['1.1.1.1']))
  expect(await code(post(outside, { url: 'http://plain.example/', headers: {}, body: '' }))).toBe('badAddress')
  expect(await code(demandUsable(outside, 'http://plain.example/'))).toBe('badAddress')
  expect(await code(demandUsable(outside, 'https://fine.example/hook?x=1'))).toBe('fine')
  expect(await code(demandUsable(openOutbound(local), `http://127.0.0.1:${port}/`))).toBe('fine')
})

test('a redirect is an answer, never followed', async () => {
  heard.length = 0
  expect((await post(openOutbound(local), posting('/moved'))).status).toBe(302)
  expect(heard).toEqual(['POST /moved'])
})

test('a certificate nobody vouches for is refused before anything is said', async () => {
  const secure = createSecureServer(mailCertificate, (_request, response) => {
    heard.push('secure')
    response.end()
  })
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
  heard.length = 0
  const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}/`
  expect(await code(post(openOutbound(local), { url, headers: {}, body: '{}' }))).toBe('certificate')
  expect(heard).toEqual([])
  secure.close()
})

test('an answer without end is cut at 64 kB', async () => {
  expect((await post(openOutbound(local), posting('/long'))).body).toHaveLength(65_536)
})

test('who says nothing, or never finishes, is left after the time given, and nobody knows whether it arrived', async () => {
  expect(await code(post(openOutbound(local), posting('/hangs', 200)))).toBe('timeout unsure')
  expect(await code(post(openOutbound(local), posting('/slow', 200)))).toBe('timeout unsure')
  expect(await code(post(openOutbound(local), posting('/cut')))).toBe('unreachable unsure')
})

test('where nobody listens, nothing can have arrived', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port: free } = closed.address() as AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const url = `http://127.0.0.1:${free}/`
  expect(await code(post(openOutbound(local), { url, headers: {}, body: '' }))).toBe('unreachable')
})
