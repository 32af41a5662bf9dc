import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#test/house.ts'
import { expectRefused, getting, posting } from '#test/refusals.ts'
import { deskOf, report } from '#test/repair-desk.ts'
import { tableSums } from '#test/table-sums.ts'

/* Addresses, methods, types and origins no page of ours would use: never a handler reached, never a 5xx, never a trace. */

let here: TestHouse
let number: string
let quoted: string

beforeAll(async () => {
  here = await testHouse()
  const desk = deskOf(here)
  number = await desk.open('lu')
  quoted = await desk.open('lu')
})
afterAll(() => here.close())

const header = () => ({ customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: null })
const opening = (more: object) => posting('/api/repair', { header: header(), input: report(more) })

test('the same page asked with a bad query is 400, never a surprise of the database', async () => {
  const bad = [
    'size=0',
    'size=201',
    'size=abc',
    'size=1&size=2',
    'q=a&q=b',
    'unknown=1',
    'open=maybe',
    'overdue=no',
    'building=12',
    'customerId=1',
    `customerId=${here.customer.chengji}x`,
    'unitId=%27',
    'from=yesterday',
    'from=2026-02-30',
    'from=0000-01-01',
    'to=9999-12-31',
    'from=1900-01-01',
    `q=${'x'.repeat(61)}`,
    `state=${'x'.repeat(401)}`,
    '__proto__=1',
    ...[
      'x',
      '%00',
      'Zm9v',
      ...[
        '2026|00000000-0000-0000-0000-000000000000',
        '2026-11-23 (x)|00000000-0000-0000-0000-000000000000',
        `1 Jan|${'-'.repeat(36)}`,
        `2026-11-23T00:00:00.000Z|${'-'.repeat(36)}`,
        '2026-11-23T00:00:00.000Z',
        '275760-09-13|00000000-0000-0000-0000-000000000000',
      ].map((text) => Buffer.from(text).toString('base64url')),
    ].map((cursor) => `after=${cursor}`),
  ]
  for (const query of bad) {
    await expectRefused(here, 'lu', getting(`/api/repair?${query}`), { status: 400 }, query)
  }
  for (const query of bad.filter((one) => /0000|9999|after=x/.test(one)).slice(0, 3))
    await expectRefused(here, 'lu', getting(`/api/repair/export.xlsx?${query}`), { status: 400 }, `export ${query}`)
  for (const q of ['%25', '_', '%5C', '%27%20or%201=1--', '%F0%9F%94%A7', '%C2%A0', '+', '1-', '空', '%EF%BF%BD'])
    expect((await here.ask('lu', 'GET', `/api/repair?q=${q}`)).status, q).toBe(200)
  for (const url of ['/api/repair?from=2000-01-01&to=2100-12-31', '/api/repair?state=,,,&priority=P9,x&category=%25'])
    expect((await here.ask('lu', 'GET', url)).status, url).toBe(200)
  for (const url of [
    '/api/repair/similar',
    '/api/repair/similar?unitId=1',
    '/api/queue?scope=all',
    '/api/views?page=',
    `/api/search?q=${'x'.repeat(61)}`,
  ])
    await expectRefused(here, 'lu', getting(url), { status: 400 }, url)
})

test('a content type that is not ours never reaches the parser', async () => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/json\t',
    ' text/json',
    'application/jsonx',
    'application/json,text/plain',
    'application/json; charset=utf-8; x=1',
    'application/ld+json',
    'multipart/form-data',
    'application/xml',
    '',
  ]
  for (const type of types)
    await expectRefused(
      here,
      'lu',
      { ...opening({}), headers: { 'content-type': type, 'idempotency-key': crypto.randomUUID() } },
      { status: [400, 415] },
      `type "${type}"`,
    )
  for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8']) {
    const fine = await here.ask(
      'lu',
      'POST',
      '/api/repair',
      { header: header(), input: report() },
      { 'content-type': type },
    )
    expect(fine.status, type).toBe(201)
  }
})

test('a path bent out of shape never reaches a handler', async () => {
  const before = await tableSums(here.house)
  const paths = [
    `/api/repair/${number}%2F..%2F${quoted}`,
    `/api/repair/..%2f${number}`,
    `/api//repair/${number}`,
    `/api/repair/${number}/`,
    '/api/repair/',
    `/API/repair/${number}`,
    `/api/Repair/${number}`,
    `/api/repair/${number};x=1`,
    `/api/repair/${number}%00`,
    `/api/repair/${number}%20`,
    `/api/repair/${number.toLowerCase()}`,
    `/%2e%2e/api/repair/${number}x`,
    '/api/repair/%zz',
    '/api/repair/%',
    `/api/repair/${'A'.repeat(300)}`,
    `/api/repair/%252e%252e`,
    `/api/repair/${number}/paper/..%2f..%2fsecret.key`,
    `/api/repair/${number}/paper/toString.pdf`,
    `/api/files/..%2f..%2fetc%2fpasswd`,
    '/api/files/%2e%2e',
    '/var/secret.key',
    '/.git/config',
    '/api/repair/similar/',
    '/api/me/../repair%2f',
  ]
  for (const url of paths) {
    const answer = await here.send('lu', { method: 'GET', url })
    expect([400, 404, 414], `${url}: ${answer.status} ${answer.text.slice(0, 80)}`).toContain(answer.status)
    expect(answer.headers['content-type'], url).toContain('application/problem+json')
    expect(answer.text, url).not.toContain('空调')
  }
  expect(await tableSums(here.house)).toBe(before)
})

test('a method that is not served changes nothing and says so as a problem', async () => {
  const before = await tableSums(here.house)
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)
    for (const url of ['/api/repair', `/api/repair/${number}`, `/api/repair/${number}/deliver`, '/api/queue']) {
      const answer = await here.ask('lu', method as 'PUT', url)
      expect([404, 405], `${method} ${url}`).toContain(answer.status)
      expect(answer.headers['content-type']).toContain('application/problem+json')
    }
  expect(await tableSums(here.house)).toBe(before)
})

test('a write from another site is refused whatever it carries', async () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:81' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
  ]
  for (const headers of foreign)
    await expectRefused(
      here,
      'lu',
      posting(`/api/repair/${number}/deliver`, { version: 1, input: {} }, { host: 'localhost', ...headers }),
      { status: 403, code: 'crossSite' },
      JSON.stringify(headers),
    )
})

test('headers that claim an identity are ignored', async () => {
  for (const name of ['x-user-id', 'x-remote-user', 'x-forwarded-user', 'x-tenant', 'authorization']) {
    const answer = await here.ask(null, 'GET', `/api/repair/${number}`, undefined, { [name]: here.id.shen })
    expect([answer.status, answer.body['code']], name).toEqual([401, 'notSignedIn'])
  }
  const forged = await here.ask(null, 'GET', '/api/me', undefined, { cookie: `__Host-atrium=${'A'.repeat(43)}` })
  expect(forged.status).toBe(401)
})
