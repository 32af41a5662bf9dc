import { afterAll, expect, test, vi } from 'vitest'
import { printPaper } from '#kernel/forms/server/print.ts'
import { closeRenderer } from '#kernel/forms/server/render.ts'
import { again, closed, exempted, head, open, plan } from '#test/corrective-action.ts'
import { type Case, does } from '#test/department-case.ts'
import { printedCase, said } from '#test/department-paper.ts'
import { papers } from './papers.ts'
import { words } from './words.ts'

vi.setConfig({ testTimeout: 30_000 })
afterAll(closeRenderer)

const module = { words, papers }
const template = 'modules/corrective-action/forms/corrective-action.typ'
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
const paperOf = (of: Case) => printedCase(of, 'report', module)

test('F-42 has four parts on one sheet', () => {
  const { fields, copies, version } = paperOf(open)
  expect(['partFact', 'partCause', 'partMeasures', 'partEffect'].map((part) => fields[part]?.label)).toEqual([
    '一、不合格事实',
    '二、原因分析',
    '三、纠正与预防措施',
    '四、效果验证',
  ])
  expect(copies).toEqual([])
  expect(version).toContain('F-42')
})

test('a report just raised is open for the pen of the department', () => {
  const paper = paperOf(open)
  for (const key of ['causes', 'causeText', 'corrective', 'correctiveBy', 'preventive', 'head', 'effect', 'closedOn'])
    expect([key, said(paper, key)]).toEqual([key, ''])
  expect(said(paper, 'sourceNumber')).toBeNull()
})

test('a closed report says everything F-42 asks', () => {
  const paper = paperOf(closed)
  const all = Object.fromEntries(
    Object.keys(paper.fields).flatMap((key) => (key.startsWith('part') ? [] : [[key, said(paper, key)]])),
  )
  expect(all).toMatchObject({
    department: '工程部',
    kind: '空调温度',
    source: '检查',
    fact: 'two offices too cold',
    causes: '机,法',
    causeText: plan.causeText,
    responsible: 'Li Gang',
    corrective: 'change the damper',
    correctiveBy: '2026-11-25',
    preventiveBy: '2026-11-30',
    generalisation: 'floors 15 to 20',
    head: 'Liu Qiang',
    accepted: 'Sun Li',
    effect: '有效',
    verifiedBy: 'Sun Li',
    closedOn: '2026-12-02',
  })
  expect(Object.keys(all).filter((key) => all[key] === '')).toEqual([])
})

test('a round that did not help stands beneath the next', () => {
  const paper = paperOf(again)
  expect(said(paper, 'round')).toBe('第 2 轮')
  expect(paper.tables['rounds']?.rows[0]?.join(' ')).toContain('无效：cold again（Sun Li')
})

test('exempted and systemic are marked', () => {
  expect(paperOf(exempted).marks).toEqual(['豁免'])
  expect(paperOf({ ...open, slip: { ...open.slip, systemic: true } }).marks).toEqual(['系统性'])
})

test.each(['zh', 'en'] as const)('it fits one page, in %s', async (language) => {
  const planned = does(open, head, 'submitPlan', plan)
  for (const of of [open, planned, closed, again])
    expect(pages(await printPaper(template, printedCase(of, 'report', module, language)))).toBe(1)
})
