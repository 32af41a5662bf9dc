import { describe, expect, test } from 'vitest'
import { choices, decide, decideOpening } from '#kernel/process/decide.ts'
import { list, type Process } from '#kernel/process/define.ts'
import type { Moment } from '#kernel/process/moment.ts'
import { faults } from '#kernel/process/faults.ts'
import { staffRoles, tenantRoles } from '#kernel/process/roles.ts'
import { everyRole, wordless } from '#test/department-case.ts'
import { cast, momentOf, type Player, shanghai, somebody } from '#test/moment.ts'
import { after, isRefusal, opened, tried, type Walk } from '#test/walk.ts'
import { opinionParameters } from './parameters.ts'
import { opinion } from './process.ts'
import { OpinionSlip } from './slip.ts'
import { words } from './words.ts'

const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  opinionParameters.map(({ key, default: value }) => [key, value]),
)
const facts = { parameter: <T>(key: string): T => defaults[key] as T }

const word = {
  source: 'visit',
  kind: 'suggestion',
  content: '建议在大堂增加雨伞架',
  reporterName: '秦澜',
  reporterPhone: '19900001234',
} as const
const fromTheBox = { source: 'box', kind: 'opinion', content: '电梯太慢', anonymous: true } as const
const lifts = { kind: 'opinion', topic: 'lifts', department: 'engineering' } as const

const collected = (input: object = word, by: Player = 'csa') => opened(opinion, by, input, { facts })
const classified = (input: object = word, as: object = lifts) => after(collected(input), 'csa', 'classify', as)
const sent = (input: object = word) => after(classified(input), 'csa', 'send', {})
const answered = (input: object = word) => after(sent(input), 'engm', 'answer', { answer: '本周调整电梯群控' })
const told = (input: object = word) => after(answered(input), 'csa', 'feedBack', { informedHow: 'phone' })
const missing = (...needs: string[]) => ({ why: 'needs', missing: needs })
const moment = (walk: Walk): Moment => ({ ...momentOf({ now: walk.now, actor: cast.csa, facts }), role: 'CSA' })
const slipOf = (walk: Walk) => OpinionSlip.parse(walk.slip)

test('the definition is sound, and nothing in it lacks its words', () => {
  expect(faults(opinion)).toEqual([])
  expect(wordless(opinion, words)).toEqual([])
})

describe('collected', () => {
  test('every opinion has a name, or is anonymous and keeps none', () => {
    const nameless = { ...word, reporterName: '' }
    expect(decideOpening(opinion, nameless, momentOf({ facts }))).toMatchObject({
      problems: [{ path: 'reporterName' }],
    })
    expect(collected({ ...fromTheBox, reporterName: '某人' }).slip).toMatchObject({
      anonymous: true,
      reporterName: null,
      reporterPhone: null,
    })
  })
  test('only what nobody signed, or came from outside, needs no customer', () => {
    const free = (input: object) => {
      const opening = decideOpening(opinion, input, momentOf({ facts }))
      return !isRefusal(opening) && opening.customerFree
    }
    expect([free(word), free(fromTheBox), free({ ...word, source: 'other' })]).toEqual([false, true, true])
  })
  test('a tenant writes under his own name by the portal, whatever he sends', () =>
    expect(collected({ ...word, source: 'box', anonymous: true }, 'tusr').slip).toMatchObject({
      source: 'portal',
      anonymous: false,
      reporterName: '秦澜',
    }))
  test('whoever meets customers may take one; finance and guests may not', () => {
    const may = [...staffRoles, ...tenantRoles, 'GUEST' as const].filter(
      (role) => !isRefusal(decideOpening(opinion, word, momentOf({ actor: somebody(role), facts }))),
    )
    expect(may.sort()).toEqual(
      [
        ...['BCC', 'CANT', 'CLNM', 'CSA', 'CSM', 'CSS', 'ENGM', 'MAIL', 'MTG', 'OPR', 'REC', 'SEC', 'SECM'],
        ...['TADM', 'TUSR'],
      ].sort(),
    )
  })
})

describe('classified and sent', () => {
  test('nothing is sent without topic and department, and the department hears', () => {
    expect(tried(collected(), 'csa', 'send', {})).toEqual({ why: 'wrongState' })
    expect(sent()).toMatchObject({
      state: 'sent',
      slip: { topic: 'lifts', department: 'engineering', answerBy: expect.any(String) },
      last: { tells: ['department', 'assignee'] },
    })
    expect(opinion.departments?.(slipOf(sent()))).toEqual(['engineering'])
  })
  test('a department it does not concern sends it back to be classified again', () => {
    const back = after(sent(), 'engm', 'returnToDesk', { returnReason: '不属工程部' })
    expect(back).toMatchObject({ state: 'classified', slip: { returnReason: '不属工程部', sentAt: null } })
    const other = { ...lifts, topic: 'security', department: 'security' }
    expect(after(back, 'css', 'classify', other).slip).toMatchObject({ department: 'security' })
  })
  test('praise is thanked for and passed on; anything else has to be answered', () => {
    const thanks = { answer: '感谢您的鼓励', informedHow: 'phone' }
    const praise = classified({ ...word, kind: 'praise' }, { ...lifts, kind: 'praise' })
    expect(after(praise, 'csa', 'thank', thanks)).toMatchObject({
      state: 'closed',
      slip: { answer: '感谢您的鼓励', informedWho: '秦澜' },
      last: { tells: ['department', 'opener'] },
    })
    expect(tried(classified(), 'csa', 'thank', thanks)).toEqual(missing('isPraise'))
  })
})

describe('answered and fed back', () => {
  test('the head of the department answers, or the project manager for him', () => {
    const answer = { answer: '本周调整' }
    expect(tried(sent(), 'eng', 'answer', answer)).toEqual({ why: 'notYours' })
    expect(tried(sent(), 'csm', 'answer', answer)).toEqual(missing('headOfDepartment'))
    expect(after(sent(), 'pm', 'answer', answer).state).toBe('answered')
    expect(answered()).toMatchObject({ state: 'answered', slip: { answeredBy: 'Liu Qiang' } })
  })
  test('the customer does not read the answer before customer service tells him', () => {
    expect(answered().slip).toMatchObject({ proposal: '本周调整电梯群控', answer: null })
    expect(told().slip).toMatchObject({ answer: '本周调整电梯群控', informedWho: '秦澜', informedBy: 'Wang Xin' })
    expect(opinion.hidden).toContain('proposal')
    expect(opinion.actions.answer.internal).toBe(true)
  })
  test('an answer that will not do goes back before the customer sees it', () => {
    const back = after(answered(), 'csm', 'revise', { revisionReason: '未写明时间' })
    expect(back).toMatchObject({ state: 'sent', slip: { revisionReason: '未写明时间', answeredAt: null, round: 1 } })
    expect(tried(answered(), 'csa', 'revise', { revisionReason: 'x' })).toEqual({ why: 'notYours' })
    expect(after(back, 'engm', 'answer', { answer: '周五前' }).slip).toMatchObject({ revisionReason: null })
  })
  test('only customer service tells the customer', () => {
    for (const other of ['engm', 'rec', 'pm', 'tadm'] as const)
      expect(tried(answered(), other, 'feedBack', { informedHow: 'phone' })).toEqual({ why: 'notYours' })
  })
  test('an anonymous opinion is answered by a notice, and that ends it', () => {
    expect(tried(answered(fromTheBox), 'csa', 'feedBack', { informedHow: 'phone' })).toEqual(missing('knownOrPosted'))
    expect(after(answered(fromTheBox), 'csa', 'feedBack', { informedHow: 'notice' })).toMatchObject({
      state: 'closed',
      slip: { verdict: null },
    })
  })
})

describe('件件有着落: the customer has the last word', () => {
  test('content, he closes it himself or tells the assistant', () => {
    expect(after(told(), 'tusr', 'content', { satisfaction: 5 })).toMatchObject({
      state: 'closed',
      slip: { verdict: 'content', satisfaction: 5, verdictBy: 'Mr Yu' },
    })
    expect(after(told(), 'csa', 'content', {}).state).toBe('closed')
  })
  test('who answered does not write down that the customer is content', () => {
    const forUs = after(
      after(collected(), 'csa', 'classify', { ...lifts, department: 'customerService' }),
      'csa',
      'send',
      {},
    )
    const byManager = after(forUs, 'csm', 'answer', { answer: '已改' })
    const back = after(byManager, 'csa', 'feedBack', { informedHow: 'phone' })
    expect(tried(back, 'csm', 'content', {})).toEqual(missing('notAnswerer'))
    expect(after(back, 'csa', 'content', {}).state).toBe('closed')
  })
  test('not content, it goes back to the department in a further round, and what he was told is kept', () => {
    expect(tried(told(), 'tadm', 'notContent', { verdictNote: '' })).toMatchObject({ why: 'input' })
    const again = after(told(), 'tadm', 'notContent', { verdictNote: '仍然很慢' }, 60)
    expect(again).toMatchObject({
      state: 'sent',
      slip: {
        round: 2,
        answer: null,
        proposal: null,
        informedAt: null,
        verdict: 'notContent',
        roundSince: again.now,
        rounds: [{ answer: '本周调整电梯群控', answeredBy: 'Liu Qiang', verdictNote: '仍然很慢', verdictBy: 'Ms Tan' }],
      },
    })
    const second = after(after(again, 'engm', 'answer', { answer: '更换主机' }), 'csa', 'feedBack', {
      informedHow: 'visit',
    })
    expect(second.slip).toMatchObject({ verdict: null, verdictNote: null, round: 2 })
    expect(after(second, 'tadm', 'content', {}).slip).toMatchObject({ verdict: 'content', round: 2 })
  })
  test('one who does not react is waited for before it is closed', () => {
    const close = { closeNote: '多次联系未回应' }
    expect(tried(told(), 'csa', 'notReached', close)).toEqual(missing('waitedLongEnough'))
    expect(after(told(), 'csa', 'notReached', close, 9 * 1440)).toMatchObject({
      state: 'closed',
      slip: { verdict: 'notReached', verdictNote: null, closeNote: '多次联系未回应' },
    })
  })
  test('the tenant is offered the verdict when he was told, and nothing before', () => {
    const offered = (walk: Walk) =>
      choices(opinion, walk, momentOf({ actor: cast.tusr, facts })).map(({ action }) => action)
    expect(offered(told())).toEqual(['content', 'notContent'])
    expect([collected(), classified(), sent(), answered()].map(offered)).toEqual([[], [], [], []])
  })
})

describe('three working days', () => {
  test('from the day it was collected, over a weekend and a holiday, wherever it lies', () => {
    const of = (date: string) => {
      const walk = opened(opinion, 'csa', word, { facts, now: shanghai('10:00', date) })
      return opinion.clocks.answer.due(slipOf(walk), walk.now, moment(walk))
    }
    expect(of('2026-11-24')).toMatchObject({ kind: 'WD', at: expect.stringMatching(/^2026-11-27/) })
    expect(of('2026-11-26')).toMatchObject({ at: expect.stringMatching(/^2026-12-01/) })
    expect(of('2026-09-30')).toMatchObject({ at: expect.stringMatching(/^2026-10-10/) })
  })
  test('sending an answer back gives no further days; a further round does', () => {
    const due = (walk: Walk) => opinion.clocks.answer.due(slipOf(walk), walk.now, moment(walk))
    const revised = after(answered(), 'css', 'revise', { revisionReason: 'x' }, 1440)
    expect(due(revised)).toEqual(due(collected()))
    const again = after(told(), 'tadm', 'notContent', { verdictNote: 'x' }, 1440)
    expect(due(again)?.at).toMatch(/^2026-11-30/)
  })
  test('late, the head of its own department hears, and the manager of customer service', () => {
    const hear = (walk: Walk) =>
      opinion.clocks.answer.late.filter((one) => one.when?.(slipOf(walk), moment(walk)) ?? true).map(({ role }) => role)
    expect(hear(sent())).toEqual(['ENGM', 'CSM'])
    expect(hear(collected())).toEqual(['CSM'])
  })
})

test('other cases learn of it only what is nobody’s secret', () =>
  expect(opinion.shows?.(slipOf(told()))).toEqual({
    kind: 'opinion',
    department: 'engineering',
    round: 1,
    answered: true,
    verdict: null,
  }))

describe('who may do what', () => {
  const definition: Process = opinion
  const desk = ['CSA', 'CSS', 'CSM']
  const heads = ['GM', 'PM', 'CSM', 'ENGM', 'SECM', 'CLNM', 'FINM', 'LEA', 'HR']
  const table: Readonly<Record<string, readonly string[]>> = {
    classify: desk,
    send: desk,
    thank: desk,
    returnToDesk: heads,
    answer: heads,
    revise: ['CSS', 'CSM'],
    feedBack: desk,
    content: [...desk, 'TADM', 'TUSR'],
    notContent: [...desk, 'TADM', 'TUSR'],
    notReached: desk,
  }
  test.each(Object.entries(table))('%s', (action, may) => {
    const { state, slip } = collected()
    const from = list(definition.actions[action]?.from)[0] ?? state
    const allowed = everyRole.filter((role) => {
      const answer = decide(definition, { state: from, slip }, action, {}, momentOf({ actor: somebody(role), facts }))
      return !('why' in answer) || answer.why !== 'notYours'
    })
    expect(allowed.toSorted()).toEqual([...may].toSorted())
  })
  test('every action is in the table', () => expect(Object.keys(table)).toEqual(Object.keys(opinion.actions)))
})

test('nothing goes on without what the step before has to bring', () => {
  const { slip } = collected()
  const at = momentOf({ actor: cast.csa, facts })
  expect(decide(opinion, { state: 'classified', slip }, 'send', {}, at)).toEqual(missing('classified'))
  expect(decide(opinion, { state: 'answered', slip }, 'feedBack', { informedHow: 'phone' }, at)).toEqual(
    missing('answerWritten'),
  )
})
