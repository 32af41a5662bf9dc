import { describe, expect, test } from 'vitest'
import { groupOf, heldOrder, inOrder } from './queue-order.ts'

const now = Date.parse('2026-11-24T06:00:00.000Z')
const slip = (key: string, dueAt: string | null, paused = false, enteredAt = '2026-11-24T01:00:00.000Z') => ({
  key,
  dueAt,
  paused,
  enteredAt,
})

describe('the order of the workbench', () => {
  test('broken promises come first, then under half an hour, then today, then the rest', () => {
    const items = [
      slip('later', '2026-11-26T06:00:00.000Z'),
      slip('today', '2026-11-24T09:00:00.000Z'),
      slip('overdue', '2026-11-24T05:00:00.000Z'),
      slip('soon', '2026-11-24T06:20:00.000Z'),
    ]
    expect(inOrder(items, now).map((item) => item.key)).toEqual(['overdue', 'soon', 'today', 'later'])
  })
  test('a slip on hold presses nobody, however old its promise', () => {
    expect(groupOf(slip('paused', '2026-11-24T05:00:00.000Z', true), now)).toBe('later')
  })
  test('today ends at midnight in Shanghai', () => {
    expect(groupOf(slip('evening', '2026-11-24T15:59:00.000Z'), now)).toBe('today')
    expect(groupOf(slip('tomorrow', '2026-11-24T16:01:00.000Z'), now)).toBe('later')
  })
  test('without a promise the older one comes first', () => {
    const items = [
      slip('young', null, false, '2026-11-24T05:00:00.000Z'),
      slip('old', null, false, '2026-11-20T05:00:00.000Z'),
    ]
    expect(inOrder(items, now).map((item) => item.key)).toEqual(['old', 'young'])
  })
  test('under the pointer nothing moves, and new slips wait at the end', () => {
    const items = [slip('new', null), slip('a', null), slip('b', null)]
    expect(heldOrder(items, ['b', 'a'], (item) => item.key).map((item) => item.key)).toEqual(['b', 'a', 'new'])
  })
})
