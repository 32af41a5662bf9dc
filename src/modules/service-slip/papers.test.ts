import { afterAll, expect, test, vi } from 'vitest'
import { printPaper } from '#kernel/forms/server/print.ts'
import { closeRenderer } from '#kernel/forms/server/render.ts'
import { type Case, does } from '#test/department-case.ts'
import { printedCase, said } from '#test/department-paper.ts'
import { asked, assistant, cancelled, engineer, returned, sent, suggested, verified } from '#test/service-slip.ts'
import { papers } from './papers.ts'
import { words } from './words.ts'

vi.setConfig({ testTimeout: 30_000 })
afterAll(closeRenderer)

const module = { words, papers }
const template = 'modules/service-slip/forms/service-slip.typ'
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
const paperOf = (of: Case) => printedCase(of, 'slip', module)

test('F-41 has two copies, the desk’s and the responsible department’s', () => {
  const { copies, version } = paperOf(sent)
  expect(copies.map(({ goesTo }) => goesTo)).toEqual(['客服部', '责任部门'])
  expect(version).toContain('F-41')
})

test('what is still to be done stays open for the pen, what does not apply is struck', () => {
  const paper = paperOf(sent)
  for (const key of ['receivedBy', 'result', 'completedAt', 'responsible', 'verifiedBy'])
    expect([key, said(paper, key)]).toEqual([key, ''])
  for (const key of ['source', 'sourceText']) expect([key, said(paper, key)]).toEqual([key, null])
})

test('a verified slip says everything F-41 asks', () => {
  const paper = paperOf(verified)
  expect(Object.fromEntries(Object.keys(paper.fields).map((key) => [key, said(paper, key)]))).toMatchObject({
    department: '工程部',
    content: 'the air of 1-1701 is too cold',
    requiredBy: '2026-11-24 12:00',
    customerWish: 'before the meeting at one',
    dispatchedBy: 'Wang Xin',
    receivedBy: 'Li Gang',
    workers: 'Li Gang',
    result: 'set the damper',
    completedAt: '2026-11-24 11:10',
    responsible: 'Li Gang',
    verifiedBy: 'Wang Xin',
    urgent: '否',
  })
})

test('earlier dates and results given back stand beneath, and the redo is marked', () => {
  const paper = paperOf(does(suggested, assistant, 'agreeTime'))
  expect(paper.notes[0]).toContain('原要求 2026-11-24 12:00，改期：all fitters are at the pump')
  const redone = paperOf(does(returned, engineer, 'finish', asked['finish']))
  expect(redone.marks).toEqual(['重做'])
  expect(redone.notes.join()).toContain(
    '第 1 次结果（Li Gang 2026-11-24 11:10）：set the damper；退回：still 19 degrees',
  )
})

test('a slip called off is void with its reason, and nothing is left open', () => {
  const paper = paperOf(cancelled)
  expect(paper.cancelled).toEqual({ word: '作废', reason: '已撤销：sent twice' })
  expect(Object.keys(paper.fields).filter((key) => said(paper, key) === '')).toEqual([])
})

test.each(['zh', 'en'] as const)('both copies fit a page each, in %s', async (language) => {
  for (const of of [sent, verified, returned])
    expect(pages(await printPaper(template, printedCase(of, 'slip', module, language)))).toBe(2)
})
