import { describe, expect, it, test } from 'vitest'
import { choices, decide, decideOpening } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { faults } from '#kernel/process/faults.ts'
import { staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import { everyRole, wordless } from '#test/department-case.ts'
import { cast, momentOf, shanghai, somebody } from '#test/moment.ts'
import { after, isRefusal, opened, tried, type Walk } from '#test/walk.ts'
import { enquiryParameters } from './parameters.ts'
import { enquiry } from './process.ts'
import { EnquirySlip } from './slip.ts'
import { words } from './words.ts'

const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  enquiryParameters.map(({ key, default: value }) => [key, value]),
)
const facts = { parameter: <T>(key: string): T => defaults[key] as T }
const header = { ...momentOf().facts.header, customerId: null }
const stranger = { ...facts, header }

const question = {
  channel: 'phone',
  enquirer: '周先生',
  enquirerPhone: '13900000000',
  question: '周六货梯几点开放？',
} as const

const asked = (input: object = question, known: object = facts) => opened(enquiry, 'rec', input, { facts: known })
const toEngineering = (input: object = question) =>
  after(asked(input), 'rec', 'transfer', { department: 'engineering', follower: cast.engm.id })
const missing = (...needs: string[]) => ({ why: 'needs', missing: needs })
const due = (clock: 'answer' | 'promised', walk: Walk, started = walk.now) => {
  const at: Moment = { ...momentOf({ now: walk.now, actor: cast.rec, facts }), role: 'REC' }
  return enquiry.clocks[clock].due(EnquirySlip.parse(walk.slip), started, at)
}

test('the definition is sound, and nothing in it lacks its words', () => {
  expect(faults(enquiry)).toEqual([])
  expect(wordless(enquiry, words)).toEqual([])
})

describe('要登记: registered', () => {
  test('a question without an answer is open', () =>
    expect(asked()).toMatchObject({
      state: 'open',
      slip: { askedAt: shanghai('10:00'), takenBy: 'Lin Yue', channel: 'phone', answer: null, answerKind: null },
    }))
  test('answered on the spot it is registered and closed in one step', () =>
    expect(asked({ ...question, answer: '九点至十七点' })).toMatchObject({
      state: 'closed',
      slip: { answerKind: 'onTheSpot', answeredBy: 'Lin Yue', informedHow: 'phone', informedAt: shanghai('10:00') },
    }))
  test('a tenant asks by the portal and does not answer himself', () =>
    expect(opened(enquiry, 'tusr', { ...question, enquirer: '', answer: 'nothing' }, { facts })).toMatchObject({
      state: 'open',
      slip: { channel: 'portal', enquirer: 'Mr Yu', answer: null },
    }))
  test('a blank question is none', () =>
    expect(decideOpening(enquiry, { ...question, question: ' ' }, momentOf({ actor: cast.rec, facts }))).toMatchObject({
      problems: [{ path: 'question', code: 'required' }],
    }))
  test('every desk registers, and the tenant; engineering, finance and guests do not', () => {
    const may = [...staffRoles, ...tenantRoles, 'GUEST' as const].filter(
      (role) => !isRefusal(decideOpening(enquiry, question, momentOf({ actor: somebody(role), facts }))),
    )
    expect(may.sort()).toEqual(['BCC', 'CSA', 'CSM', 'CSS', 'MAIL', 'MTG', 'OPR', 'REC', 'SEC', 'TADM', 'TUSR'])
  })
})

describe('要跟进: followed up', () => {
  test('a department gets it with the name of who follows it up, and both are told', () => {
    const sent = toEngineering()
    expect(sent).toMatchObject({
      state: 'transferred',
      slip: { answerKind: 'transferred', department: 'engineering', follower: cast.engm.id, transfers: 1 },
      last: { assigns: [cast.engm.id], tells: ['department', 'assignee'] },
    })
    expect(enquiry.departments?.(EnquirySlip.parse(sent.slip))).toEqual(['engineering'])
  })
  test('nobody is transferred or put off who could not be reached again', () => {
    const unknown = asked({ ...question, enquirerPhone: undefined }, stranger)
    const later = { replyBy: shanghai('15:00') }
    expect(tried(unknown, 'rec', 'transfer', { department: 'hr' })).toEqual(missing('reachable'))
    expect(tried(unknown, 'rec', 'promise', later)).toEqual(missing('reachable'))
    const byMail = asked({ ...question, channel: 'email', enquirerPhone: undefined }, stranger)
    expect(after(byMail, 'rec', 'promise', later).state).toBe('open')
    expect(after(asked({ ...question, enquirerPhone: undefined }), 'rec', 'promise', later).state).toBe('open')
  })
  test('a promised reply is in the future and falls to who promised unless another is named', () => {
    expect(tried(asked(), 'rec', 'promise', { replyBy: shanghai('10:01') })).toEqual(missing('replyAhead'))
    const promised = after(asked(), 'rec', 'promise', { replyBy: shanghai('15:00') })
    expect(promised).toMatchObject({ state: 'open', slip: { answerKind: 'later', follower: cast.rec.id } })
    const named = after(asked(), 'rec', 'promise', { replyBy: shanghai('15:00'), follower: cast.csa.id })
    expect(named.last?.assigns).toEqual([cast.csa.id])
  })
  it.each(['wrongDepartment', 'noAnswer'])('a transfer that came to %s comes back to the desk', (returnCause) => {
    const back = after(toEngineering(), 'engm', 'returnToDesk', { returnCause })
    expect(back).toMatchObject({
      state: 'open',
      slip: { department: null, follower: null, answerKind: null, returns: 1, returnCause },
      last: { assigns: null, tells: ['opener', 'CSS'] },
    })
  })
  test('another reason is written down; another department cannot return it', () => {
    const other = { returnCause: 'other' }
    expect(tried(toEngineering(), 'engm', 'returnToDesk', other)).toMatchObject({ problems: [{ path: 'returnNote' }] })
    expect(tried(toEngineering(), 'fin', 'returnToDesk', { returnCause: 'noAnswer' })).toEqual(missing('yoursToReturn'))
    expect(after(toEngineering(), 'rec', 'returnToDesk', { returnCause: 'noAnswer' }).state).toBe('open')
  })
  test('who returned it goes on seeing it', () => {
    const back = after(toEngineering(), 'engm', 'returnToDesk', { returnCause: 'noAnswer' })
    expect(enquiry.departments?.(EnquirySlip.parse(back.slip))).toEqual(['engineering'])
    const named = after(asked(), 'rec', 'transfer', { department: 'engineering', follower: cast.fin.id })
    expect(after(named, 'fin', 'returnToDesk', { returnCause: 'noAnswer' }).last?.assigns).toEqual([cast.fin.id])
  })
})

describe('要处理: dealt with', () => {
  test('at the desk it is answered on the spot', () =>
    expect(after(asked(), 'css', 'answerAtOnce', { answer: '九点' })).toMatchObject({
      state: 'closed',
      slip: { answerKind: 'onTheSpot', answeredBy: 'Zhao Min' },
    }))
  test('what lies with a department is answered there, or by the person named', () => {
    expect(tried(toEngineering(), 'rec', 'reply', { answer: '九点' })).toEqual(missing('yours'))
    expect(tried(toEngineering(), 'sec', 'reply', { answer: '九点' })).toEqual(missing('yours'))
    expect(after(toEngineering(), 'eng', 'reply', { answer: '九点' }).state).toBe('answered')
    const named = after(asked(), 'rec', 'transfer', { department: 'engineering', follower: cast.fin.id })
    expect(after(named, 'fin', 'reply', { answer: '九点' }).state).toBe('answered')
  })
  test('the enquirer is told by the desk, unless the department did already', () => {
    const answered = after(toEngineering(), 'eng', 'reply', { answer: '九点' })
    expect(answered).toMatchObject({ last: { tells: ['opener'] }, slip: { informedAt: null } })
    expect(after(answered, 'rec', 'inform', { informedHow: 'phone' })).toMatchObject({
      state: 'closed',
      slip: { informedHow: 'phone', closeNote: null },
    })
    expect(after(toEngineering(), 'eng', 'reply', { answer: '九点', alreadyTold: true })).toMatchObject({
      state: 'closed',
      slip: { informedHow: 'phone' },
    })
  })
  test('who asked by the portal reads the answer there', () => {
    const byPortal = opened(enquiry, 'tusr', question, { facts })
    const sent = after(byPortal, 'rec', 'transfer', { department: 'engineering' })
    expect(after(sent, 'engm', 'reply', { answer: '九点' })).toMatchObject({
      state: 'closed',
      slip: { informedHow: 'portal' },
    })
  })
  test('who asks further begins anew, and the first answer does not stand for the second', () => {
    const answered = after(toEngineering(), 'eng', 'reply', { answer: '九点' })
    expect(after(answered, 'rec', 'askAgain', { furtherQuestion: '周日呢？' })).toMatchObject({
      state: 'open',
      slip: { furtherQuestion: '周日呢？', answer: null, answeredAt: null, department: null, replyBy: null },
    })
  })
  test('only supervisors end an enquiry without an answer, with the reason', () => {
    const note = { closeNote: '电话号码有误，无法联系' }
    for (const other of ['rec', 'csa', 'engm'] as const)
      expect(tried(asked(), other, 'giveUp', note)).toEqual({ why: 'notYours' })
    expect(tried(asked(), 'css', 'giveUp', { closeNote: '' })).toMatchObject({ why: 'input' })
    expect(after(asked(), 'css', 'giveUp', note)).toMatchObject({ state: 'closed', slip: { answer: null } })
    expect(tried(toEngineering(), 'css', 'giveUp', note)).toEqual({ why: 'wrongState' })
  })
  test('a promised reply is the first thing offered', () => {
    const promised = after(asked(), 'rec', 'promise', { replyBy: shanghai('15:00') })
    const offered = choices(enquiry, promised, momentOf({ actor: cast.rec, facts }))
    expect(offered.filter(({ primary }) => primary).map(({ action }) => action)).toEqual(['answerAtOnce', 'reply'])
  })
})

describe('nothing unanswered unseen', () => {
  test('two hours of service, counted over the evening and the weekend', () => {
    expect(due('answer', asked())).toEqual({ kind: 'SERVICE', at: shanghai('12:00') })
    expect(due('answer', asked(), shanghai('17:00'))).toEqual({
      kind: 'SERVICE',
      at: shanghai('09:30', '2026-11-25'),
    })
    expect(due('answer', asked(), shanghai('16:00', '2026-11-28'))).toEqual({
      kind: 'SERVICE',
      at: shanghai('09:30', '2026-11-30'),
    })
  })
  test('a transfer does not stop the clock, a promise replaces it by its own', () => {
    expect(due('answer', toEngineering(), shanghai('10:00'))).toEqual({ kind: 'SERVICE', at: shanghai('12:00') })
    expect(due('promised', asked())).toBeNull()
    const promised = after(asked(), 'rec', 'promise', { replyBy: shanghai('15:00') })
    expect(due('answer', promised)).toBeNull()
    expect(due('promised', promised)).toEqual({ kind: 'WALL', at: shanghai('15:00') })
  })
  test('both go to the supervisor', () => {
    for (const { late } of Object.values(enquiry.clocks))
      expect(late.map(({ role, minutes, level }) => [role, minutes, level])).toEqual([['CSS', 0, 1]])
  })
})

test('system administrators see no enquiry, and none is sent to them', () => {
  for (const roles of Object.values(enquiry.sight) as (readonly string[])[]) expect(roles).not.toContain('SYS')
  expect(tried(asked(), 'rec', 'transfer', { department: 'it' })).toMatchObject({ why: 'input' })
})

describe('who may do what', () => {
  const definition: Process = enquiry
  const desk = ['REC', 'OPR', 'CSA', 'CSS', 'CSM', 'MAIL', 'BCC', 'MTG', 'SEC']
  const table: Readonly<Record<string, readonly string[]>> = {
    answerAtOnce: desk,
    transfer: desk,
    promise: desk,
    returnToDesk: staffRoles,
    reply: staffRoles,
    inform: desk,
    askAgain: desk,
    giveUp: ['CSS', 'CSM'],
  }
  test.each(Object.entries(table))('%s', (action, may) => {
    const { state, slip } = asked()
    const from = list(definition.actions[action]?.from)[0] ?? state
    const allowed = everyRole.filter((role) => {
      const answer = decide(definition, { state: from, slip }, action, {}, momentOf({ actor: somebody(role), facts }))
      return !('why' in answer) || answer.why !== 'notYours'
    })
    expect(allowed.toSorted()).toEqual([...may].toSorted())
  })
  test('every action is in the table', () => expect(Object.keys(table)).toEqual(Object.keys(enquiry.actions)))
})

test('an answer that is not there is told to nobody', () => {
  const { slip } = asked()
  const at = momentOf({ actor: cast.rec, facts })
  expect(decide(enquiry, { state: 'answered', slip }, 'inform', { informedHow: 'phone' }, at)).toEqual(
    missing('answerWritten'),
  )
})
