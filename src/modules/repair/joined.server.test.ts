import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { callBack, type Desk, deskOf, finished } from '#test/repair-desk.ts'

/* One fault reported by the code on a door and by telephone, twice, becomes one slip, and both companies hear of it. */

let here: TestHouse
let desk: Desk
const nine = '2026-11-23T01:00:00.000Z'

beforeAll(async () => {
  here = await testHouse(nine)
  desk = deskOf(here)
})
afterAll(() => here.close())

const times = { appointmentStart: '2026-11-23T02:00:00.000Z', appointmentEnd: '2026-11-23T03:00:00.000Z' }
const key = { 'x-guest-key': 'guest-secret-joined-0123456789-abcdef' }

async function byDoor(guest = key): Promise<string> {
  const input = { channel: 'qr', area: 'customer', location: '前厅', category: 'airCon', problem: '出风口滴水到服务器' }
  const reporter = { reporterName: '路人甲', reporterPhone: '19900005678', ...times }
  const answer = await here.ask(
    null,
    'POST',
    '/api/door/door-1-1701-0123456789abcdef/repair',
    { input: { ...input, ...reporter } },
    guest,
  )
  expect(answer.status).toBe(201)
  return String(answer.body['number'])
}

/** The neighbours are another company, into whose unit the same water runs. */
const byNeighbour = () =>
  desk.open(
    'ye',
    { location: '1707 隔间', problem: '天花板漏水', reporterName: '白沐', reporterPhone: '19900007777' },
    'fengyao',
  )

const told = async (who: 'qin' | 'bai', number: string) => {
  for (let batch = 0; batch < 4; batch += 1) await here.pass(0)
  return desk.told(who, number)
}
const missing = async (who: Parameters<Desk['step']>[0], number: string, action: string, input?: unknown) => {
  const body = { version: await desk.version(number), ...(input === undefined ? {} : { input }) }
  const answer = await here.ask(who, 'POST', `/api/repair/${number}/${action}`, body)
  return answer.status === 422 && Array.isArray(answer.body['missing'])
    ? (answer.body['missing'] as { need: string }[]).map(({ need }) => need)
    : [answer.status, answer.body['code']]
}

test('the second report is found, joined, repaired once, and not filed before its reporter was called', async () => {
  const first = await byDoor()
  here.setClock('2026-11-23T01:05:00.000Z')
  const again = await desk.open('lu', { problem: '前厅空调漏水', reporterName: '陶然' })
  const second = await byNeighbour()
  const hint = `/api/repair/similar?unitId=${here.unit['1-1701']}&category=airCon`
  const similar = (await here.ask('lu', 'GET', hint)).body['items'] as { number: string }[]
  expect(similar.map(({ number }) => number)).toEqual([again, first])

  expect(await missing('ye', second, 'join', { joinedInto: first })).toEqual([403, 'notYours'])
  expect(await missing('lu', second, 'join', { joinedInto: second })).toEqual(['notItself'])
  expect(await missing('lu', second, 'join', { joinedInto: 'GW-2026-9999' })).toEqual([422, 'notJoinable'])
  const joined = await desk.step('lu', second, 'join', { joinedInto: first })
  expect([joined.state, joined.closedAt, joined.slip['joinedInto']]).toEqual(['joined', here.house.now(), first])
  expect(joined.clocks.filter(({ metAt }) => metAt === null)).toEqual([])
  expect(joined.linked.map(({ kind, way, number }) => [kind, way, number])).toEqual([['joined', 'up', first]])
  await desk.step('he', again, 'join', { joinedInto: first })
  const below = (await desk.read('lu', first)).linked.map(({ kind, way, number }) => `${kind} ${way} ${number}`)
  expect(below.sort()).toEqual([`joined down ${again}`, `joined down ${second}`])
  expect(await told('qin', again)).toContain('repair.join')
  expect(await told('bai', second)).toContain('repair.join')
  expect(await missing('lu', first, 'cancel', { reason: '重复' })).toEqual(['nobodyJoined'])
  expect(await missing('qin', first, 'withdraw', { reason: '好了' })).toEqual(['nobodyJoined'])

  await desk.step('lu', first, 'agreeTime', { ...times, appointmentWith: '路人甲' })
  await desk.step('lu', first, 'deliver', {})
  await desk.step('wang', first, 'receive')
  await desk.step('wang', first, 'accept', {})
  here.setClock('2026-11-23T02:00:00.000Z')
  await desk.step('wang', first, 'arrive', { companion: here.id.su })
  await desk.step('wang', first, 'begin')
  await desk.step('wang', first, 'finish', finished)
  expect(await missing('lu', first, 'callJoined', {})).toEqual([409, 'wrongState'])
  const drawn = await desk.upload('wang', 'signature')
  const signature = { signatureMethod: 'pad', signatureFile: drawn, signedBy: '秦澜', satisfaction: 'satisfied' }
  await desk.step('wang', first, 'sign', signature)
  expect([await told('qin', first), await told('qin', again)]).toEqual([
    expect.arrayContaining(['repair.agreeTime']),
    expect.arrayContaining(['repair.sign']),
  ])
  expect(await told('bai', second)).toContain('repair.sign')

  await desk.step('lu', first, 'callBack', callBack)
  expect(await missing('heMin', first, 'archive')).toEqual(['joinedCalled'])
  const call = { spokeWith: '白沐', conclusion: 'dissatisfied', said: '等了太久' }
  expect(await missing('lu', first, 'callJoined', { ...call, joinedNumber: 'GW-2026-9999' })).toEqual(['joinedHere'])
  const heard = await desk.step('lu', first, 'callJoined', { ...call, joinedNumber: second })
  expect([heard.state, heard.slip['joinedCalls']]).toMatchObject([
    'called',
    [{ joinedNumber: second, satisfied: false, said: '等了太久', by: '陆思远' }],
  ])
  expect(await missing('heMin', first, 'archive')).toEqual(['joinedCalled'])
  await desk.step('su', first, 'callJoined', { joinedNumber: again, spokeWith: '陶然', conclusion: 'satisfied' })
  expect((await desk.step('heMin', first, 'archive')).state).toBe('archived')

  // Neither company learns who else reported it, nor under which number.
  const others = await here.ask('bai', 'GET', `/api/repair/${first}`)
  const back = await here.ask('qin', 'GET', `/api/repair/${second}`)
  expect([others.status, back.status]).toEqual([404, 404])
  const seen = await desk.read('bai', second)
  expect([seen.state, seen.linked, seen.timeline.map(({ action }) => action)]).toEqual(['joined', [], ['open', 'join']])
  for (const secret of [first, '路人甲', '19900005678', '滴水', '秦澜', '澄霁'])
    expect(JSON.stringify(seen)).not.toContain(secret)
  const inbox = await here.ask('bai', 'GET', '/api/inbox')
  expect([inbox.status, inbox.text.includes(second), inbox.text.includes(first)]).toEqual([200, true, false])
  const mine = await desk.read('qin', first)
  const guest = await here.ask(null, 'GET', '/api/guest/case', undefined, key)
  expect([guest.status, guest.body['number'], guest.body['state']]).toEqual([200, first, 'archived'])
  for (const shown of [JSON.stringify(mine), guest.text])
    for (const secret of [second, '白沐', '19900007777', '天花板', '枫杳', '等了太久'])
      expect(shown).not.toContain(secret)
  expect(await here.house.database.asHouse((tx) => verifyChains(tx))).toEqual([])
})

test('a report by the code on a door may be the joined one, and its reporter follows it without an account', async () => {
  const first = await byNeighbour()
  const other = { 'x-guest-key': 'guest-secret-other-0123456789-abcdefg' }
  const second = await byDoor(other)
  await desk.step('he', second, 'join', { joinedInto: first })
  const guest = await here.ask(null, 'GET', '/api/guest/case', undefined, other)
  expect([guest.body['number'], guest.body['state'], guest.text.includes(first)]).toEqual([second, 'joined', false])
  expect(await told('qin', second)).toContain('repair.join')
})
