import { mailSink } from '#test/mail-sink.ts'
import { openOutside } from '#test/outside.ts'
import { receiver } from '#test/receiver.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deliver } from './deliver.ts'
import { keepSending } from './keep-sending.ts'
import { tell } from './tell.ts'

/* How deliveries leave: once, later, never, or nobody knows. Against real receivers on this machine. */

const outside = await openOutside()
const { here, sink, there, outbound, caseId, now, pass, send, mail, hook, robot, happens, deliveries, states } = outside
beforeEach(outside.reset)
afterAll(outside.close)

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
      await tell(tx, { caseId, event: 'repair.deliver', data: {}, to: [], at: now() })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow()
  await deliver(here.house)
  await send()
  expect(there.received).toEqual([])
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
  await mail(port)
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
    new Date(Date.parse(now()) + 120_000).toISOString(),
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

test('a robot that has enough is left alone for a minute, and what waits behind loses no attempt', async () => {
  await robot()
  there.answer = { body: { errcode: 45009, errmsg: 'api freq out of limit' } }
  for (let n = 0; n < 5; n += 1) await happens()
  await send()
  expect(there.received).toHaveLength(1)
  expect((await deliveries()).map(({ attempts }) => attempts).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 1])
  there.answer = { body: { errcode: 0 } }
  await send()
  expect(there.received).toHaveLength(1)
  pass(2)
  await send()
  expect(await states()).toEqual(Array.from({ length: 5 }, () => 'sent'))
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
