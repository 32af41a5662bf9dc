import { expect, it, test } from 'vitest'
import { momentOf, shanghai } from '#test/moment.ts'
import { CallJoined, Join, joinedCall, joinedNeeds, lastJoinedCalls, nothingJoined } from './joined.ts'
import type { LinkedCase, Moment } from './moment.ts'

const linked = (number: string, more: Partial<LinkedCase> = {}): LinkedCase => ({
  kind: 'joined',
  way: 'down',
  process: 'repair',
  number,
  title: '',
  state: 'joined',
  final: true,
  customerId: null,
  openedAt: shanghai('09:00'),
  closedAt: shanghai('09:10'),
  shows: {},
  ...more,
})
const at = (time: string, ...cases: LinkedCase[]): Moment => ({
  ...momentOf({ now: shanghai(time), facts: { linked: cases } }),
  role: 'CSA',
})
const call = (time: string, joinedNumber: string, conclusion: 'satisfied' | 'dissatisfied' = 'satisfied') =>
  joinedCall({ joinedNumber, spokeWith: 'Mr Yu', conclusion, said: 'so he said' }, at(time))
const called = (...joinedCalls: ReturnType<typeof call>[]) => ({ ...nothingJoined, joinedCalls })

test('a call is kept with what was said, when and by whom', () =>
  expect(call('10:00', 'GW-2026-0002', 'dissatisfied')).toEqual({
    joinedNumber: 'GW-2026-0002',
    spokeWith: 'Mr Yu',
    satisfied: false,
    said: 'so he said',
    at: shanghai('10:00'),
    by: 'Wang Xin',
  }))

test('who is not content says why', () => {
  const input = { joinedNumber: 'GW-2026-0002', spokeWith: 'Mr Yu', conclusion: 'dissatisfied' }
  expect(CallJoined.safeParse(input).success).toBe(false)
  expect(CallJoined.safeParse({ ...input, said: 'took too long' }).success).toBe(true)
  expect(CallJoined.safeParse({ ...input, conclusion: 'satisfied' }).success).toBe(true)
})

it.each(['', 'somewhere', 'GW-2026-0001; x'])('“%s” is no number to join into', (joinedInto) =>
  expect(Join.safeParse({ joinedInto }).success).toBe(false),
)

test('of each who was joined in the last call counts, and none before the given moment', () => {
  const moment = at('12:00', linked('GW-2026-0002'), linked('GW-2026-0003'))
  const slip = called(call('10:00', 'GW-2026-0002', 'dissatisfied'), call('11:00', 'GW-2026-0002'))
  expect(lastJoinedCalls(slip, moment).map((one) => one?.satisfied)).toEqual([true, undefined])
  expect(lastJoinedCalls(slip, moment, shanghai('11:01'))).toEqual([null, null])
})

test('only what was joined into this case is called: neither what it was joined into nor what was raised from it', () => {
  const above = linked('GW-2026-0002', { way: 'up' })
  const raised = linked('GW-2026-0002', { kind: 'raised' })
  const slip = called(call('10:00', 'GW-2026-0002'))
  expect(joinedNeeds.joinedHere(slip, at('12:00', above, raised))).toBe(false)
  expect(joinedNeeds.joinedHere(slip, at('12:00', linked('GW-2026-0002')))).toBe(true)
  expect(joinedNeeds.joinedHere(nothingJoined, at('12:00'))).toBe(true)
})

test('a case is not a duplicate of itself', () => {
  const moment = at('12:00')
  const { number } = moment.facts.header
  expect(joinedNeeds.notItself({ ...nothingJoined, joinedInto: number }, moment)).toBe(false)
  expect(joinedNeeds.notItself({ ...nothingJoined, joinedInto: `${number}9` }, moment)).toBe(true)
  expect(joinedNeeds.notItself(nothingJoined, moment)).toBe(true)
})
