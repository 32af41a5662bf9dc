import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyRoute } from '#kernel/http/server/route.ts'
import { addressOf, type Belongings, belongings, everybody, mayKnock, queriesOf, routesOf } from '#test/foreign.ts'
import { type Answer, type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { tableSums } from '#test/table-sums.ts'

/* Every route of the house × everybody: made from the list of routes itself, so that no new door is forgotten. */

let here: TestHouse
let routes: readonly AnyRoute[]
let mine: Belongings

beforeAll(async () => {
  here = await testHouse()
  mine = await belongings(here)
  routes = await routesOf(here)
  for (const who of everybody) await here.ask(who, 'GET', '/api/me')
})
afterAll(() => here.close())

const isStream = ({ id }: AnyRoute) => id === 'events.stream'
const knock = (who: Somebody | null, spec: AnyRoute, query = '') =>
  here.ask(who, spec.method, `${addressOf(here, spec, mine)}${query}`, spec.method === 'GET' ? undefined : {})
const leaks = (answer: Answer, words: readonly string[]) => words.filter((word) => answer.text.includes(word))
const name = ({ method, path }: AnyRoute) => `${method} ${path}`

test('whoever is not signed in learns nothing of any route but the public ones', async () => {
  for (const spec of routes.filter(({ policy }) => policy !== 'public')) {
    const answer = await knock(null, spec)
    expect([name(spec), answer.status, answer.body['code']]).toEqual([name(spec), 401, 'notSignedIn'])
  }
})

test('half a sign-in opens nothing but what finishes it', async () => {
  const token = 'h'.repeat(43)
  const hash = createHash('sha256').update(token).digest('hex')
  const later = '2099-01-01T00:00:00.000Z'
  await here.house.database.asHouse((tx) =>
    tx
      .insertInto('sessions')
      .values({
        token_hash: hash,
        person_id: here.id.shen,
        stage: 'password',
        created_at: here.house.now(),
        seen_at: later,
        expires_at: later,
      })
      .execute(),
  )
  for (const spec of routes.filter(({ policy }) => policy !== 'public' && policy !== 'halfway')) {
    const url = addressOf(here, spec, mine)
    const answer = await here.send(null, { method: spec.method, url, headers: { cookie: `__Host-atrium=${token}` } })
    expect([name(spec), answer.status, answer.body['code']]).toEqual([name(spec), 401, 'secondFactorNeeded'])
  }
})

test('a route closed to a role answers him as if it did not exist, and writes nothing', async () => {
  const before = await tableSums(here.house)
  const absent = (await here.ask('lu', 'GET', '/api/repair/GW-2026-8888')).text
  const wrong: string[] = []
  for (const spec of routes)
    for (const who of everybody.filter((one) => !mayKnock(one, spec.policy))) {
      const answer = await knock(who, spec)
      if (answer.status !== 404 || answer.text !== absent)
        wrong.push(`${name(spec)} ${who}: ${answer.status} ${answer.text}`)
    }
  expect(wrong).toEqual([])
  expect(await tableSums(here.house)).toBe(before)
})

test('no route writes anything for another company, a colleague, the reception or the administrator who name this case', async () => {
  const before = await tableSums(here.house)
  const strangers = ['bai', 'tao', 'ye', 'peng', 'feng'] as const
  const onCase = routes.filter(({ path }) => path.startsWith('/api/repair/:number'))
  const wrong: string[] = []
  for (const spec of onCase)
    for (const who of strangers) {
      const body = spec.method === 'GET' ? undefined : { version: 1, input: {} }
      const answer = await here.ask(who, spec.method, addressOf(here, spec, mine), body)
      if (answer.status !== 404 || leaks(answer, mine.ofCompany).length > 0)
        wrong.push(`${name(spec)} ${who}: ${answer.status} ${answer.text.slice(0, 200)}`)
    }
  expect(onCase.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
  expect(await tableSums(here.house)).toBe(before)
})

test('nothing this company has comes out of any reading route for a contact of another', async () => {
  await expectNoLeak('bai', mine.ofCompany)
})
test('a colleague without authority reads nothing of a case that is not his', async () => {
  await expectNoLeak('tao', mine.ofCase)
})
test('the reception reads nothing of a case somebody else opened', async () => {
  await expectNoLeak('ye', mine.ofCase)
})
test('the guard reads nothing of a case somebody else opened', async () => {
  await expectNoLeak('feng', mine.ofCase)
})
test('the administrator of the system reads no business data at all', async () => {
  await expectNoLeak('peng', mine.ofCompany)
})
test('a guest reads nothing of the company behind the door', async () => {
  await expectNoLeak(null, mine.ofCompany)
})

async function expectNoLeak(who: Somebody | null, words: readonly string[]): Promise<void> {
  const found: string[] = []
  for (const spec of routes.filter((one) => one.method === 'GET' && !isStream(one)))
    for (const query of queriesOf(here, spec)) {
      const answer = await knock(who, spec, query)
      const said = leaks(answer, words)
      if (said.length > 0 || answer.status >= 500)
        found.push(`${name(spec)}${query}: ${answer.status} ${said.join(' ')}`)
    }
  expect(found).toEqual([])
}

test('the same words do come out for those who may read them, so the search for them can find', async () => {
  const found = new Set<string>()
  for (const spec of routes.filter((one) => one.method === 'GET' && !isStream(one)))
    for (const query of queriesOf(here, spec))
      for (const word of leaks(await knock('lu', spec, query), mine.ofCompany)) found.add(word)
  expect([...found].toSorted()).toEqual([...mine.ofCompany].toSorted())
})

test('no answer carries a field its route has not declared', async () => {
  const wrong: string[] = []
  for (const spec of routes.filter((one) => one.method === 'GET' && typeof one.answer !== 'string'))
    for (const who of ['lu', 'peng', 'qin'] as const)
      for (const query of queriesOf(here, spec)) {
        const answer = await knock(who, spec, query)
        if (answer.status !== 200 || typeof spec.answer === 'string') continue
        const declared = spec.answer.safeParse(answer.body)
        if (!declared.success || JSON.stringify(declared.data) !== answer.text)
          wrong.push(`${name(spec)}${query} for ${who}`)
      }
  expect(wrong).toEqual([])
})

test('another’s messages, views and sessions cannot be touched by their ids', async () => {
  const view = await here.ask('lu', 'POST', '/api/views', { page: 'repair', name: '我的', query: 'open=yes' })
  const inbox = (await here.ask('lu', 'GET', '/api/inbox')).body['items'] as { id: number }[]
  const session = (await here.ask('lu', 'GET', '/api/me/sessions')).body['rows'] as { id: string }[]
  expect([view.status, inbox.length > 0, session.length > 0]).toEqual([201, true, true])
  const before = (await tableSums(here.house)).split('\n').filter((line) => !line.startsWith('idempotency'))
  expect((await here.ask('su', 'DELETE', `/api/views/${view.body['id'] as string}`)).status).toBe(404)
  await here.ask('su', 'POST', '/api/inbox/read', { ids: inbox.map(({ id }) => id) })
  await here.ask('su', 'DELETE', `/api/me/sessions/${session[0]?.id}`)
  expect((await here.ask('lu', 'GET', '/api/me')).status).toBe(200)
  expect((await tableSums(here.house)).split('\n').filter((line) => !line.startsWith('idempotency'))).toEqual(before)
})

test('a contact who opens for another company, its unit or its people is refused', async () => {
  const before = await tableSums(here.house)
  const input = {
    channel: 'portal',
    area: 'customer',
    location: 'x',
    category: 'airCon',
    problem: 'x',
    reporterName: 'x',
    reporterPhone: '199',
    appointmentStart: '2026-11-24T02:00:00Z',
    appointmentEnd: '2026-11-24T03:00:00Z',
  }
  const own = { customerId: here.customer.fengyao, unitId: here.unit['1-1707'], contactId: here.id.bai }
  for (const change of [
    { customerId: here.customer.chengji },
    { unitId: here.unit['1-1701'] },
    { contactId: here.id.qin },
    { contactId: here.id.lu },
  ]) {
    const answer = await here.ask('bai', 'POST', '/api/repair', { header: { ...own, ...change }, input })
    expect([Object.keys(change), answer.status, answer.body['code']]).toEqual([
      Object.keys(change),
      422,
      'badReference',
    ])
  }
  const stolen = await here.ask('bai', 'POST', '/api/repair', { header: own, input: { ...input, photos: [mine.file] } })
  expect([stolen.status, stolen.body['code']]).toEqual([422, 'badReference'])
  expect(await tableSums(here.house)).toBe(before)
})
