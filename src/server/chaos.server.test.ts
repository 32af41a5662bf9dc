import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import { type ChildServer, childServer } from '#test/child-server.ts'
import { type Somebody, settle } from '#test/house.ts'
import { invariants } from '#test/invariants.ts'
import { type Intent, insist, once } from '#test/journal.ts'
import { openSession } from '#test/open-session.ts'
import { callBack, finished, report, scores } from '#test/repair-desk.ts'
import { openHouse, type RunningHouse } from './house.ts'

/*
 * A server and a database killed in mid-action lose nothing they acknowledged and leave nothing half done. The clients
 * keep a journal of what they meant and what was answered; afterwards the two are held against the tables.
 */

let server: ChildServer
let people: Awaited<ReturnType<typeof settle>>
const cookies = new Map<Somebody, string>()
const journal: Intent[] = []

beforeAll(async () => {
  server = await childServer()
  await server.start()
  const inside = await look()
  try {
    people = await settle(inside.house)
    for (const who of ['lu', 'su', 'wang', 'yao', 'qin'] as const)
      cookies.set(who, await openSession(inside.house, people.id[who]))
  } finally {
    await inside.close()
  }
  await server.kill()
  await server.start() // and now it knows the price list
}, 60_000)
afterAll(() => server.remove(), 60_000)

/** The house's parts on the same database, in this process: to put the cast in, and to look afterwards. */
async function look(): Promise<RunningHouse> {
  const databaseUrl = await server.databaseUrl()
  const rest = { webDir: null, perMinute: 1000, mostAtOnce: 10, trustProxy: false, logLevel: 'silent' }
  return openHouse({ databaseUrl, varDir: server.varDir, origin: server.url, connections: 3, ...rest })
}

interface Seen {
  readonly number: string
  readonly version: number
  readonly unpaidFen: number
}

async function does(who: Somebody, path: string, body: object): Promise<Seen> {
  const cookie = cookies.get(who) ?? ''
  const intent: Intent = {
    key: crypto.randomUUID(),
    cookie,
    url: `${server.url}/api/repair${path}`,
    body: JSON.stringify(body),
    answer: null,
    tries: 0,
    waited: 0,
  }
  journal.push(intent)
  const { status, text } = await insist(intent)
  if (status >= 300) throw new Error(`${who} ${path}: ${status} ${text}`)
  return JSON.parse(text) as Seen
}

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()

/** One client: slips one after another, each as far as the money, until told to stop. */
async function client(working: () => boolean): Promise<void> {
  while (working()) {
    const times = { appointmentStart: soon(2), appointmentEnd: soon(60) }
    const input = report({ category: 'power', pricing: 'chargeable', problem: '插座面板松动', ...times })
    const header = { customerId: people.customer.chengji, unitId: people.unit['1-1701'] ?? null, contactId: null }
    let seen = await does('lu', '', { header, input })
    const steps: [Somebody, string, object | ((seen: Seen) => object)][] = [
      ['lu', 'quote', { lines: [{ code: 'R04', quantity: '2' }], estimateFen: 0 }],
      ['qin', 'agree', { how: 'platform', agreedFen: 100_000 }], // out of hours it costs more
      ['lu', 'deliver', {}],
      ['wang', 'accept', {}],
      ['wang', 'arrive', { companion: people.id.su }],
      ['wang', 'begin', {}],
      ['wang', 'finish', { ...finished, labour: [{ code: 'R04', quantity: '2' }] }],
      ['qin', 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'satisfied' }],
      ['su', 'callBack', callBack],
      ['su', 'bill', { payment: 'now' }],
      ['yao', 'collect', ({ unpaidFen }) => ({ method: 'code', payer: '秦澜', amountFen: unpaidFen })],
      ['qin', 'rate', { ...scores, opinion: '好' }],
    ]
    for (const [who, action, given] of steps) {
      if (!working()) return
      const input = typeof given === 'function' ? given(seen) : given
      seen = await does(who, `/${seen.number}/${action}`, { version: seen.version, input })
    }
  }
}

/** Waits until so many more answers have come: the next blow falls in the middle of work, on slow machines too. */
async function acknowledged(more: number): Promise<void> {
  const count = () => journal.filter(({ answer }) => answer !== null).length
  const enough = count() + more
  while (count() < enough) await sleep(Math.random() * 20)
}

test('nothing acknowledged is lost or doubled when the server and the database are killed again and again', async () => {
  let open = true
  const clients = Promise.all(Array.from({ length: 8 }, () => client(() => open)))
  const settled = clients.then(
    () => null,
    (error: unknown) => error,
  )
  const kills = ['server', 'database', 'server', 'database'] as const
  for (const kill of kills) {
    await Promise.race([acknowledged(8 + Math.random() * 16), settled])
    if (kill === 'database') {
      await server.killDatabase()
      await sleep(300)
    }
    await server.kill()
    await server.start()
  }
  await Promise.race([acknowledged(20), settled])
  open = false
  expect(await settled).toBeNull()
  expect(journal.filter(({ answer }) => answer === null)).toEqual([])
  expect(journal.length).toBeGreaterThan(50)
  expect(journal.filter(({ tries }) => tries > 1).length).toBeGreaterThan(4)
}, 120_000)

test('every acknowledged step is there exactly once, and no step is there that nobody meant', async () => {
  const inside = await look()
  try {
    const { rows } = await inside.house.database.pool.query<{ number: string; action: string; count: number }>(
      `select number, action, count(*) as count from timeline join cases on cases.id = case_id
        where action <> 'escalate' group by number, action`,
    )
    const kept = rows.map(({ number, action, count }) => `${number} ${action} ${count}`).toSorted()
    const meant = journal.map(({ url, answer }) => {
      const { number } = JSON.parse(answer?.text ?? '{}') as Seen
      return `${number} ${/repair\/[^/]+\/(\w+)$/.exec(url)?.[1] ?? 'open'} 1`
    })
    expect(kept).toEqual(meant.toSorted())
    const keys = await inside.house.database.pool.query<{ key: string }>('select key from idempotency order by key')
    expect(keys.rows.map(({ key }) => key).toSorted()).toEqual(journal.map(({ key }) => key).toSorted())
  } finally {
    await inside.close()
  }
})

test('the timeline of every case verifies, and books, numbers and states hold together', async () => {
  const inside = await look()
  try {
    expect(await inside.house.database.asHouse((tx) => verifyChains(tx))).toEqual([])
    expect(await invariants(inside.house)).toEqual([])
  } finally {
    await inside.close()
  }
})

test('each request sent once more is answered with the very bytes of the first answer', async () => {
  const wrong: string[] = []
  for (const intent of journal) {
    const again = await once(intent)
    if (again?.text !== intent.answer?.text || again?.status !== intent.answer?.status)
      wrong.push(`${intent.url}: ${again?.text}`)
  }
  expect(wrong).toEqual([])
}, 60_000)
