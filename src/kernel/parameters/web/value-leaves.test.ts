import { describe, expect, test } from 'vitest'
import { leavesOf, valueOf } from './value-leaves.ts'

describe('a parameter is typed in the units people use', () => {
  test('money in yuan, rates in per cent', () => {
    const money = leavesOf(500_000, 'fen', null)
    expect(money[0]?.typed).toBe('5000.00')
    expect(valueOf(money, { '': '6,000' })).toBe(600_000)
    const rate = leavesOf(600, 'basisPoints', null)
    expect(rate[0]?.typed).toBe('6')
    expect(valueOf(rate, { '': '6.5' })).toBe(650)
  })
  test('a number for each priority', () => {
    const leaves = leavesOf({ P1: 3, P2: 5 }, 'minutes', null)
    expect(leaves.map((leaf) => leaf.path.join('.'))).toEqual(['P1', 'P2'])
    expect(valueOf(leaves, { P1: '4' })).toEqual({ P1: 4, P2: 5 })
  })
  test('hours of the day, also none', () => {
    const hours = {
      workday: [
        ['08:30', '12:00'],
        ['13:00', '18:00'],
      ],
      weekend: { 6: [['09:00', '17:00']], 7: [] },
      holiday: [],
    }
    const leaves = leavesOf(hours, 'hoursOfDay', null)
    expect(leaves[0]?.typed).toBe('08:30-12:00, 13:00-18:00')
    expect(valueOf(leaves, {})).toEqual(hours)
    expect(valueOf(leaves, { 'weekend.7': '10:00-12:00' })).toEqual({
      ...hours,
      weekend: { 6: [['09:00', '17:00']], 7: [['10:00', '12:00']] },
    })
    expect(valueOf(leavesOf(['08:00', '18:00'], 'hoursOfDay', null), { '': '07:30-19:00' })).toEqual(['07:30', '19:00'])
  })
  test('what is no number is sent as it was typed, to be refused', () => {
    expect(valueOf(leavesOf(5, 'minutes', null), { '': 'five' })).toBe('five')
  })
})
