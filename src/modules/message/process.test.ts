import { describe, expect, it, test } from 'vitest'
import { decide, decideOpening } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { faults } from '#kernel/process/faults.ts'
import { staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import { everyRole, wordless } from '#test/department-case.ts'
import { cast, momentOf, shanghai, somebody } from '#test/moment.ts'
import { after, isRefusal, opened, tried, type Walk } from '#test/walk.ts'
import { messageParameters } from './parameters.ts'
import { message } from './process.ts'
import { isFullName } from './rules.ts'
import { MessageSlip } from './slip.ts'
import { words } from './words.ts'

const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  messageParameters.map(({ key, default: value }) => [key, value]),
)
const facts = { parameter: <T>(key: string): T => defaults[key] as T }

const call = {
  addressee: 'tenant',
  wantedName: '秦澜',
  wantedExtension: '8017',
  callerName: '欧阳志远',
  callerCompany: '北京汇川贸易有限公司',
  callerPhone: '010-6200 0000 转 12',
  numberReadBack: true,
  matter: '合同的附件今天下午送到',
  wish: 'pleaseCall',
  bestTime: '16:00 以后',
} as const
const forStaff = { ...call, addressee: 'staff', wantedName: '', wantedExtension: undefined, wantedStaff: cast.eng.id }

const taken = (input: object = call) => opened(message, 'rec', input, { facts })
const refused = (input: object) => {
  const answer = decideOpening(message, input, momentOf({ actor: cast.rec, facts }))
  return isRefusal(answer) ? answer : 'taken'
}
const missing = (...needs: string[]) => ({ why: 'needs', missing: needs })
const required = (path: string) => ({ why: 'input', problems: [{ path, code: 'required', params: {} }] })
const due = (clock: string, walk: Walk, started = walk.now) => {
  const at: Moment = { ...momentOf({ now: walk.now, actor: cast.rec, facts }), role: 'REC' }
  return message.clocks[clock as 'hand'].due(MessageSlip.parse(walk.slip), started, at)
}

test('the definition is sound, and nothing in it lacks its words', () => {
  expect(faults(message)).toEqual([])
  expect(wordless(message, words)).toEqual([])
})

describe('taking a message', () => {
  test('what the caller said stands on the slip, with the time and who took it', () =>
    expect(taken()).toMatchObject({
      state: 'taken',
      slip: { takenAt: shanghai('10:00'), takenBy: 'Lin Yue', callerName: '欧阳志远', wantedStaff: null, how: null },
    }))
  test('the number is read back', () => {
    expect(refused({ ...call, numberReadBack: false })).toEqual(missing('numberReadBack'))
    expect(refused({ ...call, numberReadBack: undefined })).toEqual(missing('numberReadBack'))
  })
  test('a surname with a title is no full name, unless the caller would not give more', () => {
    expect(refused({ ...call, callerName: '王先生' })).toEqual(missing('fullName'))
    expect(refused({ ...call, callerName: '王先生', nameWithheld: true })).toBe('taken')
  })
  it.each(['王先生', '欧阳女士', '李总', '先生', '陈', 'Mr. Lee', 'Ms Tan', 'sir'])('%s is not a full name', (name) =>
    expect(isFullName(name)).toBe(false),
  )
  it.each(['王伟', '欧阳志远', 'Anna Lee', 'Mr. Jim Lee', '王总伟'])('%s is a full name', (name) =>
    expect(isFullName(name)).toBe(true),
  )
  test('company, telephone, message and wish are never left open', () => {
    for (const blank of ['callerName', 'callerCompany', 'matter'] as const)
      expect(refused({ ...call, [blank]: ' ' })).toMatchObject({ problems: [{ path: blank, code: 'required' }] })
    expect(refused({ ...call, callerPhone: 'later' })).toMatchObject({ problems: [{ path: 'callerPhone' }] })
    expect(refused({ ...call, wish: 'hurry' })).toMatchObject({ why: 'input' })
  })
  test('a tenant’s person is named with extension and company', () => {
    expect(refused({ ...call, wantedName: '' })).toEqual(required('wantedName'))
    expect(refused({ ...call, wantedExtension: undefined })).toEqual(required('wantedExtension'))
    const header = { ...momentOf().facts.header, customerId: null }
    const nobody = momentOf({ actor: cast.rec, facts: { ...facts, header } })
    expect(decideOpening(message, call, nobody)).toEqual(missing('companyNamed'))
    expect(decideOpening(message, { ...call, wantedCompany: '澄霁信息' }, nobody)).not.toHaveProperty('why')
  })
  test('our own people are picked, not spelled', () => {
    expect(refused({ ...forStaff, wantedStaff: undefined })).toEqual(required('wantedStaff'))
    expect(taken(forStaff).slip).toMatchObject({ wantedStaff: cast.eng.id, wantedName: 'Li Gang', wantedCompany: null })
  })
  test('the switchboard and every desk may; tenants and engineering may not', () => {
    const may = [...staffRoles, ...tenantRoles, 'GUEST' as const].filter(
      (role) => !isRefusal(decideOpening(message, call, momentOf({ actor: somebody(role), facts }))),
    )
    expect(may.sort()).toEqual(['BCC', 'CSA', 'CSM', 'CSS', 'MAIL', 'MTG', 'OPR', 'REC', 'SEC'])
  })
})

describe('handing it over', () => {
  it.each(['inPerson', 'secretary'])('%s: whoever takes it signs at once', (how) => {
    expect(tried(taken(), 'rec', 'handOver', { how })).toEqual(required('receivedBy'))
    expect(after(taken(), 'rec', 'handOver', { how, receivedBy: '秦澜' })).toMatchObject({
      state: 'acknowledged',
      slip: { how, receivedBy: '秦澜', handedAt: shanghai('10:01'), acknowledgedAt: shanghai('10:01') },
      copies: [{ handedTo: '秦澜' }, { handedTo: 'desk' }],
    })
  })
  test('left on the telephone it waits for its receipt', () => {
    const left = after(taken(), 'rec', 'handOver', { how: 'onThePhone' })
    expect(left).toMatchObject({ state: 'handed', slip: { receivedBy: null, acknowledgedAt: null } })
    expect(left.last?.assigns).toBeNull()
    expect(tried(left, 'rec', 'acknowledge', {})).toEqual(missing('receiverNamed'))
    expect(after(left, 'rec', 'acknowledge', { receivedBy: '秦澜' }).state).toBe('acknowledged')
  })
  test('in the system only our own people are told, and he signs himself', () => {
    expect(tried(taken(), 'rec', 'handOver', { how: 'inSystem' })).toEqual(missing('staffInSystem'))
    const told = after(taken(forStaff), 'rec', 'handOver', { how: 'inSystem' })
    expect(told).toMatchObject({ state: 'handed', last: { assigns: [cast.eng.id], tells: ['assignee'] } })
    expect(tried(told, 'engB', 'acknowledge', {})).toEqual(missing('yours'))
    expect(after(told, 'eng', 'acknowledge', {})).toMatchObject({
      state: 'acknowledged',
      slip: { receivedBy: 'Li Gang' },
    })
  })
  test('the caller who wants to know is told, whichever way it was received', () => {
    const asked = { ...call, followUp: true }
    const inPerson = after(taken(asked), 'rec', 'handOver', { how: 'inPerson', receivedBy: '秦澜' })
    const left = after(taken(asked), 'rec', 'handOver', { how: 'onThePhone' })
    const received = after(left, 'rec', 'acknowledge', { receivedBy: '秦澜' })
    expect([inPerson.state, received.state]).toEqual(['promised', 'promised'])
    expect(tried(received, 'rec', 'follow', {})).toMatchObject({ why: 'input' })
    expect(after(received, 'csa', 'follow', { followNote: '已回告本人' })).toMatchObject({
      state: 'followed',
      slip: { followedBy: 'Wang Xin' },
    })
  })
})

describe('a message that lies', () => {
  test('only the supervisor lets it expire, and only on a later day', () => {
    const note = { expiryNote: '来电者已自行联系' }
    expect(tried(taken(), 'css', 'expire', note, 13 * 60 + 59)).toEqual(missing('laterDay'))
    expect(after(taken(), 'css', 'expire', note, 14 * 60).state).toBe('expired')
    for (const other of ['rec', 'csa', 'csm'] as const)
      expect(tried(taken(), other, 'expire', note, 14 * 60)).toEqual({ why: 'notYours' })
  })
  test('what was received does not expire', () => {
    const received = after(taken(), 'rec', 'handOver', { how: 'inPerson', receivedBy: '秦澜' })
    expect(tried(received, 'css', 'expire', { expiryNote: 'x' }, 2000)).toEqual({ why: 'wrongState' })
  })
  test('ten minutes are counted, thirty go to the supervisor', () => {
    expect(due('hand', taken())).toEqual({ kind: 'WALL', at: shanghai('10:10') })
    expect(due('unhanded', taken())).toEqual({ kind: 'WALL', at: shanghai('10:30') })
    expect(message.clocks.hand.late).toEqual([])
    expect(message.clocks.unhanded.late.map(({ role, level }) => [role, level])).toEqual([['CSS', 1]])
  })
  test('it is reviewed when the house opens on a later day, across a weekend and a holiday', () => {
    const of = (date: string) => due('review', opened(message, 'rec', call, { facts, now: shanghai('17:50', date) }))
    expect(of('2026-11-24')).toEqual({ kind: 'SERVICE', at: shanghai('08:30', '2026-11-25') })
    expect(of('2026-11-28')).toEqual({ kind: 'SERVICE', at: shanghai('08:30', '2026-11-30') })
    expect(of('2026-09-30')).toEqual({ kind: 'SERVICE', at: shanghai('08:30', '2026-10-08') })
  })
  test('the caller is told within an hour of service', () =>
    expect(due('follow', taken(), shanghai('17:30'))).toEqual({
      kind: 'SERVICE',
      at: shanghai('09:00', '2026-11-25'),
    }))
})

test('tenants see no message', () => {
  expect(message.sight.company).toEqual([])
  for (const role of tenantRoles)
    for (const roles of Object.values(message.sight) as (readonly string[])[]) expect(roles).not.toContain(role)
})

describe('who may do what', () => {
  const definition: Process = message
  const desk = ['REC', 'OPR', 'CSA', 'CSS', 'CSM', 'MAIL', 'BCC', 'MTG', 'SEC']
  const table: Readonly<Record<string, readonly string[]>> = {
    handOver: desk,
    acknowledge: staffRoles,
    follow: desk,
    expire: ['CSS'],
  }
  test.each(Object.entries(table))('%s', (action, may) => {
    const { state, slip } = taken()
    const from = list(definition.actions[action]?.from)[0] ?? state
    const allowed = everyRole.filter((role) => {
      const answer = decide(definition, { state: from, slip }, action, {}, momentOf({ actor: somebody(role), facts }))
      return !('why' in answer) || answer.why !== 'notYours'
    })
    expect(allowed.toSorted()).toEqual([...may].toSorted())
  })
  test('every action is in the table', () => expect(Object.keys(table)).toEqual(Object.keys(message.actions)))
})
