import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { type Receiver, receiver } from '#test/receiver.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAllowed } from './channels/addresses.ts'
import { openOutbound } from './channels/outbound.ts'
import { sendDue } from './send.ts'

/* The pages of channels and deliveries through the door: who may, what is shown, what is kept. */

const outbound = openOutbound(readAllowed('127.0.0.1'))
const secretOf = (n: number) => `whsec_${Buffer.alloc(32, n).toString('base64')}`
let here: TestHouse
let there: Receiver

beforeAll(async () => {
  here = await testHouse()
  there = await receiver()
})
afterAll(async () => {
  await there.close()
  await here.close()
})
beforeEach(async () => {
  there.answer = {}
  there.received.length = 0
  await here.house.database.pool.query('update channels set active = false, secret = null, retired_at = now()')
})

const hookBody = (change: object = {}) => ({
  kind: 'webhook',
  name: '集团平台',
  active: true,
  settings: { url: `${there.origin}/hook`, events: ['repair.*'] },
  secret: { current: secretOf(1) },
  ...change,
})
const mailBody = (change: object = {}) => ({
  kind: 'mail',
  name: '邮件',
  active: true,
  settings: {
    host: '127.0.0.1',
    port: 2525,
    security: 'tls',
    user: 'atrium',
    from: 'a@b.example',
    fromName: '客服部',
    replyTo: '',
    ca: '',
    ...change,
  },
  secret: { password: 'geheim-4711' },
})
const robotBody = (url: string) => ({
  kind: 'wecom',
  name: '客服群',
  active: true,
  settings: { roles: ['CSM'], departments: [], about: 'promises', language: 'zh' },
  secret: { url, sign: '' },
})
async function create(body: object = hookBody()): Promise<string> {
  const answer = await here.ask('peng', 'POST', '/api/channels', body)
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)])
  return answer.body['id'] as string
}
const rowsOf = async (who: Somebody, url: string) =>
  (await here.ask(who, 'GET', url)).body['rows'] as Record<string, unknown>[]
const fault = async (body: object) => {
  const answer = await here.ask('peng', 'POST', '/api/channels', body)
  const errors = (answer.body['errors'] ?? []) as { path: string }[]
  return [answer.status, answer.body['code'], ...errors.map(({ path }) => path)]
}

test('the administrator sets up, the customer service manager reads, everybody else finds nothing', async () => {
  const id = await create()
  const body = { version: 1, ...hookBody(), kind: undefined }
  for (const who of ['lin', 'lu', 'zhou', 'qin'] as const) {
    expect((await here.ask(who, 'POST', '/api/channels', hookBody())).status).toBe(404)
    expect((await here.ask(who, 'PUT', `/api/channels/${id}`, body)).status).toBe(404)
    expect((await here.ask(who, 'DELETE', `/api/channels/${id}`)).status).toBe(404)
    expect((await here.ask(who, 'POST', `/api/channels/${id}/test`)).status).toBe(404)
  }
  for (const url of ['/api/channels', '/api/channels/changes', '/api/deliveries', '/api/deliveries/stuck']) {
    for (const who of ['peng', 'lin'] as const)
      expect([url, (await here.ask(who, 'GET', url)).status]).toEqual([url, 200])
    for (const who of ['lu', 'zhou', 'qin'] as const) expect((await here.ask(who, 'GET', url)).status).toBe(404)
  }
})

test('a secret goes in and never comes out, in no answer and in no column as it is', async () => {
  await create()
  await create(mailBody())
  await create(robotBody(`${there.origin}/robot?key=robot-key-4711`))
  const secrets = [secretOf(1), 'geheim-4711', 'robot-key-4711']
  for (const url of ['/api/channels', '/api/channels/changes', '/api/deliveries'])
    for (const who of ['peng', 'lin'] as const) {
      const { text } = await here.ask(who, 'GET', url)
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    }
  const kept = await here.house.database.pool.query<{ row: string }>(
    'select channels::text as row from channels union all select channel_changes::text from channel_changes union all select idempotency::text from idempotency',
  )
  expect(kept.rows.filter(({ row }) => secrets.some((secret) => row.includes(secret)))).toEqual([])
  expect((await rowsOf('lin', '/api/channels')).map(({ secretSet }) => secretSet)).toEqual([true, true, true])
})

test('every change leaves a line: who, what it was, what it is', async () => {
  const id = await create()
  const change = { ...hookBody({ name: '新平台', secret: null }), kind: undefined, version: 1 }
  expect((await here.ask('peng', 'PUT', `/api/channels/${id}`, change)).status).toBe(200)
  expect((await here.ask('peng', 'PUT', `/api/channels/${id}`, change)).body['code']).toBe('changedMeanwhile')
  const fresh = { ...change, version: 2, secret: { current: secretOf(2) } }
  expect((await here.ask('peng', 'PUT', `/api/channels/${id}`, fresh)).status).toBe(200)
  expect((await here.ask('peng', 'DELETE', `/api/channels/${id}`)).status).toBe(200)
  const lines = (await rowsOf('lin', '/api/channels/changes')).slice(0, 4)
  expect(lines.map(({ what, by, detail }) => [what, by, detail])).toEqual([
    ['retired', '彭博文', { name: '新平台' }],
    ['secretChanged', '彭博文', {}],
    ['changed', '彭博文', { name: ['集团平台', '新平台'] }],
    ['created', '彭博文', expect.objectContaining({ name: '集团平台' })],
  ])
  expect((await here.ask('peng', 'POST', `/api/channels/${id}/test`)).status).toBe(404)
})

test('a changed webhook secret signs beside the old one for a day', async () => {
  const id = await create()
  const change = { ...hookBody({ secret: { current: secretOf(2) } }), kind: undefined, version: 1 }
  await here.ask('peng', 'PUT', `/api/channels/${id}`, change)
  await here.ask('peng', 'POST', `/api/channels/${id}/test`)
  await sendDue(here.house, outbound)
  expect(there.received[0]?.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/)
})

test('a test message goes the way of all others, and its fate is read from the delivery', async () => {
  const id = await create()
  const started = await here.ask('peng', 'POST', `/api/channels/${id}/test`)
  const delivery = started.body['id'] as string
  expect((await here.ask('peng', 'GET', `/api/deliveries/${delivery}`)).body['state']).toBe('waiting')
  await sendDue(here.house, outbound)
  expect((await here.ask('peng', 'GET', `/api/deliveries/${delivery}`)).body).toMatchObject({
    state: 'sent',
    test: true,
  })
  there.answer = { status: 401 }
  const second = (await here.ask('peng', 'POST', `/api/channels/${id}/test`)).body['id'] as string
  await sendDue(here.house, outbound)
  expect((await here.ask('peng', 'GET', `/api/deliveries/${second}`)).body).toMatchObject({
    state: 'dead',
    error: 'refused',
    errorDetail: '401',
  })
})

test('a test of mail goes to whoever asks, who needs an address', async () => {
  const id = await create(mailBody())
  expect((await here.ask('peng', 'POST', `/api/channels/${id}/test`)).body['code']).toBe('noOwnAddress')
})

test('what cannot be used is refused field by field before it is kept', async () => {
  const url = (address: string) => hookBody({ settings: { url: address, events: ['*'] } })
  expect(await fault(url('http://example.com/'))).toEqual([422, 'badAddress', 'settings.url'])
  expect(await fault(url('https://10.0.0.1/'))).toEqual([422, 'innerAddress', 'settings.url'])
  expect(await fault(url('https://169.254.169.254/x'))).toEqual([422, 'innerAddress', 'settings.url'])
  expect(await fault(url('https://0xa.1/'))).toEqual([422, 'innerAddress', 'settings.url'])
  expect(await fault(url('https://u:p@example.com/'))).toEqual([422, 'badAddress', 'settings.url'])
  expect(await fault(url('https://example.com:25/'))).toEqual([422, 'badAddress', 'settings.url'])
  expect(await fault(hookBody({ settings: { url: there.origin, events: [] } }))).toEqual([
    422,
    'badSettings',
    'settings.events',
  ])
  expect(await fault(hookBody({ settings: {} }))).toEqual([422, 'badSettings', 'settings.url', 'settings.events'])
  expect(await fault(hookBody({ secret: null }))).toEqual([422, 'secretNeeded', 'secret.'])
  expect(await fault(hookBody({ secret: { current: 'short' } }))).toEqual([422, 'badSecret', 'secret.current'])
  expect(await fault(mailBody({ host: '10.1.1.1' }))).toEqual([422, 'innerAddress', 'settings.host'])
  expect(await fault(mailBody({ host: 'a b\r\nc' }))).toEqual([422, 'badSettings', 'settings.host'])
  expect(await fault(mailBody({ from: 'x@y.z\r\nBcc: a@b.c' }))).toEqual([422, 'badSettings', 'settings.from'])
  expect(await fault(mailBody({ security: 'plain' }))).toEqual([422, 'badSettings', 'settings.security'])
  expect(await fault(robotBody('https://1.1.1.1/robot?key=1'))).toEqual([422, 'badAddress', 'secret.url'])
  expect(await fault({ ...robotBody('x'), secret: { url: '', sign: '' } })).toEqual([422, 'secretNeeded', 'secret.url'])
  expect(await rowsOf('peng', '/api/channels')).toEqual([])
})

test('there is one channel for mail, and another when it is gone', async () => {
  const id = await create(mailBody())
  expect((await here.ask('peng', 'POST', '/api/channels', mailBody())).body['code']).toBe('oneOfAKind')
  await here.ask('peng', 'DELETE', `/api/channels/${id}`)
  await create(mailBody())
})

test('the administrator sees that a message did not arrive, but neither case nor customer', async () => {
  const id = await create()
  await here.house.database.pool.query('delete from deliveries')
  await here.ask('peng', 'POST', `/api/channels/${id}/test`)
  there.answer = { status: 410 }
  await sendDue(here.house, outbound)
  const [row] = await rowsOf('peng', `/api/deliveries?state=stuck&channel=${id}`)
  expect(row).toMatchObject({ state: 'dead', case: null, person: null, channel: { name: '集团平台' } })
  expect((await here.ask('lin', 'GET', '/api/deliveries/stuck')).body).toEqual({ count: 1 })
  const ids = [row?.['id'] as string]
  expect((await here.ask('lin', 'POST', '/api/deliveries/discard', { ids })).status).toBe(400)
  expect((await here.ask('lin', 'POST', '/api/deliveries/discard', { ids, reason: '平台已停用' })).body).toEqual({
    count: 1,
  })
  expect((await here.ask('lin', 'POST', '/api/deliveries/discard', { ids, reason: '再来' })).body['code']).toBe(
    'notDiscardable',
  )
  there.answer = {}
  expect((await here.ask('peng', 'POST', '/api/deliveries/resend', { ids })).body).toEqual({ count: 1 })
  await sendDue(here.house, outbound)
  expect((await here.ask('peng', 'POST', '/api/deliveries/resend', { ids })).body['code']).toBe('notResendable')
  expect((await here.ask('lin', 'GET', '/api/deliveries/stuck')).body).toEqual({ count: 0 })
  const lines = await rowsOf('peng', '/api/channels/changes')
  expect(lines.slice(0, 2).map(({ what, detail }) => [what, detail])).toEqual([
    ['resent', { count: 1 }],
    ['discarded', { count: 1, reason: '平台已停用' }],
  ])
})

test('everybody chooses for himself what he is told outside, staff and customers from different beginnings', async () => {
  const before = (await here.ask('lu', 'GET', '/api/me/told')).body
  expect(before).toMatchObject({
    preferences: { mail: { escalation: true, mine: true, customer: false } },
    open: { mail: false },
  })
  expect((await here.ask('qin', 'GET', '/api/me/told')).body).toMatchObject({
    preferences: { mail: { escalation: false, customer: true } },
    sms: '+8619900001234',
  })
  const none = { escalation: false, mine: false, customer: false, other: false }
  const choice = { mail: { ...none, other: true }, sms: none, quiet: null }
  expect((await here.ask('qin', 'PUT', '/api/me/told', choice)).body['preferences']).toEqual(choice)
  expect((await here.ask('qin', 'GET', '/api/me/told')).body['preferences']).toEqual(choice)
  expect((await here.ask('lu', 'GET', '/api/me/told')).body).toEqual(before)
  for (const quiet of [{ from: '24:00', to: '07:00' }, { from: '7:00', to: '08:00' }, { from: '07:00' }])
    expect((await here.ask('lu', 'PUT', '/api/me/told', { ...choice, quiet })).status).toBe(400)
})
