import { mailCertificate } from '#test/mail-certificate.ts'
import { type MailSink, mailSink } from '#test/mail-sink.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAllowed } from './addresses.ts'
import { type Lookup, openOutbound, strictOutbound } from './outbound.ts'
import type { MailSettings } from './settings.ts'
import type { Parcel } from './way.ts'
import { ways } from './ways.ts'

const found: Lookup = () => Promise.resolve(['127.0.0.1'])
const inside = openOutbound(readAllowed('127.0.0.1'), found)
let sink: MailSink
beforeAll(async () => {
  sink = await mailSink()
})
afterAll(() => sink.close())
beforeEach(() => {
  sink.answer = 'take'
  sink.mails.length = 0
})

const parcel: Parcel = {
  id: '019aaaaa-0000-7000-8000-000000000001',
  at: '2026-11-23T01:00:00.000Z',
  now: '2026-11-23T01:00:05.000Z',
  event: 'repair.deliver',
  said: { zh: '报修 · 送单', en: 'Repair · Deliver' },
  case: { process: 'repair', number: 'GW-2026-0001', title: '灯不亮 <b>&\r\nBcc: all@example.com', state: 'delivered' },
  link: 'https://atrium.example/repair/GW-2026-0001',
  choices: 'https://atrium.example/account',
  reader: { name: '陆思远', address: 'lu@example.com', language: 'zh' },
}
const settings = (change: Partial<MailSettings> = {}): MailSettings => ({
  host: 'mail.example',
  port: sink.port,
  security: 'plain',
  user: '',
  from: 'service@building.example',
  fromName: '光大国际中心客服部',
  replyTo: 'desk@building.example',
  ca: '',
  ...change,
})
const send = (change: Partial<MailSettings> = {}, password = '', what = parcel, outbound = inside) =>
  ways.mail.send(what, settings(change), { password }, outbound)

test('a mail arrives in the language of its reader, with a way to the slip and nothing of anybody else', async () => {
  expect(await send()).toMatchObject({ done: 'sent' })
  const [mail] = sink.mails
  expect([mail?.from, mail?.to]).toEqual(['service@building.example', ['lu@example.com']])
  expect(mail?.headers).toMatchObject({
    from: '光大国际中心客服部 <service@building.example>',
    to: '陆思远 <lu@example.com>',
    'reply-to': 'desk@building.example',
    subject: '[中庭] GW-2026-0001 灯不亮 <b>& Bcc: all@example.com – 报修 · 送单',
    'message-id': '<019aaaaa-0000-7000-8000-000000000001@building.example>',
    date: 'Mon, 23 Nov 2026 01:00:00 +0000',
    'auto-submitted': 'auto-generated',
  })
  expect(mail?.headers['bcc']).toBeUndefined()
  expect(mail?.parts['text/plain']).toContain('打开单据：https://atrium.example/repair/GW-2026-0001')
  expect(mail?.parts['text/plain']).toContain('2026-11-23 09:00')
  expect(mail?.parts['text/html']).toContain('灯不亮 &lt;b&gt;&amp; Bcc')
  expect(mail?.parts['text/html']).not.toContain('<b>')
})

test('an English reader is written to in English', async () => {
  await send({}, '', { ...parcel, reader: { name: 'Grace', address: 'grace@example.com', language: 'en' } })
  const [mail] = sink.mails
  expect(mail?.headers['subject']).toContain('– Repair · Deliver')
  expect(mail?.parts['text/plain']).toContain('Dear Grace,')
  expect(mail?.parts['text/plain']).toContain('Open the slip: https://')
})

test('every attempt carries the same Message-ID', async () => {
  await send()
  await send()
  const ids = sink.mails.map(({ headers }) => headers['message-id'])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('STARTTLS and sign-in, with the certificate of the house trusted under its name', async () => {
  const secured = { security: 'starttls', user: 'atrium', ca: mailCertificate.cert } as const
  expect(await send(secured, 'right')).toMatchObject({ done: 'sent' })
  expect(sink.mails[0]).toMatchObject({ secure: true, user: 'atrium' })
  expect(await send(secured, 'wrong')).toMatchObject({ done: 'failed', error: 'signIn' })
  for (const host of ['other.example', '127.0.0.1'])
    expect(await send({ ...secured, host }, 'right')).toMatchObject({ done: 'failed', error: 'certificate' })
})

test('TLS from the first byte, and a certificate nobody vouches for refused before anything is said', async () => {
  const secure = await mailSink({ secure: true })
  const change = { security: 'tls', port: secure.port, user: 'atrium' } as const
  expect(await send({ ...change, ca: mailCertificate.cert }, 'right')).toMatchObject({ done: 'sent' })
  expect(await send(change, 'right')).toMatchObject({ done: 'failed', error: 'certificate' })
  expect(secure.mails).toHaveLength(1)
  await secure.close()
})

test('a server without STARTTLS gets no password and no mail when it is demanded', async () => {
  const old = await mailSink({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] })
  const outcome = await send({ port: old.port, security: 'starttls', user: 'atrium' }, 'right')
  expect(outcome).toMatchObject({ done: 'failed' })
  expect(old.mails).toEqual([])
  await old.close()
})

test('what the server refuses for now is tried again, what it refuses for good is not; addresses are not kept', async () => {
  sink.answer = 451
  expect(await send()).toEqual({ done: 'failed', error: 'refused', detail: '451 no <…> here', final: false })
  sink.answer = 550
  expect(await send()).toEqual({ done: 'failed', error: 'refused', detail: '550 no <…> here', final: true })
})

test('a line cut after the last full stop leaves it open whether the mail arrived', async () => {
  sink.answer = 'takeAndCut'
  expect(await send()).toMatchObject({ done: 'unsure' })
  expect(sink.mails).toHaveLength(1)
})

test('an address that is none concerns this mail alone', async () => {
  for (const address of [
    'not an address',
    'a@b.example\r\nRCPT TO:<c@d.example>',
    '',
    'a@',
    'a@b.example, c@d.example',
  ])
    expect(await send({}, '', { ...parcel, reader: { name: '', address, language: 'zh' } })).toMatchObject({
      done: 'failed',
      final: true,
    })
  expect(sink.mails.flatMap(({ to }) => to)).not.toContain('c@d.example')
})

test('nobody there: certainly not arrived', async () => {
  const gone = await mailSink()
  await gone.close()
  expect(await send({ port: gone.port })).toMatchObject({ done: 'failed', error: 'unreachable' })
})

test('an inner mail server is not connected to unless the installation allows it, and never without TLS outside', async () => {
  const blocked = openOutbound(readAllowed(''), found)
  expect(await send({}, '', parcel, blocked)).toEqual({ done: 'failed', error: 'blocked', detail: '', final: true })
  const outside = openOutbound(readAllowed(''), () => Promise.resolve(['1.1.1.1']))
  expect(await send({}, '', parcel, outside)).toMatchObject({ error: 'badAddress', final: true })
  expect(await send({ host: '127.0.0.1' }, '', parcel, strictOutbound)).toMatchObject({ error: 'blocked' })
})
