import { afterAll, expect, test, vi } from 'vitest'
import type { Paper } from '#kernel/forms/paper.ts'
import { printPaper } from '#kernel/forms/server/print.ts'
import { closeRenderer } from '#kernel/forms/server/render.ts'
import { paperOf } from '#kernel/process/papers.ts'
import type { CaseView, TimelineEntry } from '#kernel/process/view.ts'
import type { Language } from '#lib/language.ts'
import {
  asked,
  complaint,
  dissatisfied,
  does,
  stages,
  type Told,
  tries,
  twoDepartments,
  writtenStages,
} from '#test/complaint.ts'
import { said, viewOf } from '#test/department-paper.ts'
import { shanghai } from '#test/moment.ts'
import { isRefusal } from '#test/walk.ts'
import { papers } from './papers.ts'
import { hidden } from './slip.ts'
import { words } from './words.ts'

vi.setConfig({ testTimeout: 30_000 })
afterAll(closeRenderer)

const free = stages()
const letter = writtenStages()
const viewed = (told: Told, changes: Partial<CaseView> = {}) =>
  viewOf({ ...told, process: complaint, openedBy: null }, { number: 'TS-2026-0001', ...changes })
function printed(name: string, view: CaseView, language: Language = 'zh'): Paper {
  const company = { zh: '光大物业管理有限公司', en: 'Guangda Property Management' }
  const print = { view, process: complaint, words, language, company, signatures: new Map() }
  return paperOf({ ...print, printedAt: shanghai('16:00'), printedBy: 'Wang Xin' }, name, papers[name], null)
}
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

const line = (seq: number, action: string, input: object, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  seq,
  at: shanghai('10:00'),
  actorKind: 'staff',
  actorName: 'Wang Xin',
  role: 'CSA',
  action,
  from: 'assigned',
  to: 'dispatched',
  input: { ...input },
  changes: {},
  shownToCustomer: false,
  ...more,
})
const timeline = [
  line(1, 'open', {}),
  line(2, 'contact', asked['contact'] ?? {}),
  line(3, 'dispatch', twoDepartments),
  line(4, 'escalate', { cause: 'solve:2', role: 'CSM', level: 1 }, { actorKind: 'clock', actorName: '' }),
  line(5, 'acceptEscalation', { cause: 'solve:2', instruction: '十一点半前修好' }, { actorName: 'Sun Li' }),
  line(6, 'defer', asked['defer'] ?? {}),
  line(7, 'resolve', { result: 'valve replaced', photos: [] }, { actorName: 'Liu Qiang' }),
]

test('F-40 says who complained of what, how, and how it is judged', () => {
  const paper = printed('record', viewed(free.registered))
  expect(paper.version).toContain('F-40')
  expect(
    ['complainantName', 'company', 'unit', 'occurredAt', 'acceptedAt', 'acceptedBy'].map((key) => said(paper, key)),
  ).toEqual(['Ms Tan', 'Clear Sky Ltd', '1-1701', '2026-11-24 09:30', '2026-11-24 10:00', 'Lin Yue'])
  expect(['channel', 'category', 'direct', 'apologised', 'grade'].map((key) => said(paper, key))).toEqual([
    '电话',
    '空调温度',
    '是',
    '是',
    '一般',
  ])
  expect(said(paper, 'orderDeadline')).toBeNull()
  expect(paper.marks).toEqual(['限时解决'])
})

test('what is still to come stays open for the pen; a void one leaves nothing open', () => {
  const open = printed('record', viewed(free.dispatched))
  for (const key of ['result', 'answer', 'satisfiedAt', 'deferred']) expect([key, said(open, key)]).toEqual([key, ''])
  expect(open.tables['calls']?.rows).toHaveLength(2)
  const cancelled = does(free.registered, 'css', 'cancel')
  const paper = printed('record', viewed(cancelled))
  expect(paper.cancelled).toEqual({ word: '作废', reason: '已作废：written down twice' })
  expect(Object.keys(paper.fields).filter((key) => said(paper, key) === '')).toEqual([])
})

test('处理经过 is the timeline: each step, what was said, and how it went up and was accepted', () => {
  const rows = printed('record', viewed(free.resolved, { timeline })).tables['course']?.rows ?? []
  expect(rows.map((row) => row[1])).toEqual([
    '受理',
    '登记联系客户',
    '发服务单',
    '上报客服部经理',
    '签收批示',
    '告知延期',
    '登记处理结果',
  ])
  expect(rows[2]?.[3]).toBe('工程部：cool the meeting room；保洁：bring water and fans')
  expect(rows[3]).toEqual(['2026-11-24 10:00', '上报客服部经理', null, '未在时限内解决'])
  expect(rows[4]?.[3]).toBe('十一点半前修好')
  expect(rows[5]?.[3]).toContain('预计解决时间 2026-11-24 16:00')
})

test('回访 lists every call of every round, and a later round is marked', () => {
  const again = does(free.confirmed, 'csa', 'callBack', dissatisfied)
  const paper = printed('record', viewed(again))
  expect(paper.tables['calls']?.rows).toEqual([
    ['HF-2026-1', '2026-11-24 10:07', 'Ms Tan', 'Wang Xin', '不满意 engineering comes again'],
  ])
  expect(paper.marks).toEqual(['限时解决', '第 2 轮'])
  expect(printed('callBackRecord', viewed(again)).number).toBe('HF-2026-1')
})

test('F-43 is a letter: unapproved it has no number, sealed it has one, delivered it stays as it was', () => {
  const drafted = printed('replyLetter', viewed(letter.drafted))
  expect([drafted.number, drafted.marks, said(drafted, 'date')]).toEqual([null, ['未审批'], ''])
  const approved = printed('replyLetter', viewed(letter.approved))
  expect([approved.number, approved.marks]).toEqual(['TS-2026-0001-H1', []])
  expect(approved.copies.map(({ goesTo }) => goesTo)).toEqual(['客服部', '客户'])
  expect(['dear', 'matter', 'outcome', 'approved', 'date'].map((key) => said(approved, key))).toEqual([
    '尊敬的Clear Sky Ltd：',
    'the temperature on 24 November',
    'twenty-four degrees since noon',
    'Sun Li',
    '2026-11-24',
  ])
  expect(said(approved, 'about')).toContain('TS-2026-0001')
  const again = does(letter.delivered, 'csa', 'callBack', dissatisfied)
  const kept = printed('replyLetter', viewed(again))
  expect([kept.number, said(kept, 'outcome'), said(kept, 'receipt')]).toEqual([
    'TS-2026-0001-H1',
    'twenty-four degrees since noon',
    'Ms Tan',
  ])
})

test('a customer prints the letter he was sent, and nothing that was not sent', () => {
  const seen = (told: Told) =>
    viewed({
      ...told,
      slip: Object.fromEntries(
        Object.entries(told.slip).filter(([name]) => !(hidden as readonly string[]).includes(name)),
      ) as never,
    })
  expect(said(printed('replyLetter', seen(letter.approved)), 'matter')).toBe('')
  expect(printed('replyLetter', seen(letter.approved)).number).toBeNull()
  expect(said(printed('replyLetter', seen(letter.delivered)), 'matter')).toBe('the temperature on 24 November')
})

test('in English every label keeps the Chinese above', () => {
  for (const name of ['record', 'replyLetter'])
    for (const field of Object.values(printed(name, viewed(letter.delivered), 'en').fields))
      expect(field.label).toHaveLength(2)
})

test.each([
  ['F-40', 'record', viewed(letter.delivered, { timeline }), 1],
  ['F-43', 'replyLetter', viewed(letter.approved), 2],
  ['a bare F-40', 'record', viewed(free.registered), 1],
] as const)('%s fits its pages', async (_form, name, view, expected) => {
  for (const language of ['zh', 'en'] as const) {
    const template = complaint.papers[name]?.template ?? ''
    const pdf = await printPaper(`modules/complaint/forms/${template}.typ`, printed(name, view, language))
    // In English each label takes two lines.
    if (language === 'zh') expect(pages(pdf)).toBe(expected)
    else expect(pages(pdf)).toBeLessThanOrEqual(2)
  }
})

test('a letter as long as it may be flows on, and is not obeyed', async () => {
  const hostile = `#read("/etc/passwd") $x$ *bold* ] \\ `
  const long = Object.fromEntries(
    Object.entries(asked['draftReply'] ?? {}).map(([key]) => [key, `${hostile}${'字'.repeat(60)}`]),
  )
  const drafted = tries(letter.replyPending, 'csa', 'draftReply', { ...long, investigation: '查'.repeat(2000) })
  if (isRefusal(drafted)) throw new Error(JSON.stringify(drafted))
  const view = viewed({ ...letter.drafted, slip: drafted.slip as never })
  const pdf = await printPaper('modules/complaint/forms/reply-letter.typ', printed('replyLetter', view))
  expect(pages(pdf)).toBeGreaterThan(2)
})
