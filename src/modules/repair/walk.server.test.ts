import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyChains } from '#kernel/process/server/timeline.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { type TestHouse, testHouse } from '#test/house.ts'
import { callBack, type Desk, deskOf, finished, scores } from '#test/repair-desk.ts'

/* Repairs from the call to the archive, through the HTTP door, each step by the role named in the plan. */

let here: TestHouse
let desk: Desk
const nine = '2026-11-23T01:00:00.000Z'

beforeAll(async () => {
  here = await testHouse(nine)
  desk = deskOf(here)
})
afterAll(() => here.close())

const copiesOf = (view: CaseView, form = 'F-30') =>
  view.documents
    .find((document) => document.form === form)
    ?.copies.map((copy) => [copy.copy, copy.goesTo, copy.handedTo])

test('a free repair goes from the call to the archive with every copy handed over', async () => {
  here.setClock(nine)
  const number = await desk.open('lu')
  expect(number).toMatch(/^GW-2026-\d{4}$/)
  const delivered = await desk.step('lu', number, 'deliver', {})
  expect(copiesOf(delivered)).toEqual([
    [1, 'desk', 'desk'],
    [2, 'engineering', null],
    [3, 'finance', null],
    [4, 'customer', null],
  ])
  expect(copiesOf(await desk.step('wang', number, 'receive'))?.[1]).toEqual([2, 'engineering', '王志勇'])
  const accepted = await desk.step('wang', number, 'accept', { tools: ['梯子'] })
  expect(accepted.crew.map(({ name }) => name)).toEqual(['王志勇'])
  here.setClock('2026-11-23T02:00:00.000Z')
  await desk.step('wang', number, 'arrive', {})
  const before = await desk.upload('wang')
  await desk.step('wang', number, 'photograph', { photos: [before] })
  await desk.step('wang', number, 'begin')
  const after = await desk.upload('wang')
  here.setClock('2026-11-23T02:40:00.000Z')
  const done = await desk.step('wang', number, 'finish', {
    ...finished,
    labour: [{ code: 'R22', quantity: '1' }],
    photos: [after],
  })
  expect(done.slip).toMatchObject({ labourFen: 3000, totalFen: 0 })
  const drawn = await desk.upload('wang', 'signature')
  const signed = await desk.step('wang', number, 'sign', {
    signatureMethod: 'pad',
    signatureFile: drawn,
    signedBy: '秦澜',
    satisfaction: 'satisfied',
  })
  expect(signed.files.map(({ id, purpose }) => [id, purpose])).toEqual([
    [before, 'before'],
    [after, 'after'],
    [drawn, 'signature'],
  ])
  const called = await desk.step('lu', number, 'callBack', callBack)
  expect(called.slip['callBacks']).toMatchObject([{ number: expect.stringMatching(/^HF-2026-\d{4}$/), by: '陆思远' }])
  const archived = await desk.step('heMin', number, 'archive')
  expect(archived.state).toBe('archived')
  expect(archived.closedAt).toBe(here.house.now())
  expect(copiesOf(archived)).toEqual([
    [1, 'desk', 'desk'],
    [2, 'engineering', '王志勇'],
    [3, 'finance', 'costFile'],
    [4, 'customer', '秦澜'],
  ])
  expect(archived.charges).toEqual([])
  expect(archived.clocks.filter(({ metAt }) => metAt === null)).toEqual([])
  expect(archived.timeline.map(({ action }) => action)).toEqual([
    ...[
      'open',
      'deliver',
      'receive',
      'accept',
      'arrive',
      'photograph',
      'begin',
      'finish',
      'sign',
      'callBack',
      'archive',
    ],
  ])
})

test('a charged repair is agreed, paid by money carried, and filed only after the receipt came back', async () => {
  here.setClock(nine)
  const number = await desk.open('ye', { category: 'power', pricing: 'chargeable', problem: '插座面板松动' })
  await desk.step('lu', number, 'quote', { lines: [{ code: 'R04', quantity: '2' }], estimateFen: 5000 })
  const early = await here.ask('lu', 'POST', `/api/repair/${number}/deliver`, { version: 2, input: {} })
  expect([early.status, early.body['missing']]).toMatchObject([422, [{ need: 'noFeeWithoutConsent' }]])
  await desk.step('qin', number, 'agree', { how: 'platform', agreedFen: 9000 })
  await desk.step('lu', number, 'deliver', {})
  await desk.step('wang', number, 'receive')
  await desk.step('wang', number, 'accept', {})
  await desk.step('ye', number, 'accompany', {})
  here.setClock('2026-11-23T02:00:00.000Z')
  await desk.step('wang', number, 'arrive', {})
  await desk.step('wang', number, 'begin')
  here.setClock('2026-11-23T02:30:00.000Z')
  const materials = [{ name: '面板', unit: '个', quantity: '2', unitFen: 2500 }]
  const done = await desk.step('wang', number, 'finish', {
    ...finished,
    labour: [{ code: 'R04', quantity: '2' }],
    materials,
  })
  expect(done.slip).toMatchObject({ labourFen: 4000, materialFen: 5000, totalFen: 9000 })
  await desk.step('qin', number, 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'satisfied' })
  await desk.step('su', number, 'callBack', callBack)
  const billed = await desk.step('su', number, 'bill', { payment: 'now' })
  expect([billed.chargedFen, billed.unpaidFen]).toEqual([9000, 9000])
  const carried = await desk.step('ye', number, 'carry', { payer: '秦澜', amountFen: 9000 })
  expect(carried.slip['carried']).toMatchObject({ takenBy: '叶舒', returnedAt: null })
  const settled = await desk.step('yao', number, 'collect', { method: 'cash', payer: '秦澜', amountFen: 9000 })
  expect(settled.receipts).toMatchObject([{ number: 'SJ-2026-0001', amountFen: 9000, inWords: '玖拾元整' }])
  expect([settled.slip['receiptNumber'], settled.unpaidFen]).toEqual(['SJ-2026-0001', 0])
  const tooSoon = await here.ask('heMin', 'POST', `/api/repair/${number}/archive`, { version: settled.version })
  expect([tooSoon.status, tooSoon.body['missing']]).toMatchObject([422, [{ need: 'receiptReturned' }]])
  await desk.step('ye', number, 'returnReceipt', { returnedTo: '秦澜' })
  const archived = await desk.step('heMin', number, 'archive')
  expect(archived.state).toBe('archived')
  expect(copiesOf(archived)?.map(([, , to]) => to)).toEqual(['desk', '王志勇', 'finance', '秦澜'])
  const card = await here.ask('yao', 'GET', '/api/payments/SK-2026-0001')
  expect(card.body).toMatchObject({ amountFen: 9000, carriedBy: '叶舒', receiptNumber: 'SJ-2026-0001' })
})

test('the slip, the call-back record and the receipt of a finished repair print as PDF and count their prints', async () => {
  const { number } = await desk.read('lu', 'GW-2026-0002')
  for (const paper of ['slip', 'callBackRecord', 'carriedPayment']) {
    const printed = await here.ask('lu', 'GET', `/api/repair/${number}/paper/${paper}.pdf`)
    expect([paper, printed.status, printed.text.slice(0, 5)]).toEqual([paper, 200, '%PDF-'])
  }
  const receipt = await here.ask('yao', 'GET', '/api/payments/SK-2026-0001/receipt.pdf')
  expect([receipt.status, receipt.text.slice(0, 5)]).toEqual([200, '%PDF-'])
  const { documents } = await desk.read('lu', number)
  expect(documents.find(({ form }) => form === 'F-30')?.prints).toBe(1)
})

test('call-back numbers are given one after another, also to attempts that reached nobody', async () => {
  here.setClock(nine)
  const number = await desk.open('lu', {
    priority: 'P1',
    problem: '冒烟',
    appointmentStart: undefined,
    appointmentEnd: undefined,
  })
  await desk.step('lu', number, 'deliver', { calledThrough: true })
  await desk.step('li', number, 'accept', {})
  await desk.step('li', number, 'arrive', { companion: here.id.su })
  await desk.step('li', number, 'begin')
  await desk.step('li', number, 'finish', finished)
  await desk.step('qin', number, 'sign', { signatureMethod: 'platform', signedBy: '秦澜', satisfaction: 'acceptable' })
  const once = await desk.step('lu', number, 'notReached', { how: 'phone' })
  const twice = await desk.step('su', number, 'callBack', callBack)
  const numbers = (twice.slip['callBacks'] as { number: string }[]).map((call) => Number(call.number.slice(-4)))
  expect(once.slip['callBacks']).toHaveLength(1)
  expect(numbers[1]).toBe((numbers[0] ?? 0) + 1)
  const open = await here.ask('heMin', 'POST', `/api/repair/${number}/archive`, { version: twice.version })
  expect(open.body['missing']).toMatchObject([{ need: 'paperFollowed' }])
  await desk.step('lu', number, 'followWithPaper')
  expect((await desk.step('heMin', number, 'archive')).state).toBe('archived')
})

test('in the portal the authorised person objects, agrees, signs and rates, and a colleague sees only his own', async () => {
  here.setClock(nine)
  const number = await desk.open('qin', { channel: 'portal', category: 'power', problem: '插座面板松动' })
  await desk.step('lu', number, 'quote', { lines: [{ code: 'R04', quantity: '1' }], estimateFen: 0 })
  const objected = await desk.step('qin', number, 'objectToPrice', { reason: '太贵' })
  expect([objected.state, objected.slip['priceObjection']]).toEqual(['quoted', '太贵'])
  const less = await here.ask('qin', 'POST', `/api/repair/${number}/agree`, {
    version: objected.version,
    input: { how: 'platform', agreedFen: 1999 },
  })
  expect([less.status, less.body['missing']]).toMatchObject([422, [{ need: 'consentCoversQuote' }]])
  await desk.step('qin', number, 'agree', { how: 'platform', agreedFen: 2000 })
  await desk.step('lu', number, 'agreeTime', {
    appointmentStart: '2026-11-23T02:00:00.000Z',
    appointmentEnd: '2026-11-23T03:00:00.000Z',
    appointmentWith: '秦澜',
  })
  await desk.step('lu', number, 'deliver', {})
  await desk.step('wang', number, 'accept', {})
  here.setClock('2026-11-23T02:00:00.000Z')
  await desk.step('wang', number, 'arrive', { companion: here.id.su })
  await desk.step('wang', number, 'begin')
  await desk.step('wang', number, 'finish', { ...finished, labour: [{ code: 'R04', quantity: '1' }] })
  const signed = await desk.step('qin', number, 'sign', {
    signatureMethod: 'platform',
    signedBy: '秦澜',
    satisfaction: 'satisfied',
  })
  expect([signed.state, signed.clocks, signed.escalations, signed.dueAt]).toEqual(['signed', [], [], null])
  const called = await desk.step('lu', number, 'callBack', callBack)
  expect(called.slip['callBacks']).toHaveLength(1)
  const rated = await desk.step('qin', number, 'rate', { ...scores, opinion: '很快' })
  expect(rated.slip['rating']).toMatchObject({ opinion: '很快', by: '秦澜' })
  expect(rated.slip).not.toHaveProperty('callBacks')
  expect(rated.timeline.map(({ action }) => action)).not.toContain('callBack')

  expect((await here.ask('tao', 'GET', `/api/repair/${number}`)).status).toBe(404)
  const own = await desk.open('tao', { channel: 'portal' })
  expect((await desk.read('tao', own)).openedBy).toBe('陶然')
  const register = await here.ask('tao', 'GET', '/api/repair')
  expect((register.body['items'] as { number: string }[]).map((row) => row.number)).toEqual([own])
  expect((await desk.step('tao', own, 'withdraw', { reason: '好了' })).state).toBe('cancelled')
})

test('a guest reports by the code on the door and follows only his own report', async () => {
  const key = 'guest-secret-0123456789-0123456789-abcdef'
  const door = `/api/door/door-1-1701-0123456789abcdef/repair`
  const input = {
    channel: 'qr',
    area: 'customer',
    location: '前厅',
    category: 'power',
    problem: '灯不亮',
    reporterName: '路人',
    reporterPhone: '19900005678',
    appointmentStart: '2026-11-24T02:00:00.000Z',
    appointmentEnd: '2026-11-24T03:00:00.000Z',
  }
  const reported = await here.ask(null, 'POST', door, { input }, { 'x-guest-key': key })
  expect([reported.status, reported.body]).toMatchObject([201, { state: 'registered', place: '1-1701', photos: 0 }])
  const twice = await here.ask(null, 'POST', door, { input }, { 'x-guest-key': key })
  expect([twice.status, twice.body['code']]).toEqual([409, 'keyUsed'])
  const number = String(reported.body['number'])
  const seen = await desk.read('lu', number)
  expect([seen.customer?.id, seen.openedAs, seen.slip['channel']]).toEqual([here.customer.chengji, 'guest', 'qr'])
  await desk.step('lu', number, 'cancel', { reason: '重复' })
  const followed = await here.ask(null, 'GET', '/api/guest/case', undefined, { 'x-guest-key': key })
  expect(followed.body).toMatchObject({
    number,
    state: 'cancelled',
    entered: { problem: '灯不亮', reporterName: '路人' },
  })
  expect(Object.keys(followed.body['entered'] as object)).not.toContain('closeReason')
  const other = await here.ask(null, 'GET', '/api/guest/case', undefined, { 'x-guest-key': `${key}x` })
  expect(other.status).toBe(404)
  const nobody = await here.ask(
    null,
    'POST',
    '/api/door/door-1-9999-0123456789abcdef/repair',
    { input },
    { 'x-guest-key': `${key}y` },
  )
  expect([nobody.status, nobody.body['code']]).toEqual([404, 'notFound'])
})

test('after all of this every timeline verifies', async () => {
  expect(await here.house.database.asHouse((tx) => verifyChains(tx))).toEqual([])
})
