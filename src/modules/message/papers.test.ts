import { expect, test } from 'vitest'
import type { Paper } from '#kernel/forms/paper.ts'
import { paperOf } from '#kernel/process/papers.ts'
import type { CaseView } from '#kernel/process/view.ts'
import type { Language } from '#lib/language.ts'
import { said, viewOf as bareView } from '#test/department-paper.ts'
import { cast, shanghai } from '#test/moment.ts'
import { after, opened, type Walk } from '#test/walk.ts'
import { papers } from './papers.ts'
import { message } from './process.ts'
import { words } from './words.ts'

const viewOf = (walk: Walk, changes: Partial<CaseView> = {}): CaseView => bareView({ ...walk, openedBy: null }, changes)
const printed = (view: CaseView, language: Language = 'zh'): Paper =>
  paperOf(
    {
      ...{ view, process: message, words, language, company: { zh: '光大物业管理有限公司', en: 'Guangda' } },
      ...{ printedAt: shanghai('16:00'), printedBy: 'Lin Yue', signatures: new Map() },
    },
    'slip',
    papers['slip'],
    null,
  )

const call = {
  ...{ addressee: 'tenant', wantedName: '秦澜', wantedExtension: '8017', callerName: '欧阳志远', wish: 'urgent' },
  ...{ callerCompany: '北京汇川贸易有限公司', callerPhone: '010-62000000', numberReadBack: true, matter: '请回电' },
}
const taken = (more: object = {}) => opened(message, 'rec', { ...call, ...more })

test('a fresh slip tells the message and leaves the receipt to the pen', () => {
  const paper = printed(viewOf(taken()))
  expect(['wantedName', 'wantedCompany', 'wantedExtension'].map((key) => said(paper, key))).toEqual([
    '秦澜',
    '澄霁信息 1-1701',
    '8017',
  ])
  expect([said(paper, 'wish'), said(paper, 'callerPhone')]).toEqual(['有急事', '电话已复述核对'])
  expect(['how', 'handedAt', 'receivedBy'].map((key) => said(paper, key))).toEqual(['', '', ''])
  expect([said(paper, 'bestTime'), said(paper, 'followUp')]).toEqual([null, null])
})

test('two copies: one for the person asked for, one for the desk', () => {
  expect(printed(viewOf(taken())).copies.map(({ goesTo }) => goesTo)).toEqual(['被找人', '前台/总机留存'])
})

test('a received message names who signed for it', () => {
  const paper = printed(viewOf(after(taken(), 'rec', 'handOver', { how: 'secretary', receivedBy: '陶然' })))
  expect([said(paper, 'how'), said(paper, 'receivedBy')]).toEqual(['交秘书', '陶然'])
})

test('a message for our own people names him and the house', () => {
  const forUs = { addressee: 'staff', wantedStaff: cast.eng.id, wantedName: '', wantedExtension: undefined }
  const paper = printed(viewOf(taken(forUs), { customer: null, unit: null }))
  expect([said(paper, 'wantedName'), said(paper, 'wantedCompany')]).toEqual(['Li Gang', '光大物业管理有限公司'])
})

test('in English the labels keep the Chinese above', () => {
  const paper = printed(viewOf(taken()), 'en')
  expect(paper.title).toHaveLength(2)
  for (const field of Object.values(paper.fields)) expect(field.label).toHaveLength(2)
})
