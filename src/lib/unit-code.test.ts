import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseUnit } from './unit-code.ts'

test.each([
  '1-1302',
  '1#1302',
  '1#-1302',
  '11302',
  '1号楼1302',
  '1号楼-1302',
  '1 号楼 1302 室',
  '１－１３０２',
  '1号1302',
  '1栋1302',
  '1座1302',
  '1号座1302',
  ' 1 - 1302 ',
  '1–1302',
  '1—1302',
  '1/1302',
  '1，1302',
  '１＃１３０２',
  '11302室',
  'Tower 1-1302',
  'Building 1, 1302',
  'bldg. 1-1302',
])('%j is unit 1-1302', (text) => {
  expect(normaliseUnit(text)).toBe('1-1302')
})

test('a single figure of the floor is filled up', () => {
  expect(normaliseUnit('1-805')).toBe('1-0805')
  expect(normaliseUnit('2号楼0301')).toBe('2-0301')
  expect(normaliseUnit('10805')).toBe('1-0805')
})

test.each([
  '',
  '1',
  '1302',
  '1-',
  '1-13',
  '1-0002',
  '1-2101',
  '1-9901',
  '1-1300',
  '0-1302',
  '12-1302',
  '113022',
  '1-13021',
  '1楼1302',
  '1-13O2',
  '1--1302',
  '1-1302-1',
  'A-1302',
  '1-B102',
  '１³０２',
  '1'.repeat(60),
  '1-1302; drop',
])('%j is no unit', (text) => {
  expect(normaliseUnit(text)).toBeNull()
})

test('a code is its own normal form, with and without its dash', () => {
  const part = (max: number) => fc.integer({ min: 1, max }).map((n) => String(n).padStart(2, '0'))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), part(20), part(99), (building, floor, unit) => {
      const code = `${building}-${floor}${unit}`
      expect(normaliseUnit(code)).toBe(code)
      expect(normaliseUnit(code.replace('-', ''))).toBe(code)
    }),
  )
})
