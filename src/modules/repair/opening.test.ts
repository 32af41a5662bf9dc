import { describe, expect, it, test } from 'vitest'
import { decideOpening } from '#kernel/process/decide.ts'
import { cast, fileId, momentOf, type Player, shanghai } from '../../../test/support/moment.ts'
import { danger, repair, report } from '../../../test/support/repair.ts'
import { isRefusal } from '../../../test/support/walk.ts'
import { RepairSlip } from './slip.ts'

const opening = (by: Player, input: object, now = shanghai('10:00')) =>
  decideOpening(repair, input, momentOf({ actor: cast[by], now }))
const slip = (by: Player, input: object): RepairSlip => {
  const first = opening(by, input)
  if (isRefusal(first)) throw new Error(JSON.stringify(first))
  return RepairSlip.parse(first.slip)
}
const open = { priority: undefined, pricing: undefined, freeReason: undefined }
const says = (problem: string, category = 'other') => slip('csa', { ...report, ...open, problem, category }).priority

describe('step 1: the report is written at once', () => {
  test('by the desk, the counter, the switchboard, guards and cleaners, the tenant and the guest', () => {
    const may = (Object.keys(cast) as Player[]).filter((by) => !isRefusal(opening(by, report)))
    expect(may).toEqual(['csa', 'css', 'rec', 'sec', 'tadm', 'tusr', 'guest'])
    expect(opening('fin', report)).toEqual({ why: 'notYours' })
  })

  test('with the time of the house, never the caller’s', () =>
    expect(slip('csa', report).reportedAt).toBe(shanghai('10:00')))

  test('with its photos as evidence', () =>
    expect(opening('tusr', { ...report, photos: [fileId] })).toMatchObject({
      refers: [{ kind: 'file', id: fileId, purpose: 'photo' }],
    }))

  test('the common area needs no customer', () => {
    expect(opening('sec', { ...report, area: 'common' })).toMatchObject({ customerFree: true })
    expect(opening('sec', report)).toMatchObject({ customerFree: false })
  })
})

describe('step 3: the blanks', () => {
  it.each([
    ['reporterName', { reporterName: '  ' }],
    ['reporterPhone', { reporterPhone: 'call me' }],
    ['problem', { problem: '' }],
    ['problem', { problem: 'x'.repeat(2001) }],
    ['problem', { problem: 'a\u0000b' }],
    ['location', { location: undefined }],
    ['category', { category: 'constructor' }],
    ['appointmentEnd', { appointmentEnd: undefined }],
    ['appointmentEnd', { appointmentEnd: shanghai('13:00') }],
    ['appointmentStart', { appointmentStart: 'tomorrow' }],
    ['appointmentStart', { appointmentStart: '1026-11-24T06:00:00Z' }],
    ['', { total: 0 }],
  ])('refuses %s of %o by name', (path, change) => {
    const answer = opening('csa', { ...report, ...change })
    expect(answer).toMatchObject({ why: 'input' })
    expect(isRefusal(answer) && answer.why === 'input' ? answer.problems.map((p) => p.path) : []).toContain(path)
  })

  test('a time named at the desk is agreed with the caller; a tenant’s wish is not agreed yet', () => {
    expect(slip('csa', report).appointmentWith).toBe('Ms Tan')
    expect(slip('tusr', report)).toMatchObject({ appointmentStart: shanghai('14:00'), appointmentWith: null })
  })

  test('the way it came in is what it was', () => {
    expect(slip('csa', report).channel).toBe('phone')
    expect(slip('tadm', report).channel).toBe('portal')
    expect(slip('guest', report).channel).toBe('qr')
  })
})

describe('§2.4: the priority proposed', () => {
  it.each([
    ['P1', '配电间冒烟'],
    ['P1', '有焦糊味'],
    ['P1', '闻到燃气味'],
    ['P1', '有人被困电梯'],
    ['P1', '卫生间爆管跑水'],
    ['P1', 'Burst pipe in the pantry'],
    ['P1', 'whole floor without power: power cut'],
    ['P2', '空调不制冷'],
    ['P2', '办公室灯不亮'],
    ['P2', '马桶堵了'],
    ['P2', 'we are locked out'],
    ['P1', '员工被反锁在会议室'],
    ['P2', '洗手间水管漏水'],
    ['P2', '工位插座没电'],
    ['P2', '前门打不开'],
    ['P3', '椅子扶手松动'],
    ['P3', 'The blind is stuck halfway'],
  ])('%s for "%s"', (priority, problem) => expect(says(problem)).toBe(priority))

  test('a lift or fire protection is never ordinary', () => {
    expect(says('button is dark', 'lift')).toBe('P2')
    expect(says('sign is dark', 'fire')).toBe('P2')
  })

  test('the desk decides otherwise, the tenant does not', () => {
    const problem = 'smoke from a socket'
    expect(slip('csa', { ...report, problem, priority: 'P4' }).priority).toBe('P4')
    expect(slip('tadm', { ...report, problem: 'the chair creaks', priority: 'P1' }).priority).toBe('P3')
    expect(slip('guest', { ...danger, priority: 'P4' }).priority).toBe('P1')
  })
})

describe('§3.4: who pays by the demarcation line', () => {
  it.each([
    ['common', 'doors', 'free', 'commonPart'],
    ['customer', 'airCon', 'free', 'commonPart'],
    ['customer', 'lift', 'free', 'commonPart'],
    ['customer', 'fire', 'free', 'commonPart'],
    ['customer', 'doors', 'chargeable', null],
    ['customer', 'power', 'chargeable', null],
  ])('%s %s is proposed %s', (area, category, pricing, freeReason) =>
    expect(slip('csa', { ...report, ...open, area, category })).toMatchObject({ pricing, freeReason }),
  )

  test('a tenant or a guest cannot make his repair free', () => {
    for (const by of ['tadm', 'tusr', 'guest'] as const)
      expect(slip(by, { ...report, pricing: 'free', freeReason: 'ours' })).toMatchObject({
        pricing: 'chargeable',
        freeReason: null,
      })
  })

  test('a free repair always has a reason, a charged one never', () => {
    expect(slip('csa', { ...report, ...open, pricing: 'free' }).freeReason).toBe('ours')
    expect(slip('csa', { ...report, pricing: 'chargeable', freeReason: 'ours' }).freeReason).toBeNull()
  })
})
