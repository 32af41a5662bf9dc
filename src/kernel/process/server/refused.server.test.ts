import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Somebody, type TestHouse, testHouse } from '#test/house.ts'
import { expectRefused, getting, posting, problemOf } from '#test/refusals.ts'
import { charged, type Desk, deskOf, report } from '#test/repair-desk.ts'
import { tableSums } from '#test/table-sums.ts'

/* What the rulebook refuses, asked through the door: the status, the stable code, both languages, and no trace left. */

let here: TestHouse
let desk: Desk
let fresh: string
let busy: string

beforeAll(async () => {
  here = await testHouse()
  desk = deskOf(here)
  fresh = await desk.open('lu')
  busy = await charged(here, 'done')
})
afterAll(() => here.close())

const step = (number: string, action: string, input: unknown, version = 1) =>
  posting(`/api/repair/${number}/${action}`, { version, input })
const header = () => ({ customerId: here.customer.chengji, unitId: here.unit['1-1701'] ?? null, contactId: null })

test('an action in the wrong state is 409 wrongState', async () => {
  for (const action of ['accept', 'arrive', 'finish', 'sign', 'callBack', 'collect', 'archive', 'resume'])
    for (const who of ['wang', 'lu', 'yao'] as const)
      await expectRefused(here, who, step(fresh, action, {}), { status: 409, code: 'wrongState' })
})

test('an action by the wrong role is 403 notYours', async () => {
  const wrong: [Somebody, string][] = [
    ['wang', 'deliver'],
    ['qin', 'deliver'],
    ['heMin', 'triage'],
    ['yao', 'quote'],
    ['wang', 'cancel'],
    ['shen', 'deliver'],
    ['lu', 'withdraw'],
    ['wang', 'correct'],
    ['qin', 'correct'],
    ['qin', 'hand'],
  ]
  for (const [who, action] of wrong)
    await expectRefused(here, who, step(fresh, action, {}), { status: 403, code: 'notYours' })
})

test('an unmet need is 422 and named, with its sentence', async () => {
  const version = await desk.version(busy)
  const free = await expectRefused(here, 'lu', step(fresh, 'deliver', { calledThrough: true }), {
    status: 422,
    code: 'needs',
  })
  expect(free.missing).toMatchObject([{ need: 'onlyDangerByPhone' }])
  const unsigned = step(
    busy,
    'sign',
    { signatureMethod: 'pad', signatureFile: crypto.randomUUID(), signedBy: '秦澜', satisfaction: 'satisfied' },
    version,
  )
  const sign = await expectRefused(here, 'lu', unsigned, { status: 422, code: 'needs' })
  expect(sign.missing).toMatchObject([{ need: 'signatureFits' }])
})

test('a version that is not the present one is 409 stale, from every action alike', async () => {
  const version = await desk.version(busy)
  for (const wrong of [version - 1, version + 1, 2_000_000_000])
    for (const action of ['sign', 'reject', 'note', 'archive'])
      await expectRefused(here, 'lu', step(busy, action, { text: 'x' }, wrong), { status: 409, code: 'stale' })
})

test('a version that is no version is 400', async () => {
  for (const version of [0, -1, 1.5, '1', null, 2 ** 53, true, [1]])
    await expectRefused(here, 'lu', posting(`/api/repair/${fresh}/deliver`, { version, input: {} }), {
      status: 400,
      code: 'input',
    })
  await expectRefused(here, 'lu', posting(`/api/repair/${fresh}/deliver`, `{"version":1e309}`), { status: 400 })
  await expectRefused(here, 'lu', posting(`/api/repair/${fresh}/deliver`, { input: {} }), {
    status: 400,
    code: 'input',
  })
})

test('a number nobody has and a number of another company are the same 404, for reading and for every action', async () => {
  const foreign = await desk.open('lu', {}, 'fengyao')
  const unknown = 'GW-2026-8888'
  const read = async (number: string) => (await here.ask('qin', 'GET', `/api/repair/${number}`)).text
  expect(await read(foreign)).toBe(await read(unknown))
  for (const action of ['agree', 'sign', 'reject', 'rate', 'withdraw', 'note', 'attach', 'objectToPrice', 'deliver']) {
    const known = await expectRefused(here, 'qin', step(foreign, action, {}), { status: 404, code: 'notFound' })
    expect(await expectRefused(here, 'qin', step(unknown, action, {}), { status: 404 })).toEqual(known)
  }
  for (const odd of ['x', 'GW-2026-1', 'GW-2026-00000000001', "GW-2026-0001'--", 'SK-2026-0001', '0'])
    await expectRefused(here, 'lu', getting(`/api/repair/${encodeURIComponent(odd)}`), {
      status: 404,
      code: 'notFound',
    })
})

test('an action nobody defined is 404', async () => {
  for (const action of ['explode', 'constructor', '__proto__', 'toString', 'open', 'escalate'])
    await expectRefused(here, 'lu', step(fresh, action, {}), { status: 404, code: 'notFound' })
})

test('ids that are not what they must be are 422 badReference and write nothing', async () => {
  const stranger = crypto.randomUUID()
  const sent = await desk.open('lu')
  await desk.step('lu', sent, 'deliver', {})
  const references: [Somebody, string, string, unknown][] = [
    ['gao', sent, 'assign', { workers: [stranger] }],
    ['gao', sent, 'assign', { workers: [here.id.qin] }],
    ['gao', sent, 'accept', { workers: [here.id.wang, here.id.yao] }],
    ['lu', sent, 'accompany', { companion: here.id.wang }],
    ['lu', busy, 'agree', { how: 'phone', contact: here.id.bai, agreedFen: 9000 }],
    ['lu', busy, 'agree', { how: 'phone', contact: here.id.wang, agreedFen: 9000 }],
    ['lu', fresh, 'quote', { lines: [{ code: 'R99', quantity: '1' }], estimateFen: 0 }],
    ['lu', fresh, 'attach', { photos: [stranger] }],
    [
      'wang',
      busy,
      'sign',
      { signatureMethod: 'pad', signatureFile: stranger, signedBy: '秦澜', satisfaction: 'satisfied' },
    ],
  ]
  for (const [who, number, action, input] of references) {
    const request = step(number, action, input, await desk.version(number))
    const about = `${action} ${JSON.stringify(input)}`
    await expectRefused(here, who, request, { status: 422, code: 'badReference' }, about)
  }
  const unauthorised = step(
    busy,
    'agree',
    { how: 'phone', contact: here.id.tao, agreedFen: 9000 },
    await desk.version(busy),
  )
  await expectRefused(here, 'lu', unauthorised, { status: 422, code: 'notAuthorised' })
})

test('opening for a unit, a contact or a company that does not belong together is 422 by the name of the field', async () => {
  const wrong = [
    ['unitId', { unitId: here.unit['1-1707'] }],
    ['unitId', { unitId: here.unit['1-1708'] }],
    ['unitId', { unitId: crypto.randomUUID() }],
    ['contactId', { contactId: here.id.bai }],
    ['contactId', { contactId: here.id.wang }],
    ['customerId', { customerId: crypto.randomUUID(), unitId: null }],
    ['contactId', { customerId: null, contactId: here.id.qin }],
  ] as const
  for (const [field, change] of wrong) {
    const opening = posting('/api/repair', { header: { ...header(), ...change }, input: report() })
    const problem = await expectRefused(
      here,
      'lu',
      opening,
      { status: 422, code: 'badReference' },
      JSON.stringify(change),
    )
    expect(problem.errors).toMatchObject([{ path: `header.${field}` }])
  }
  const nobody = posting('/api/repair', {
    header: { customerId: null, unitId: null, contactId: null },
    input: report(),
  })
  const problem = await expectRefused(here, 'lu', nobody, { status: 400, code: 'input' })
  expect(problem.errors).toMatchObject([{ path: 'header.customerId', code: 'required' }])
})

test('without an Idempotency-Key, or with a useless one, nothing is written', async () => {
  const { headers, ...request } = step(fresh, 'deliver', {})
  const type = { 'content-type': 'application/json' }
  await expectRefused(here, 'lu', { ...request, headers: type }, { status: 400, code: 'keyMissing' })
  for (const key of ['short', 'with blank', 'x'.repeat(121), 'ключ-ключ'])
    await expectRefused(
      here,
      'lu',
      { ...request, headers: { ...type, 'idempotency-key': key } },
      { status: 400, code: 'badKey' },
    )
  expect(headers).toBeDefined()
})

test('the same key answers with the same bytes, and refuses other content', async () => {
  const number = await desk.open('lu')
  const key = { 'idempotency-key': 'one-key-for-one-act' }
  const body = { version: 1, input: {} }
  const first = await here.ask('lu', 'POST', `/api/repair/${number}/deliver`, body, key)
  const kept = await tableSums(here.house)
  const again = await here.ask('lu', 'POST', `/api/repair/${number}/deliver`, body, key)
  expect([first.status, again.status, again.text]).toEqual([200, 200, first.text])
  expect([first.headers['idempotent-replay'], again.headers['idempotent-replay']]).toEqual([undefined, 'true'])
  expect(await tableSums(here.house)).toBe(kept)
  const other = posting(`/api/repair/${number}/deliver`, { version: 1, input: { calledThrough: true } }, key)
  await expectRefused(here, 'lu', other, { status: 422, code: 'keyReused' })
  const elsewhere = posting(`/api/repair/${fresh}/deliver`, body, key)
  await expectRefused(here, 'lu', elsewhere, { status: 422, code: 'keyReused' })
})

test('a refused request leaves its key free, so that the corrected one goes through', async () => {
  const number = await desk.open('lu')
  const key = { 'idempotency-key': 'refused-and-then-done' }
  const url = `/api/repair/${number}/deliver`
  expect((await here.ask('lu', 'POST', url, { version: 9, input: {} }, key)).status).toBe(409)
  expect((await here.ask('lu', 'POST', url, { version: 1, input: {} }, key)).status).toBe(200)
})

test('a key is one person’s own: another with the same key acts for himself', async () => {
  const key = { 'idempotency-key': 'the-key-of-two-people' }
  const body = { header: header(), input: report() }
  const one = await here.ask('lu', 'POST', '/api/repair', body, key)
  const two = await here.ask('su', 'POST', '/api/repair', body, key)
  expect([one.status, two.status]).toEqual([201, 201])
  expect(one.body['number']).not.toBe(two.body['number'])
})

test('a refusal without a language named is in the language of the reader', async () => {
  await here.house.database.asHouse((tx) =>
    tx.updateTable('people').set({ language: 'en' }).where('id', '=', here.id.he).execute(),
  )
  const english = await here.ask('he', 'GET', '/api/repair/GW-2026-8888')
  const chinese = await here.ask('lu', 'GET', '/api/repair/GW-2026-8888')
  expect([problemOf(english).title, problemOf(chinese).title]).toEqual(['Not found.', '没有找到。'])
})
