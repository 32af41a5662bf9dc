import { expect, test } from 'vitest'
import { gapsOf } from './customer-card.ts'
import { customerColumns } from './customer-writes.ts'
import { worstOf } from './stacking.ts'

test('a customer needs one who signs, two for emergencies, one for fire safety', () => {
  const one = (...authorities: string[]) => ({ active: true, authorities })
  expect(gapsOf([])).toEqual(['authorised', 'emergency', 'fireSafety'])
  expect(gapsOf([one('authorised', 'emergency', 'fireSafety')])).toEqual(['emergency'])
  expect(gapsOf([one('authorised', 'emergency'), { ...one('emergency', 'fireSafety'), active: false }])).toEqual([
    'emergency',
    'fireSafety',
  ])
  expect(gapsOf([one('authorised', 'emergency', 'fireSafety'), one('emergency')])).toEqual([])
})

test('a broken promise is graver than any priority', () => {
  expect(worstOf(undefined)).toBeNull()
  expect(worstOf({ count: 1, overdue: true, priority: 4 })).toBe('overdue')
  expect(worstOf({ count: 1, overdue: false, priority: 1 })).toBe('P1')
  expect(worstOf({ count: 2, overdue: false, priority: 2 })).toBe('P2')
  expect(worstOf({ count: 2, overdue: false, priority: null })).toBe('open')
})

test('a customer is searched by code, names, pinyin, initials and the digits of its telephone', () => {
  const input = {
    name: '北京绿屿咨询有限公司',
    shortName: '绿屿',
    nameEn: 'Lvyu Consulting',
    trade: '',
    kind: 'tenant',
    vip: false,
    headcount: null,
  } as const
  const rest = {
    language: 'zh',
    phone: '010-8888 0001',
    address: '',
    creditCode: null,
    note: '',
    monthlyBilling: false,
  } as const
  const { search, initials } = customerColumns('T001', { ...input, ...rest })
  for (const part of ['t001', '绿屿', 'lvyu', 'bjlyzxyxgs', 'lvyu consulting', '01088880001'])
    expect(search).toContain(part)
  expect(initials).toBe('bjlyzxyxgs ly')
})
