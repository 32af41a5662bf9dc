import { expect, test } from 'vitest'
import type { Paper } from '#kernel/forms/paper.ts'
import { paperOf } from '#kernel/process/papers.ts'
import type { CaseView } from '#kernel/process/view.ts'
import type { Language } from '#lib/language.ts'
import { said, viewOf as bareView } from '#test/department-paper.ts'
import { cast, shanghai } from '#test/moment.ts'
import { after, opened, type Walk } from '#test/walk.ts'
import { papers } from './papers.ts'
import { dailyRegisterPaper } from './papers/daily-register.ts'
import { enquiry } from './process.ts'
import { EnquirySlip } from './slip.ts'
import { words } from './words.ts'

const viewOf = (walk: Walk, changes: Partial<CaseView> = {}): CaseView => bareView({ ...walk, openedBy: null }, changes)
const printed = (view: CaseView, language: Language = 'zh'): Paper =>
  paperOf(
    {
      ...{ view, process: enquiry, words, language, company: { zh: '光大物业管理有限公司', en: 'Guangda' } },
      ...{ printedAt: shanghai('16:00'), printedBy: 'Lin Yue', signatures: new Map() },
    },
    'slip',
    papers['slip'],
    null,
  )

const question = { channel: 'phone', enquirer: '周先生', enquirerPhone: '13900000000', question: '周六货梯几点开放？' }
const asked = (more: object = {}) => opened(enquiry, 'rec', { ...question, ...more })
const transferred = () => after(asked(), 'rec', 'transfer', { department: 'engineering', follower: cast.eng.id })

test('an open enquiry leaves its answer to the pen', () => {
  const paper = printed(viewOf(asked()))
  expect(['answerKind', 'answer', 'answeredBy', 'informed'].map((key) => said(paper, key))).toEqual(['', '', '', ''])
  expect(said(paper, 'channel')).toBe('电话')
})

test('an answered one tells where it went, who answered and how the enquirer was told', () => {
  const done = after(transferred(), 'eng', 'reply', { answer: '九点至十七点', alreadyTold: true })
  const paper = printed(viewOf(done))
  expect(
    ['answerKind', 'department', 'follower', 'answer', 'answeredBy', 'informed'].map((key) => said(paper, key)),
  ).toEqual(['转部门', '工程部', 'Li Gang', '九点至十七点', 'Li Gang', '电话'])
})

test('the register of a day keeps every enquiry, answered or not', () => {
  const line = (walk: Walk, number: string, follower: string | null = null) => ({
    ...{ number, state: walk.state, customer: '澄霁信息', follower },
    slip: EnquirySlip.parse(walk.slip),
  })
  const paper = dailyRegisterPaper({
    date: '2026-11-24',
    lines: [line(asked({ answer: '九点' }), '1'), line(transferred(), '2', 'Li Gang'), line(asked(), '3')],
    company: { zh: '光大', en: 'Guangda' },
    printedAt: shanghai('18:00'),
    printedBy: 'Lin Yue',
    language: 'zh',
  })
  expect(['registered', 'answered', 'open'].map((key) => said(paper, key))).toEqual(['3 件', '1 件', '2 件'])
  expect(paper.tables['enquiries']?.rows.map((row) => row.slice(6))).toEqual([
    ['当场答复', null, '九点'],
    ['转部门', '工程部 Li Gang', ''],
    ['', null, ''],
  ])
})

test('in English the labels keep the Chinese above', () => {
  const paper = printed(viewOf(asked()), 'en')
  expect(paper.title).toHaveLength(2)
  for (const field of Object.values(paper.fields)) expect(field.label).toHaveLength(2)
})
