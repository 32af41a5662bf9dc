import { type TestHouse, testHouse } from '#test/house.ts'
import { type MailSink, mailSink } from '#test/mail-sink.ts'
import { type Receiver, receiver } from '#test/receiver.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { json } from '#kernel/database/database.ts'
import { seal } from '#kernel/people/server/sealed.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { ChannelKind } from '../channel-view.ts'
import { type Preferences, sensible } from '../told.ts'
import { readAllowed } from './channels/addresses.ts'
import { openOutbound } from './channels/outbound.ts'
import { deliver } from './deliver.ts'
import { keepSending } from './keep-sending.ts'
import { sendDue } from './send.ts'
import { tell } from './tell.ts'

/* Messages out of the building with a clock turned by hand, against real receivers on this machine. */

const outbound = openOutbound(readAllowed('127.0.0.1'))
const begin = '2026-11-23T01:00:00.000Z'
const hookSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
let here: TestHouse
let sink: MailSink
let there: Receiver
let caseId = ''
let foreignCase = ''
let now = begin

beforeAll(async () => {
  here = await testHouse(begin)
  sink = await mailSink()
  there = await receiver()
  caseId = await openCase('GW-2026-0001', here.customer.chengji)
  foreignCase = await openCase('GW-2026-0002', here.customer.fengyao)
  await here.house.database.asHouse(async (tx) => {
    for (const who of ['lu', 'su', 'lin', 'peng', 'qin', 'tao', 'bai'] as const)
      await tx
        .updateTable('people')
        .set({ email: `${who}@example.com`, phone: '13800001111', language: who === 'su' ? 'en' : 'zh' })
        .where('id', '=', here.id[who])
        .execute()
  })
})
afterAll(async () => {
  await sink.close()
  await there.close()
  await here.close()
})
beforeEach(async () => {
  clock(begin)
  sink.answer = 'take'
  sink.mails.length = 0
  there.answer = {}
  there.received.length = 0
  await here.house.database.pool.query('delete from deliveries; delete from told_preferences')
  await here.house.database.pool.query('update channels set active = false, secret = null, retired_at = now()')
  await deliver(here.house)
})

function clock(iso: string): void {
  now = iso
  here.setClock(iso)
}
const pass = (minutes: number) => clock(new Date(Date.parse(now) + minutes * 60_000).toISOString())
const send = () => sendDue(here.house, outbound)

async function openCase(number: string, customer: string): Promise<string> {
  const id = uuidv7(Date.parse(begin))
  await here.house.database.asHouse((tx) =>
    tx
      .insertInto('cases')
      .values({
        id,
        process: 'repair',
        number,
        state: 'registered',
        title: '灯不亮',
        customer_id: customer,
        opened_by: here.id.lu,
        opened_as: 'staff',
        owner_id: here.id.lu,
        opened_at: begin,
        entered_at: begin,
      })
      .execute(),
  )
  return id
}

async function channel(kind: ChannelKind, settings: object, secret: object): Promise<string> {
  const id = uuidv7(Date.now())
  const sealed = seal(here.house.secret, 'channel', id, json(secret))
  await here.house.database.asHouse((tx) =>
    tx
      .insertInto('channels')
      .values({ id, kind, name: kind, settings: json(settings), secret: sealed, created_at: now })
      .execute(),
  )
  return id
}
const mail = () =>
  channel(
    'mail',
    {
      host: '127.0.0.1',
      port: sink.port,
      security: 'plain',
      user: '',
      from: 'a@b.example',
      fromName: '',
      replyTo: '',
      ca: '',
    },
    { password: '' },
  )
const hook = (events = ['*'], origin = there.origin) =>
  channel('webhook', { url: `${origin}/hook`, events }, { current: hookSecret, previous: null, previousUntil: null })
const robot = (about: 'promises' | 'everything' = 'everything') =>
  channel(
    'wecom',
    { roles: ['CSA'], departments: ['engineering'], about, language: 'zh' },
    { url: `${there.origin}/robot`, sign: '' },
  )

interface What {
  readonly event?: string
  readonly to?: Parameters<typeof tell>[1]['to']
  readonly byId?: string | null
  readonly of?: string | null
}
async function happens({ event = 'repair.deliver', to = [{ role: 'CSA' }], byId = null, of = caseId }: What = {}) {
  await here.house.database.asHouse((tx) =>
    tell(tx, {
      caseId: of,
      event,
      data: { number: 'GW-2026-0001', title: '灯不亮', state: 'delivered' },
      to,
      at: now,
      byId,
    }),
  )
  await deliver(here.house)
}

const deliveries = async () => {
  const rows = await here.house.database.asHouse((tx) =>
    tx.selectFrom('deliveries').select(['id', 'state', 'error', 'attempts', 'next_at', 'kind']).orderBy('id').execute(),
  )
  return rows
}
const states = async () => (await deliveries()).map(({ state }) => state).toSorted()
const choose = (who: 'lu' | 'su' | 'qin', choices: Preferences) =>
  here.house.database.asHouse((tx) =>
    tx
      .insertInto('told_preferences')
      .values({ person_id: here.id[who], choices: json(choices), changed_at: now })
      .execute(),
  )

test('what is told reaches mailbox and webhook once, however often it is looked at and by however many', async () => {
  await mail()
  await hook()
  await happens({ to: [{ role: 'CSA' }, { personId: here.id.lu }] })
  await Promise.all(Array.from({ length: 8 }, send))
  await send()
  expect(sink.mails.map(({ to }) => to[0])).toEqual(['lu@example.com'])
  expect(there.received).toHaveLength(1)
  expect(there.received[0]?.body).toMatchObject({ type: 'repair.deliver', data: { number: 'GW-2026-0001' } })
  expect(await states()).toEqual(['sent', 'sent'])
})

test('nothing leaves for what was never committed', async () => {
  await hook()
  await expect(
    here.house.database.asHouse(async (tx) => {
      await tell(tx, { caseId, event: 'repair.deliver', data: {}, to: [], at: now })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow()
  await deliver(here.house)
  await send()
  expect(there.received).toEqual([])
})

test('a webhook hears of a case of which nobody is told, and only of what it asked for', async () => {
  await hook(['repair.escalation', 'complaint.*'])
  await happens({ to: [] })
  await happens({ event: 'escalation', to: [{ role: 'CSM' }] })
  await happens({ event: 'ledger.paymentReversed', of: null })
  await send()
  expect(there.received.map(({ body }) => body['type'])).toEqual(['repair.escalation'])
})

test('a receiver that is down for an hour loses nothing and gets nothing twice', async () => {
  const down = await receiver()
  const { port, origin } = down
  await down.close()
  await hook(['*'], origin)
  for (let minute = 0; minute < 60; minute += 1) {
    if (minute % 6 === 0) await happens()
    await send()
    pass(1)
  }
  expect((await states()).filter((state) => state !== 'failed' && state !== 'waiting')).toEqual([])
  const up = await receiver(port)
  for (let minute = 0; minute < 150; minute += 1) {
    await send()
    pass(1)
  }
  const ids = up.received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toHaveLength(10)
  expect(new Set(ids).size).toBe(10)
  expect(await states()).toEqual(Array.from({ length: 10 }, () => 'sent'))
  await up.close()
})

test('a mail server that is down for an hour loses nothing and delivers nothing twice', async () => {
  const down = await mailSink()
  const { port } = down
  await down.close()
  await channel(
    'mail',
    { host: '127.0.0.1', port, security: 'plain', user: '', from: 'a@b.example', fromName: '', replyTo: '', ca: '' },
    { password: '' },
  )
  for (let minute = 0; minute < 60; minute += 1) {
    if (minute % 20 === 0) await happens({ event: 'escalation', to: [{ role: 'CSA' }] })
    await send()
    pass(1)
  }
  const up = await mailSink({ atPort: port })
  for (let minute = 0; minute < 150; minute += 1) {
    await send()
    pass(1)
  }
  const ids = up.mails.map(({ headers }) => headers['message-id'])
  expect(ids).toHaveLength(6)
  expect(new Set(ids).size).toBe(6)
  await up.close()
})

test('after a day it is dead, those who look after the channels are told once, and a hand can send it again', async () => {
  const id = await hook()
  there.answer = { status: 500 }
  await happens()
  await happens()
  for (let hour = 0; hour < 26; hour += 1) {
    await send()
    pass(60)
  }
  expect(await states()).toEqual(['dead', 'dead'])
  await deliver(here.house)
  const told = await here.house.database.asHouse((tx) =>
    tx.selectFrom('inbox').select('person_id').where('event', '=', 'channels.undelivered').execute(),
  )
  expect(told.map(({ person_id }) => person_id).toSorted()).toEqual([here.id.lin, here.id.peng].toSorted())
  const tried = there.received.length
  await send()
  expect(there.received).toHaveLength(tried)
  there.answer = {}
  expect((await here.ask('lin', 'POST', '/api/deliveries/resend', { channelId: id })).body).toEqual({ count: 2 })
  await send()
  expect(await states()).toEqual(['sent', 'sent'])
  expect(new Set(there.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2)
})

test('a server that dies on the way: a webhook is sent again under its id, a robot waits for somebody to look', async () => {
  await hook()
  await robot()
  await happens()
  await here.house.database.pool.query("update deliveries set state = 'sending', attempts = 1, lease_until = $1", [
    new Date(Date.parse(now) + 120_000).toISOString(),
  ])
  await send()
  expect(there.received).toEqual([])
  pass(3)
  await send()
  pass(3)
  await send()
  expect(there.received.map(({ url }) => url)).toEqual(['/hook'])
  expect(await states()).toEqual(['sent', 'unsure'])
  expect((await deliveries()).find(({ state }) => state === 'unsure')?.error).toBe('interrupted')
})

test('a line cut without an answer: the webhook repeats under the same id, the robot does not repeat', async () => {
  await hook()
  await robot()
  await happens()
  there.answer = 'cut'
  await send()
  there.answer = { body: { errcode: 0 } }
  for (let minute = 0; minute < 10; minute += 1) {
    pass(1)
    await send()
  }
  const hooks = there.received.filter(({ url }) => url === '/hook')
  expect(hooks).toHaveLength(2)
  expect(new Set(hooks.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(there.received.filter(({ url }) => url === '/robot')).toHaveLength(1)
  expect(await states()).toEqual(['sent', 'unsure'])
})

test('a robot hears what its roles and departments are told, once for each happening, and promises only if so set', async () => {
  await robot('everything')
  there.answer = { body: { errcode: 0 } }
  await happens({ to: [{ role: 'CSA' }, { personId: here.id.lu }, { role: 'ENG' }] })
  await happens({ to: [{ role: 'FIN' }] })
  await happens({ to: [{ personId: here.id.wang }] })
  await send()
  expect(there.received).toHaveLength(2)
  await here.house.database.pool.query(
    `update channels set settings = jsonb_set(settings, '{about}', '"promises"') where retired_at is null`,
  )
  await happens()
  await happens({ event: 'escalation', to: [{ role: 'ENGM' }] })
  await send()
  expect(there.received).toHaveLength(3)
})

test('a robot that has enough is left alone for a minute, and what waits behind loses no attempt', async () => {
  await robot()
  there.answer = { body: { errcode: 45009, errmsg: 'api freq out of limit' } }
  for (let n = 0; n < 5; n += 1) await happens()
  await send()
  expect(there.received).toHaveLength(1)
  expect((await deliveries()).map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 0, 0, 1])
  there.answer = { body: { errcode: 0 } }
  await send()
  expect(there.received).toHaveLength(1)
  pass(2)
  await send()
  expect(await states()).toEqual(Array.from({ length: 5 }, () => 'sent'))
})

test('one hears by mail what one has chosen: staff of their own work, nothing else unless asked for', async () => {
  await mail()
  await happens({ to: [{ role: 'CSA' }] }) // lu owns the case, su does not
  await send()
  expect(sink.mails.map(({ to }) => to[0])).toEqual(['lu@example.com'])
  sink.mails.length = 0
  const { staff } = sensible
  await choose('lu', { ...staff, mail: { ...staff.mail, mine: false } })
  await choose('su', { ...staff, mail: { ...staff.mail, other: true } })
  await happens({ to: [{ role: 'CSA' }] })
  await send()
  expect(sink.mails.map(({ to }) => to[0])).toEqual(['su@example.com'])
  expect(sink.mails[0]?.headers['subject']).toMatch(/^\[Atrium\] GW-2026-0001/)
})

test('quiet hours hold back all but escalations until morning', async () => {
  await mail()
  clock('2026-11-23T15:00:00.000Z') // 23:00 in Shanghai
  await happens({ to: [{ personId: here.id.lu }] })
  await happens({ event: 'escalation', to: [{ personId: here.id.lu }] })
  await send()
  expect(sink.mails.map(({ headers }) => headers['subject'])).toEqual([expect.stringContaining('升级到您')])
  clock('2026-11-23T22:59:00.000Z')
  await send()
  expect(sink.mails).toHaveLength(1)
  clock('2026-11-23T23:00:00.000Z')
  await send()
  expect(sink.mails).toHaveLength(2)
})

test('a customer hears of the cases he would find himself, and of no other', async () => {
  await mail()
  const everybody = [here.id.qin, here.id.tao, here.id.bai].map((personId) => ({ personId }))
  await happens({ to: everybody })
  await send()
  expect(sink.mails.map(({ to }) => to[0])).toEqual(['qin@example.com'])
  expect(sink.mails[0]?.parts['text/plain']).toContain('http://127.0.0.1:8080/c/request/repair/GW-2026-0001')
  expect(sink.mails[0]?.parts['text/plain']).toContain('/c/me')
  sink.mails.length = 0
  await happens({ to: everybody, of: foreignCase })
  await send()
  expect(sink.mails.map(({ to }) => to[0])).toEqual(['bai@example.com'])
})

test('who leaves before the mail does is not written to any more', async () => {
  await mail()
  await happens({ to: [{ personId: here.id.qin }] })
  await here.house.database.pool.query('update people set active = false where id = $1', [here.id.qin])
  await send()
  await here.house.database.pool.query('update people set active = true where id = $1', [here.id.qin])
  expect(sink.mails).toEqual([])
  expect(await deliveries()).toMatchObject([{ state: 'discarded', error: 'notTold' }])
})

test('what happened to an account is always written to its owner, at any hour', async () => {
  await mail()
  const nothing = { escalation: false, mine: false, customer: false, other: false }
  await choose('qin', { mail: nothing, sms: nothing, quiet: { from: '00:00', to: '23:59' } })
  await happens({ event: 'account.passwordChanged', to: [{ personId: here.id.qin }], of: null })
  await happens({ to: [{ personId: here.id.qin }] })
  await send()
  expect(sink.mails.map(({ headers }) => headers['subject'])).toEqual(['[中庭] – 您的密码已修改。'])
})

test('a channel that is switched off sends nothing until it is on again', async () => {
  await hook()
  await happens()
  await here.house.database.pool.query('update channels set active = false where retired_at is null')
  await happens()
  await send()
  expect(there.received).toEqual([])
  await here.house.database.pool.query('update channels set active = true where retired_at is null')
  await send()
  expect(there.received).toHaveLength(1)
})

test('the loop sends by itself what is told', async () => {
  await hook()
  const sending = keepSending(here.house, here.running.live, outbound, 60_000)
  await happens()
  await expect.poll(() => there.received.length, { timeout: 5_000 }).toBe(1)
  await sending.stop()
})
