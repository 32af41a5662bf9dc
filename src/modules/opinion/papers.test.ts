import { expect, test } from 'vitest'
import type { Paper } from '#kernel/forms/paper.ts'
import { paperOf } from '#kernel/process/papers.ts'
import type { CaseView } from '#kernel/process/view.ts'
import type { Language } from '#lib/language.ts'
import { said, viewOf as bareView } from '#test/department-paper.ts'
import { shanghai } from '#test/moment.ts'
import { after, opened, type Walk } from '#test/walk.ts'
import { papers } from './papers.ts'
import { opinionParameters } from './parameters.ts'
import { opinion } from './process.ts'
import { words } from './words.ts'

const viewOf = (walk: Walk, changes: Partial<CaseView> = {}): CaseView => bareView({ ...walk, openedBy: null }, changes)
const printed = (view: CaseView, language: Language = 'zh'): Paper =>
  paperOf(
    {
      ...{ view, process: opinion, words, language, company: { zh: '光大物业管理有限公司', en: 'Guangda' } },
      ...{ printedAt: shanghai('16:00'), printedBy: 'Lin Yue', signatures: new Map() },
    },
    'slip',
    papers['slip'],
    null,
  )

const defaults: Readonly<Record<string, unknown>> = Object.fromEntries(
  opinionParameters.map(({ key, default: value }) => [key, value]),
)
const facts = { parameter: <T>(key: string): T => defaults[key] as T }
const word = { source: 'visit', kind: 'suggestion', content: '建议在大堂增加雨伞架', reporterName: '秦澜' }
const lifts = { kind: 'suggestion', topic: 'lifts', department: 'engineering' }
const sent = (more: object = {}) =>
  after(after(opened(opinion, 'csa', { ...word, ...more }, { facts }), 'csa', 'classify', lifts), 'csa', 'send', {})
const told = (walk: Walk, answer: string) =>
  after(after(walk, 'engm', 'answer', { answer }), 'csa', 'feedBack', { informedHow: 'phone' })

test('with the department, answer and verdict are still to come', () => {
  const paper = printed(viewOf(sent()))
  expect([said(paper, 'topic'), said(paper, 'department'), said(paper, 'answerBy')]).toEqual([
    '电梯',
    '工程部',
    expect.stringContaining('2026-11-27'),
  ])
  expect(['answer', 'answeredBy', 'informed', 'verdict', 'verdictBy'].map((key) => said(paper, key))).toEqual(
    Array.from({ length: 5 }, () => ''),
  )
})

test('every round that did not content the customer stays on the paper', () => {
  const again = after(told(sent(), '无法增加'), 'tadm', 'notContent', { verdictNote: '没有说明原因' })
  const closed = after(told(again, '下周增加'), 'tadm', 'content', { satisfaction: 4 })
  const paper = printed(viewOf(closed))
  expect(paper.tables['rounds']?.rows.map((row) => row[1])).toEqual(['无法增加'])
  expect(['answer', 'verdict', 'satisfaction', 'verdictBy'].map((key) => said(paper, key))).toEqual([
    '下周增加',
    '满意',
    '4',
    'Ms Tan',
  ])
})

test('nobody signs for an anonymous opinion', () => {
  const paper = printed(viewOf(sent({ source: 'box', anonymous: true }), { customer: null }))
  expect(['customer', 'reporter', 'verdict', 'verdictBy'].map((key) => said(paper, key))).toEqual([
    null,
    '匿名',
    null,
    null,
  ])
})

test('a customer’s print does not tell the department’s answer before he was told', () => {
  const answered = after(sent(), 'engm', 'answer', { answer: '无法增加', measures: '无' })
  const hidden: readonly string[] = opinion.hidden
  const entries = Object.entries(answered.slip).filter(([field]) => !hidden.includes(field))
  const paper = printed(viewOf(answered, { slip: Object.fromEntries(entries) }))
  expect([said(paper, 'answer'), said(paper, 'measures')]).toEqual(['', null])
  expect(said(printed(viewOf(answered)), 'answer')).toBe('无法增加')
})

test('in English the labels keep the Chinese above', () => {
  const paper = printed(viewOf(sent()), 'en')
  expect(paper.title).toHaveLength(2)
  for (const field of Object.values(paper.fields)) expect(field.label).toHaveLength(2)
})
