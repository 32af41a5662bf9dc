import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliver } from '#kernel/outbox/server/deliver.ts'
import { announce, tell } from '#kernel/outbox/server/tell.ts'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { signIn } from '#test/sign-in.ts'

const at = '2026-11-24T02:00:00.000Z'
let trial: TestHouse
let base: string

beforeAll(async () => {
  trial = await testHouse(at)
  await trial.running.app.listen({ host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${(trial.running.app.server.address() as AddressInfo).port}`
})

afterAll(() => trial.close())

interface Screen {
  readonly events: readonly unknown[]
  readonly ended: () => boolean
  leave(): void
}

/** A screen somebody has open. */
async function screen(who: Somebody, cookie: string): Promise<Screen> {
  const leaving = new AbortController()
  const answer = await fetch(`${base}/api/events`, {
    headers: { cookie, 'accept-encoding': 'gzip, br' },
    signal: leaving.signal,
  })
  expect([who, answer.status, answer.headers.get('content-type')]).toEqual([
    who,
    200,
    'text/event-stream; charset=utf-8',
  ])
  const events: unknown[] = []
  let ended = false
  const read = async () => {
    for await (const chunk of answer.body ?? []) {
      for (const line of new TextDecoder().decode(chunk).split('\n')) {
        if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)))
      }
    }
  }
  void read()
    .catch(() => undefined)
    .finally(() => {
      ended = true
    })
  return { events, ended: () => ended, leave: () => leaving.abort() }
}

const change = (number: string, people: string[] = []) =>
  trial.house.database.asHouse((tx) =>
    announce(tx, { process: 'repair', number, customerId: trial.customer.chengji, people, what: 'moved' }),
  )

test('a change reaches the open screens of whoever may see the case, and no other', async () => {
  const who = ['lu', 'ye', 'peng', 'qin', 'tao', 'bai'] as const
  const screens = Object.fromEntries(
    await Promise.all(who.map(async (name) => [name, await screen(name, await signIn(trial, name))] as const)),
  )
  await change('GW-2026-0001', [trial.id.tao])
  await change('GW-2026-0002')
  const [first, second] = ['GW-2026-0001', 'GW-2026-0002'].map((number) => ({
    process: 'repair',
    number,
    what: 'moved',
  }))
  await expect.poll(() => screens['lu']?.events).toEqual([first, second])
  await expect.poll(() => screens['qin']?.events).toEqual([first, second])
  await expect.poll(() => screens['tao']?.events).toEqual([first])
  for (const name of ['ye', 'peng', 'bai']) expect(screens[name]?.events).toEqual([])
  for (const name of who) screens[name]?.leave()
})

test('what somebody is told lights up his screen and nobody else’s, and is read once', async () => {
  const [mine, other] = [await screen('lu', await signIn(trial, 'lu')), await screen('su', await signIn(trial, 'su'))]
  await trial.house.database.asHouse((tx) =>
    tell(tx, {
      caseId: null,
      event: 'escalation',
      data: { number: 'GW-2026-0001' },
      to: [{ personId: trial.id.lu }],
      at,
    }),
  )
  await deliver(trial.house)
  await expect.poll(() => mine.events).toEqual([{ process: '', number: '', what: 'inbox' }])
  expect(other.events).toEqual([])
  const inbox = async () =>
    JSON.parse((await trial.ask('lu', 'GET', '/api/inbox?unread=true')).text) as {
      items: { id: number }[]
      unread: number
    }
  const before = await inbox()
  expect(before).toMatchObject({
    unread: 1,
    items: [{ event: 'escalation', data: { number: 'GW-2026-0001' }, readAt: null }],
  })
  const ids = before.items.map(({ id }) => id)
  expect((await trial.ask('su', 'POST', '/api/inbox/read', { ids })).status).toBe(200)
  expect((await inbox()).unread).toBe(1)
  expect((await trial.ask('lu', 'POST', '/api/inbox/read', { ids })).body).toEqual({ unread: 0 })
  expect(await inbox()).toMatchObject({ unread: 0, items: [] })
  expect((await trial.ask('lu', 'POST', '/api/inbox/read', {})).status).toBe(400)
  mine.leave()
  other.leave()
})

test('a stream dies within a second with the session, and a ninth screen of one person is refused', async () => {
  const cookie = await signIn(trial, 'wang')
  const screens = await Promise.all(Array.from({ length: 8 }, () => screen('wang', cookie)))
  expect((await fetch(`${base}/api/events`, { headers: { cookie } })).status).toBe(429)
  expect((await fetch(`${base}/api/events`)).status).toBe(401)
  await trial.house.database.asHouse((tx) => tx.deleteFrom('sessions').where('person_id', '=', trial.id.wang).execute())
  await expect.poll(() => screens.every((one) => one.ended()), { timeout: 1_000 }).toBe(true)
  expect((await fetch(`${base}/api/events`, { headers: { cookie } })).status).toBe(401)
})

test('HEAD opens no stream', async () => {
  const answer = await fetch(`${base}/api/events`, { method: 'HEAD', headers: { cookie: await signIn(trial, 'li') } })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('')
})

test('open screens do not hold up the closing of the server', async () => {
  const open = await screen('gao', await signIn(trial, 'gao'))
  const began = performance.now()
  await trial.running.live.close()
  await expect.poll(() => open.ended(), { timeout: 1_000 }).toBe(true)
  await trial.running.app.close()
  expect(performance.now() - began).toBeLessThan(3_000)
})
