import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { Refused } from '#kernel/http/problem.ts'
import { outgoing } from '#kernel/process/fields.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { type Body, testHouse, type TestHouse } from '#test/house.ts'
import type { Phrase, PhraseVersion } from '../view.ts'
import { checkOutgoing } from './check-outgoing.ts'
import { seedPhrases } from './queries.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const list = async (who: Parameters<TestHouse['ask']>[0] = 'lu') => {
  const { body } = await house.ask(who, 'GET', '/api/phrases')
  return { items: body.items as Phrase[], mayEdit: body.mayEdit }
}
const phrase = async (code: string): Promise<Phrase> => {
  const found = (await list()).items.find((one) => one.code === code)
  if (!found) throw new Error(`no phrase ${code}`)
  return found
}
const asSent = ({ code: _code, kind: _kind, ...rest }: Phrase) => ({ ...rest, reason: '培训后修订' })
const fresh = {
  kind: 'taboo',
  scene: 'general',
  topicZh: '',
  topicEn: '',
  textZh: '爱等不等。',
  textEn: '',
  preferredZh: '我马上为您安排。',
  preferredEn: 'I will arrange it at once.',
  matches: [],
  harmless: [],
  note: '',
  reason: '巡查发现',
}

test('a new house has the whole book, and starting again adds nothing', async () => {
  const { items } = await list()
  const count = (kind: string) => items.filter((one) => one.kind === kind).length
  expect(['polite', 'taboo', 'english', 'attitude', 'rule'].map(count)).toEqual([44, 44, 67, 9, 13])
  expect(items.slice(0, 3).map(({ code }) => code)).toEqual(['W01', 'W02', 'W03'])
  await house.house.database.asHouse((tx) => seedPhrases(tx, house.house.now()))
  expect((await list()).items).toHaveLength(items.length)
})

test('everybody on the staff reads the book, no tenant and no stranger', async () => {
  for (const who of ['wang', 'feng', 'yao', 'zhou'] as const) expect((await list(who)).mayEdit).toBe(false)
  for (const who of ['lin', 'he'] as const) expect((await list(who)).mayEdit).toBe(true)
  expect((await house.ask('qin', 'GET', '/api/phrases')).status).toBe(404)
  expect((await house.ask(null, 'GET', '/api/phrases')).status).toBe(401)
})

test('only the heads of the service desk change it', async () => {
  const before = await phrase('W01')
  const body = { ...asSent(before), textZh: '您好！' }
  for (const who of ['lu', 'ye', 'shen', 'peng'] as const)
    expect((await house.ask(who, 'POST', '/api/phrases/W01', body)).status).toBe(404)
  expect((await house.ask('qin', 'POST', '/api/phrases/W01', body)).status).toBe(404)
  expect((await house.ask('lu', 'POST', '/api/phrases', fresh)).status).toBe(404)
  expect(await phrase('W01')).toEqual(before)
})

test('a change is a new version, and the old one stays with who changed it and why', async () => {
  const before = await phrase('W02')
  const changed = await house.ask('he', 'POST', '/api/phrases/W02', {
    ...asSent(before),
    textZh: '您好，客服部，请讲。',
  })
  expect([changed.status, changed.body.version]).toEqual([201, 2])
  const { body } = await house.ask('feng', 'GET', '/api/phrases/W02')
  const versions = body.versions as PhraseVersion[]
  expect(versions.map(({ version, textZh, setBy, reason }) => [version, textZh, setBy, reason])).toEqual([
    [2, '您好，客服部，请讲。', '何景川', '培训后修订'],
    [1, before.textZh, null, ''],
  ])
  expect((await phrase('W02')).textZh).toBe('您好，客服部，请讲。')
})

test('of two who change the same phrase the second is told, and a change that changes nothing is none', async () => {
  const before = await phrase('W03')
  const body = { ...asSent(before), note: '甲' }
  expect((await house.ask('lin', 'POST', '/api/phrases/W03', body)).status).toBe(201)
  const second = await house.ask('he', 'POST', '/api/phrases/W03', { ...body, note: '乙' })
  expect([second.status, second.body.code]).toEqual([409, 'stale'])
  const again = await house.ask('lin', 'POST', '/api/phrases/W03', asSent(await phrase('W03')))
  expect([again.status, again.body.code]).toEqual([422, 'unchanged'])
  expect((await house.ask('lin', 'POST', '/api/phrases/W99', body)).status).toBe(404)
  expect((await house.ask('lin', 'GET', '/api/phrases/W99')).status).toBe(404)
})

test('a new phrase takes the next code of its kind and is found in texts from then on, until it is retired', async () => {
  const added = await house.ask('lin', 'POST', '/api/phrases', fresh)
  expect([added.status, added.body.code]).toEqual([201, 'J45'])
  expect(await refusal('您爱等不等')).toMatchObject([{ path: 'reply', code: 'taboo' }])
  const retired = { ...asSent(await phrase('J45')), retired: true }
  expect((await house.ask('lin', 'POST', '/api/phrases/J45', retired)).status).toBe(201)
  expect(await refusal('您爱等不等')).toEqual([])
  const restored = { ...asSent(await phrase('J45')), retired: false }
  expect((await house.ask('lin', 'POST', '/api/phrases/J45', restored)).status).toBe(201)
  expect(await refusal('您爱等不等')).toHaveLength(1)
})

const faults = (body: Body) =>
  (body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)

test.each([
  ['a taboo without what is said instead', { preferredZh: '' }, 'preferredZh required'],
  ['a better wording that is itself the taboo', { preferredZh: '你行你来吧' }, 'preferredZh selfTaboo'],
  ['a matcher of one character', { matches: ['不'] }, 'matches badMatcher'],
  ['a text nothing can be recognised by', { textZh: '(沉默)' }, 'matches badMatcher'],
  ['a polite phrase with matchers', { kind: 'polite', matches: ['您好'] }, 'preferredZh onlyTaboos'],
  ['an English line without English', { kind: 'english', preferredZh: '', preferredEn: '' }, 'textEn required'],
  ['a phrase that is there already', { textZh: '有完没完？' }, 'textZh alreadyThere'],
])('%s is refused', async (_what, change, fault) => {
  const { status, body } = await house.ask('lin', 'POST', '/api/phrases', { ...fresh, textZh: '你行你来', ...change })
  expect([status, faults(body)]).toEqual([422, [fault]])
})

const Reply = z.object({ reply: outgoing(500), inside: z.string().optional() })
const staff: Actor = { kind: 'staff', id: null, name: '', roles: ['CSA'], customerId: null, guestTokenHash: null }
const check = (reply: string, despite?: unknown, actor = staff) =>
  house.house.database.asHouse((tx) =>
    checkOutgoing(tx, { schema: Reply, input: { reply, inside: '有完没完' }, despite, actor }),
  )
const refusal = async (reply: string, despite?: unknown) => {
  try {
    await check(reply, despite)
    return []
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    expect([error.spec.status, error.spec.code]).toEqual([422, 'taboo'])
    return error.spec.errors ?? []
  }
}

test('a text to a customer that holds a taboo is refused at its field, with the better wording in both languages', async () => {
  expect(await refusal('这事不归我管，您等着吧。')).toEqual([
    {
      path: 'reply',
      code: 'taboo',
      says: {
        zh: '“不归我管”是服务忌语，建议说：我马上帮您转到负责的部门，并跟进结果。',
        en: 'The house does not say “不归我管”. Better: 我马上帮您转到负责的部门，并跟进结果。',
      },
    },
    expect.objectContaining({ path: 'reply', code: 'taboo' }),
  ])
})

test('with a reason it passes and the reason comes back to be kept; a reason of four signs is none', async () => {
  expect(await check('不归我管', '  客户原话，引用说明  ')).toBe('客户原话，引用说明')
  for (const bad of ['太短啊', 'x'.repeat(301), 7, {}])
    expect((await refusal('不归我管', bad)).map(({ path }) => path)).toEqual(['reply', 'despite'])
  expect(await refusal('不归我管', '')).toHaveLength(1)
})

test('where nothing is wrong no reason is kept, and what does not reach the customer is not held against the list', async () => {
  expect(await check('您的报修我已记录。', '多余的理由啊')).toBeNull()
})

test('what a tenant writes is his own affair', async () => {
  expect(await check('不归我管', undefined, { ...staff, kind: 'customer', roles: ['TADM'] })).toBeNull()
})
