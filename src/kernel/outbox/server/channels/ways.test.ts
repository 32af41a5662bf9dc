import { createHmac } from 'node:crypto'
import { type Received, type Receiver, receiver } from '#test/receiver.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAllowed } from './addresses.ts'
import { openOutbound } from './outbound.ts'
import { isWebhookSecret } from './signatures.ts'
import { wants } from './settings.ts'
import { mobileOf } from './sms.ts'
import type { Parcel } from './way.ts'
import { ways } from './ways.ts'

const inside = openOutbound(readAllowed('127.0.0.1'))
let there: Receiver
beforeAll(async () => {
  there = await receiver()
})
afterAll(() => there.close())
beforeEach(() => {
  there.answer = {}
  there.received.length = 0
})

const parcel: Parcel = {
  id: '019aaaaa-0000-7000-8000-000000000002',
  at: '2026-11-23T01:00:00.000Z',
  now: '2026-11-23T01:00:05.678Z',
  event: 'repair.deliver',
  said: { zh: '报修 · 送单', en: 'Repair · Deliver' },
  case: {
    process: 'repair',
    number: 'GW-2026-0001',
    title: '<at user_id="all">@所有人</at> 灯不亮',
    state: 'delivered',
  },
  link: 'https://atrium.example/repair/GW-2026-0001',
  choices: 'https://atrium.example/account',
  reader: null,
}
const seconds = String(Math.floor(Date.parse(parcel.now) / 1000))
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64')
const last = (): Received => {
  const one = there.received.at(-1)
  if (one === undefined) throw new Error('nothing received')
  return one
}
const [one, other] = [1, 2].map((n) => `whsec_${Buffer.alloc(32, n).toString('base64')}`) as [string, string]
const secret = { current: one, previous: null, previousUntil: null }
const hook = (hidden: object = secret) =>
  ways.webhook.send(parcel, { url: `${there.origin}/hook`, events: ['*'] }, hidden, inside)
const robot = { roles: ['CSS'], departments: [], about: 'everything', language: 'zh' }
const robotAt = (kind: 'wecom' | 'dingtalk' | 'feishu', sign = '') =>
  ways[kind].send(parcel, robot, { url: `${there.origin}/robot?key=k-1`, sign }, inside)

test('a webhook carries id, time and a signature over exactly these bytes', async () => {
  expect(await hook()).toEqual({ done: 'sent', providerId: null })
  const { headers, text } = last()
  expect([headers['webhook-id'], headers['webhook-timestamp']]).toEqual([parcel.id, seconds])
  const expected = hmac(Buffer.alloc(32, 1), `${parcel.id}.${seconds}.${text}`)
  expect(headers['webhook-signature']).toBe(`v1,${expected}`)
})

test('a webhook tells the number, title and state of the slip and nothing of anybody', async () => {
  await hook()
  expect(last().body).toEqual({
    id: parcel.id,
    type: 'repair.deliver',
    timestamp: parcel.at,
    data: { ...parcel.case, link: parcel.link },
  })
})

test('while a secret is being changed both sign; after its day only the new one', async () => {
  await hook({ current: one, previous: other, previousUntil: '2026-11-24T00:00:00.000Z' })
  const signed = [1, 2].map((n) => `v1,${hmac(Buffer.alloc(32, n), `${parcel.id}.${seconds}.${last().text}`)}`)
  expect(last().headers['webhook-signature']).toBe(signed.join(' '))
  await hook({ current: one, previous: other, previousUntil: '2026-11-23T01:00:00.000Z' })
  expect(last().headers['webhook-signature']).toBe(signed[0])
})

test('only a 2xx is yes; 410 is never again; a receiver that asks for time gets it; a cut line leaves it open', async () => {
  there.answer = { status: 204 }
  expect(await hook()).toMatchObject({ done: 'sent' })
  there.answer = { status: 410 }
  expect(await hook()).toMatchObject({ done: 'failed', final: true })
  there.answer = { status: 503, headers: { 'retry-after': '120' } }
  expect(await hook()).toEqual({ done: 'failed', error: 'refused', detail: '503', wait: 120 })
  there.answer = { status: 429 }
  expect(await hook()).toMatchObject({ error: 'rateLimited' })
  there.answer = { status: 302, headers: { location: 'https://example.com/' } }
  expect(await hook()).toEqual({ done: 'failed', error: 'refused', detail: '302' })
  there.answer = 'cut'
  expect(await hook()).toMatchObject({ done: 'unsure' })
  expect(ways.webhook.repeatable).toBe(true)
})

test('WeCom gets a text that cannot call everybody', async () => {
  there.answer = { body: { errcode: 0, errmsg: 'ok' } }
  expect(await robotAt('wecom')).toMatchObject({ done: 'sent' })
  expect(last().url).toBe('/robot?key=k-1')
  const content =
    '报修 · 送单 GW-2026-0001 ＜at user_id="all"＞＠所有人＜/at＞ 灯不亮\nhttps://atrium.example/repair/GW-2026-0001'
  expect(last().body).toEqual({ msgtype: 'text', text: { content } })
})

test('DingTalk gets time and signature in the address', async () => {
  there.answer = { body: { errcode: 0, errmsg: 'ok' } }
  expect(await robotAt('dingtalk', 'SECabc')).toMatchObject({ done: 'sent' })
  const { searchParams } = new URL(last().url, there.origin)
  const ms = String(Date.parse(parcel.now))
  expect(searchParams.get('timestamp')).toBe(ms)
  expect(searchParams.get('sign')).toBe(hmac('SECabc', `${ms}\nSECabc`))
  expect(searchParams.get('key')).toBe('k-1')
  expect(last().body).toMatchObject({ msgtype: 'text' })
})

test('Feishu gets time and signature in the body', async () => {
  there.answer = { body: { code: 0, msg: 'success', data: {} } }
  expect(await robotAt('feishu', 'abc')).toMatchObject({ done: 'sent' })
  expect(last().body).toMatchObject({ timestamp: seconds, sign: hmac(`${seconds}\nabc`, ''), msg_type: 'text' })
  there.answer = { body: { StatusCode: 0, StatusMessage: 'success' } }
  expect(await robotAt('feishu')).toMatchObject({ done: 'sent' })
  expect(last().body).not.toHaveProperty('sign')
})

test.each([
  ['wecom', { errcode: 93000, errmsg: 'invalid webhook url, hint: [1]' }, 'refused'],
  ['wecom', { errcode: 45009, errmsg: 'api freq out of limit' }, 'rateLimited'],
  ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 'refused'],
  ['dingtalk', { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, 'rateLimited'],
  ['feishu', { code: 19021, msg: 'sign match fail or timestamp is not within one hour' }, 'refused'],
  ['feishu', { code: 11232, msg: 'frequency limited' }, 'rateLimited'],
] as const)('%s: 200 with %j is no success', async (kind, body, error) => {
  there.answer = { body }
  const outcome = await robotAt(kind, 'x')
  expect(outcome).toMatchObject({ done: 'failed', error })
  expect(outcome).toHaveProperty('detail', expect.stringContaining(String(Object.values(body)[0])))
  if (error === 'rateLimited') expect(outcome).toHaveProperty('wait', 60)
})

test('a robot that cuts the line or answers nonsense may have spoken: it is not asked again by itself', async () => {
  there.answer = 'cut'
  expect(await robotAt('wecom')).toMatchObject({ done: 'unsure' })
  there.answer = { body: 'captive portal' }
  expect(await robotAt('wecom')).toMatchObject({ done: 'unsure', error: 'badAnswer' })
  there.answer = { status: 504 }
  expect(await robotAt('feishu')).toMatchObject({ done: 'unsure' })
  for (const kind of ['wecom', 'dingtalk', 'feishu'] as const) expect(ways[kind].repeatable).toBe(false)
})

test('an SMS goes to the gateway signed, with its own id and the signature of the building', async () => {
  there.answer = { body: { id: 'sms-7' } }
  const key = 'gateway-key-0123456789'
  const reader = { name: '秦澜', address: '+8613800001111', language: 'zh' } as const
  const outcome = await ways.sms.send(
    { ...parcel, reader },
    { url: `${there.origin}/sms`, signature: '光大国际' },
    { key },
    inside,
  )
  expect(outcome).toEqual({ done: 'sent', providerId: 'sms-7' })
  const { headers, text, body } = last()
  expect(body).toMatchObject({ id: parcel.id, to: '+8613800001111' })
  expect(body['text']).toMatch(/^【光大国际】报修 · 送单 GW-2026-0001/)
  expect(headers['webhook-signature']).toBe(`v1,${hmac(key, `${parcel.id}.${seconds}.${text}`)}`)
})

test('settings that do not fit are said as such, and nothing is sent', async () => {
  expect(await ways.webhook.send(parcel, {}, secret, inside)).toMatchObject({ done: 'failed', error: 'unreadable' })
  expect(await ways.wecom.send(parcel, robot, null, inside)).toMatchObject({ done: 'failed', error: 'unreadable' })
  expect(there.received).toEqual([])
})

test('which events a webhook wants', () => {
  expect(wants(['*'], 'repair.deliver')).toBe(true)
  expect(wants(['repair.*'], 'repair.deliver')).toBe(true)
  expect(wants(['complaint.*', 'repair.open'], 'repair.deliver')).toBe(false)
  expect(wants(['repair.*'], 'repairs.deliver')).toBe(false)
})

test('which secrets and which numbers are usable', () => {
  expect(isWebhookSecret(one)).toBe(true)
  for (const bad of ['', 'whsec_', 'whsec_c2hvcnQ=', `${one}\n`, one.slice(6), `whsec_${'A'.repeat(100)}`])
    expect(isWebhookSecret(bad)).toBe(false)
  expect(mobileOf('138 0000-1111')).toBe('+8613800001111')
  expect(mobileOf('+852 5123 4567')).toBe('+85251234567')
  for (const bad of ['', '010-66001234', '12345678901', '+0123456789', '1380000111']) expect(mobileOf(bad)).toBeNull()
})
