import { openOutside } from '#test/outside.ts'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sensible } from '../told.ts'

/* Who hears what outside the building, when, and of whom nobody outside hears. */

const outside = await openOutside()
const { here, sink, there, foreignCase, clock, send, mail, hook, robot, happens, deliveries, choose } = outside
beforeEach(outside.reset)
afterAll(outside.close)

test('a webhook hears of a case of which nobody is told, and only of what it asked for', async () => {
  await hook(['repair.escalation', 'complaint.*'])
  await happens({ to: [] })
  await happens({ event: 'escalation', to: [{ role: 'CSM' }] })
  await happens({ event: 'ledger.paymentReversed', of: null })
  await send()
  expect(there.received.map(({ body }) => body['type'])).toEqual(['repair.escalation'])
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

test('the manager sees which slip a message was about and to whom, the administrator only that it left', async () => {
  await mail()
  await happens({ to: [{ personId: here.id.lu }, { personId: here.id.qin }] })
  await send()
  const rowsFor = async (who: 'lin' | 'peng') => (await here.ask(who, 'GET', '/api/deliveries')).body['rows']
  const about = { process: 'repair', number: 'GW-2026-0001' }
  const line = (person: string | null, seen: object | null) =>
    expect.objectContaining({ person, case: seen, event: 'repair.deliver', state: 'sent' })
  expect(await rowsFor('lin')).toEqual(expect.arrayContaining([line('陆思远', about), line('秦澜', about)]))
  expect(await rowsFor('peng')).toEqual(expect.arrayContaining([line('陆思远', null), line(null, null)]))
})
