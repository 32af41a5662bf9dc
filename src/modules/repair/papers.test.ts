import { expect, test } from 'vitest'
import type { Field, Paper } from '#kernel/forms/paper.ts'
import { paperOf, type Printing } from '#kernel/process/papers.ts'
import type { CaseView, TimelineEntry } from '#kernel/process/view.ts'
import type { Language } from '#lib/language.ts'
import { cast, fileId, shanghai } from '#test/moment.ts'
import { chargedCase, freeCase, repair } from '#test/repair.ts'
import type { Walk } from '#test/walk.ts'
import { papers } from './papers.ts'
import { dailyRegisterPaper } from './papers/daily-register.ts'
import { RepairSlip } from './slip.ts'
import { words } from './words.ts'

const free = freeCase()
const charged = chargedCase()
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])

function stage(stages: Readonly<Record<string, Walk>>, name: string): Walk {
  const found = stages[name]
  if (!found) throw new Error(`no stage ${name}`)
  return found
}

function viewOf(walk: Walk, changes: Partial<CaseView> = {}): CaseView {
  return {
    process: 'repair',
    number: 'GW-2026-0001',
    state: walk.state,
    version: 1,
    title: '',
    priority: 3,
    category: 'doors',
    place: '1-1701',
    customer: { id: 'c', code: 'T003', name: '澄霁信息', shortName: '澄霁信息', nameEn: 'Chengji', vip: false },
    unit: { id: 'u', code: '1-1701' },
    owner: null,
    assignee: null,
    departments: [],
    openedAt: shanghai('10:00'),
    enteredAt: walk.now,
    closedAt: null,
    dueAt: null,
    paused: false,
    slip: walk.slip,
    contact: null,
    openedBy: null,
    openedAs: 'staff',
    crew: [],
    names: { [String(cast.eng.id)]: cast.eng.name },
    choices: [],
    correctable: [],
    clocks: [],
    pauses: [],
    timeline: [],
    documents: [],
    files: [],
    charges: [],
    receipts: [],
    chargedFen: walk.charged,
    unpaidFen: walk.unpaid,
    escalations: [],
    linked: [],
    ...changes,
  }
}

function printed(name: string, view: CaseView, language: Language = 'zh', picture = png): Paper {
  const printing: Printing = {
    view,
    process: repair,
    words,
    language,
    company: { zh: '光大物业管理有限公司', en: 'Guangda' },
    printedAt: shanghai('16:00'),
    printedBy: 'Wang Xin',
    signatures: new Map([[fileId, picture]]),
  }
  return paperOf(printing, name, papers[name], null)
}

/** What stands in a blank: text, the options ticked, the amount in figures, or who signed. */
function said(paper: Paper, key: string): string | null {
  const field: Field | undefined = paper.fields[key]
  if (!field) throw new Error(`no field ${key}`)
  if ('ticks' in field)
    return field.ticks
      .filter(({ on }) => on)
      .map(({ label }) => label)
      .join()
  if ('signature' in field) return field.signature.name
  if ('amount' in field) return field.amount && `${field.amount.figures} ${field.amount.words}`
  return field.value
}

test('what is not done yet stays open for the pen, what does not apply is struck', () => {
  const paper = printed('slip', viewOf(stage(free, 'delivered')))
  for (const key of ['acceptedAt', 'workers', 'workDone', 'total', 'customerSignature', 'callBack', 'archivedBy'])
    expect([key, said(paper, key)]).toEqual([key, ''])
  for (const key of ['quote', 'consent', 'receipt', 'materialsCheck', 'photos'])
    expect([key, said(paper, key)]).toEqual([key, null])
  expect(paper.tables['materials']?.rows).toEqual(Array.from({ length: 3 }, () => ['', '', '', '', '']))
})

test('a charged slip tells the fee in figures and characters, line by line', () => {
  const paper = printed('slip', viewOf(stage(charged, 'settled')))
  expect(said(paper, 'total')).toBe('¥70.00 柒拾元整')
  expect(said(paper, 'quote')).toBe('¥80.00')
  expect(said(paper, 'satisfaction')).toBe('满意')
  expect(said(paper, 'workers')).toBe('Li Gang')
  expect(said(paper, 'receipt')).toBe('SJ-202611-0001')
  expect(paper.tables['materials']?.rows).toEqual([['lamp', null, '2 piece', '¥20.00', '¥40.00']])
  expect(paper.notes.join()).toContain('¥30.00')
  expect(paper.fields['customerSignature']).toMatchObject({ signature: { name: 'Ms Tan', picture: png } })
})

test('only copy 3 of a free slip is marked free, and it goes to the cost file', () => {
  const { copies, marks } = printed('slip', viewOf(stage(free, 'called')))
  expect(copies.map(({ mark }) => mark)).toEqual([null, null, '免费', null])
  expect(copies.map(({ goesTo }) => goesTo)).toEqual(['客服部', '工程部', '工程成本档', '客户'])
  expect(marks).toEqual([])
})

test('a slip that followed a call, was reworked and printed before says so', () => {
  const { slip, copies } = stage(charged, 'called')
  const view = viewOf({ ...stage(charged, 'called'), slip: { ...slip, calledThrough: true, reworks: 2 } })
  const document = { id: 'd', paper: 'slip', form: 'F-30', number: view.number, prints: 1, void: false }
  const handed = copies.map((copy) => ({ ...copy, handedAt: copy.handedTo === null ? null : shanghai('10:05') }))
  const paper = printed('slip', { ...view, documents: [{ ...document, copies: handed }] })
  expect(paper.marks).toEqual(['补打', '补单', '返修'])
  expect(said(paper, 'acceptance')).toContain('2')
  expect(paper.copies.map(({ handed: { on } }) => on)).toEqual([true, true, false, true])
})

test('a cancelled slip is void with its reason and leaves nothing open', () => {
  const { slip } = stage(free, 'delivered')
  const view = viewOf({ ...stage(free, 'delivered'), state: 'cancelled', slip: { ...slip, closeReason: '重复登记' } })
  const paper = printed('slip', view)
  expect(paper.cancelled).toEqual({ word: '作废', reason: '已取消：重复登记' })
  expect(Object.keys(paper.fields).filter((key) => said(paper, key) === '')).toEqual([])
  expect(paper.tables['materials']?.rows).toEqual([])
})

test('a correction is a footnote at the blank it changed, on papers where that blank stands', () => {
  const line: TimelineEntry = {
    seq: 2,
    at: shanghai('11:20'),
    actorKind: 'staff',
    actorName: 'Zhao Min',
    role: 'CSS',
    action: 'correct',
    from: 'done',
    to: 'done',
    input: { field: 'location', reason: '听错' },
    changes: { location: ['A-1203', '1-1701'] },
    shownToCustomer: true,
  }
  const view = viewOf(stage(charged, 'called'), { timeline: [line] })
  expect(printed('slip', view).corrections).toEqual([
    { field: 'place', text: '更正 具体位置：A-1203 → 1-1701（Zhao Min 2026-11-24 11:20；听错）' },
  ])
  expect(printed('callBackRecord', view).corrections).toEqual([])
})

test('a customer is not told who called back, and no blank waits for him there', () => {
  const hidden: readonly string[] = repair.hidden
  const entries = Object.entries(stage(charged, 'settled').slip).filter(([field]) => !hidden.includes(field))
  const paper = printed('slip', viewOf(stage(charged, 'settled'), { slip: Object.fromEntries(entries) }))
  for (const key of ['callBack', 'callBackOpinion', 'archivedBy']) expect(said(paper, key)).toBeNull()
})

test('a scan of the whole slip, or a picture that is no PNG, is not set as a signature', () => {
  const settled = stage(charged, 'settled')
  const scanned = viewOf(settled, { slip: { ...settled.slip, signatureMethod: 'scan' } })
  expect(printed('slip', scanned).fields['customerSignature']).toMatchObject({ signature: { picture: null } })
  const jpeg = printed('slip', viewOf(settled), 'zh', new Uint8Array([0xff, 0xd8, 0xff]))
  expect(jpeg.fields['customerSignature']).toMatchObject({ signature: { picture: null } })
})

test('the call-back record bears the number of the call that decided and lists every attempt', () => {
  const called = stage(charged, 'called')
  const [call] = RepairSlip.parse(called.slip).callBacks
  const missed = { ...call, conclusion: 'notReached', number: 'HF-2026-0001', spokeWith: '', opinion: '占线' }
  const decided = { ...call, number: 'HF-2026-0002' }
  const paper = printed('callBackRecord', viewOf({ ...called, slip: { ...called.slip, callBacks: [missed, decided] } }))
  expect(paper.number).toBe('HF-2026-0002')
  expect(paper.tables['attempts']?.rows.map((row) => row[1])).toEqual(['HF-2026-0001', 'HF-2026-0002'])
  expect(said(paper, 'quality')).toBe('4')
  expect(printed('callBackRecord', viewOf(stage(charged, 'signed'))).number).toBeNull()
})

test('a carried payment waits for its receipt, and for a signature', () => {
  const settled = stage(charged, 'settled')
  const paper = printed('carriedPayment', viewOf(settled))
  expect(said(paper, 'amount')).toBe('¥70.00 柒拾元整')
  expect(said(paper, 'carriedBy')).toBe('Wang Xin')
  expect(said(paper, 'returnedTo')).toBe('')
  expect(said(printed('carriedPayment', viewOf(stage(free, 'called'))), 'amount')).toBeNull()
})

test('in English the labels keep the Chinese above', () => {
  const paper = printed('slip', viewOf(stage(charged, 'settled')), 'en')
  expect(paper.title).toEqual(['工程维修单', 'Repair slip'])
  for (const field of Object.values(paper.fields)) expect(field.label).toHaveLength(2)
  for (const field of Object.values(printed('slip', viewOf(stage(charged, 'settled'))).fields))
    expect(typeof field.label).toBe('string')
})

test('the daily register keeps void slips and tells what is held', () => {
  const line = (walk: Walk, number: string) => ({
    number,
    state: walk.state as 'called',
    customer: '澄霁信息',
    place: '1-1701',
    slip: RepairSlip.parse(walk.slip),
  })
  const delivered = stage(free, 'delivered')
  const cancelled = { ...delivered, state: 'cancelled', slip: { ...delivered.slip, closeReason: '重复登记' } }
  const paper = dailyRegisterPaper({
    date: '2026-11-24',
    lines: [line(stage(free, 'called'), '1'), line(cancelled, '2'), line(stage(free, 'suspended'), '3')],
    company: { zh: '光大', en: 'Guangda' },
    printedAt: shanghai('18:00'),
    printedBy: 'Wang Xin',
    language: 'zh',
  })
  const rows = paper.tables['repairs']?.rows ?? []
  expect(rows.map((row) => row.at(-1))).toEqual([null, '作废：重复登记', '挂起：待料，预计 2026-11-24 17:30'])
  expect(rows.map((row) => row[8])).toEqual(['满意', null, ''])
  expect(rows.map((row) => row.length)).toEqual([10, 10, 10])
  expect(said(paper, 'registered')).toBe('3 件')
  expect(said(paper, 'date')).toBe('2026-11-24 星期二')
})
