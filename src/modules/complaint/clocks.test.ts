import { describe, expect, it, test } from 'vitest'
import type { EscalationFact } from '#kernel/process/moment.ts'
import { at, does, players, rounds, stages, taken, type Told } from '#test/complaint.ts'
import { asked } from '#test/complaint.ts'
import { calendar, shanghai } from '#test/moment.ts'
import { workingCalendar } from '#lib/working-calendar.ts'
import { clocks, currentDue, sameDayBy, solveBy } from './process/clocks.ts'

/* §2.5.3 to the minute, and the hours that do not count. */

type Clock = keyof typeof clocks
const due = (told: Told, clock: Clock, facts: object = {}, started = told.now) =>
  clocks[clock].due(told.slip, started, { ...at(players.csa, { now: told.now, facts }), role: 'CSA' })?.at ?? null
const early = '2026-11-24'
const takenAt = (clock: string, input: object = {}, date = early) =>
  taken('rec', { occurredAt: shanghai(clock, date), ...input }, { now: shanghai(clock, date) })

describe('§2.5.3: the first promise and the same day', () => {
  it.each([
    ['09:10', '11:10', '18:00'],
    ['00:00', '02:00', '18:00'],
    ['16:00', '18:00', '18:00'],
    ['16:01', '18:01', '18:01'],
    ['17:30', '19:30', '19:30'],
    ['21:58', '23:58', '23:58'],
  ])('taken at %s: solved by %s, to the project manager at %s', (clock, solve, manager) => {
    const told = takenAt(clock)
    expect(due(told, 'solve')).toBe(shanghai(solve))
    expect(due(told, 'sameDay')).toBe(shanghai(manager))
  })

  test('taken at 22:40: two hours reach past midnight, the same day does not', () => {
    const told = takenAt('22:40')
    expect(due(told, 'solve')).toBe(shanghai('00:40', '2026-11-25'))
    expect(due(told, 'sameDay')).toBe(shanghai('23:59'))
  })

  test('what does not affect the customer directly has a day, and the same ladder', () => {
    const told = takenAt('09:10', { direct: false })
    expect([due(told, 'solve'), due(told, 'sameDay')]).toEqual([shanghai('09:10', '2026-11-25'), shanghai('18:00')])
  })

  it.each([
    ['a Saturday', '2026-11-28'],
    ['National Day', '2026-10-01'],
    ['a Saturday that is worked', '2026-10-10'],
  ])('counts by the wall clock on %s too', (_what, date) => {
    const told = takenAt('09:10', {}, date)
    expect([due(told, 'solve'), due(told, 'sameDay')]).toEqual([shanghai('11:10', date), shanghai('18:00', date)])
  })
})

describe('§2.5.3: a deferral', () => {
  const deferred = does(takenAt('09:10'), 'csa', 'defer', {
    ...(asked['defer'] as object),
    informedAt: shanghai('09:11'),
    promisedAt: shanghai('09:00', '2026-11-26'),
  })
  const refused = does(takenAt('09:10'), 'csa', 'defer', {
    ...(asked['defer'] as object),
    informedAt: shanghai('09:11'),
    understanding: 'notAgreed',
  })
  const goesUp = (told: Told) =>
    clocks.solve.late[0]?.when?.(told.slip, { ...at(players.csa, { now: told.now }), role: 'CLOCK' })

  test('leaves the first promise and the same day as they were, and adds a second promise', () => {
    expect(due(deferred, 'solve')).toBe(shanghai('11:10'))
    expect(due(deferred, 'sameDay')).toBe(shanghai('18:00'))
    expect(due(deferred, 'promised')).toBe(shanghai('09:00', '2026-11-26'))
  })

  test('keeps level 1 away at the first promise; the project manager hears all the same', () => {
    expect(goesUp(deferred)).toBe(false)
    expect(clocks.sameDay.late).toMatchObject([{ role: 'PM', level: 2, minutes: 0 }])
  })

  test('with which the customer did not agree changes nothing', () => {
    expect(refused.state).toBe('deferred')
    expect(goesUp(refused)).toBe(true)
    expect(due(refused, 'promised')).toBeNull()
  })

  test('is itself the promise that a second deferral must keep', () => {
    const moment = { ...at(players.csa, { now: deferred.now }), role: 'CSA' } as const
    expect(currentDue(deferred.slip, moment)).toBe(shanghai('09:00', '2026-11-26'))
  })

  test('of an earlier round counts no more', () => {
    const later = { ...deferred, slip: { ...deferred.slip, round: 2, roundStartedAt: shanghai('15:00') } }
    expect([due(later, 'promised'), due(later, 'solve'), goesUp(later)]).toEqual([null, shanghai('17:00'), true])
  })
})

test('a later round counts from its own beginning, and its day is the day it began on', () => {
  const second = rounds(2)
  const moment = { ...at(players.csa, { now: second.now }), role: 'CSA' } as const
  const overnight = { ...second.slip, roundStartedAt: shanghai('23:30') }
  expect(solveBy(overnight, moment).at).toBe(shanghai('01:30', '2026-11-25'))
  expect(sameDayBy(overnight, moment).at).toBe(shanghai('23:59'))
  expect(sameDayBy({ ...overnight, roundStartedAt: shanghai('00:05', '2026-11-25') }, moment).at).toBe(
    shanghai('18:00', '2026-11-25'),
  )
})

describe('§2.5.3: an escalation nobody accepts', () => {
  const up = (role: string, level: number, clock: string, acceptedAt: string | null = null): EscalationFact => ({
    cause: 'solve',
    role,
    level,
    raisedAt: shanghai(clock),
    acceptedAt,
  })
  const major = takenAt('09:10', { injury: true })

  test('goes to the project manager after 30 minutes, when the complaint is major', () => {
    const escalations = [up('CSM', 1, '11:10')]
    expect(due(major, 'levelOneUnanswered', { escalations })).toBe(shanghai('11:40'))
    expect(due(takenAt('09:10'), 'levelOneUnanswered', { escalations })).toBeNull()
  })

  test('goes no further once it was accepted, and a shift lead is no manager', () => {
    const accepted = [up('CSM', 1, '11:10', shanghai('11:20')), up('CSS', 1, '09:25')]
    expect(due(major, 'levelOneUnanswered', { escalations: accepted })).toBeNull()
  })

  test('goes to the general manager two hours after the project manager heard, whatever the grade', () => {
    const escalations = [up('PM', 2, '18:00')]
    expect(due(takenAt('09:10'), 'levelTwoUnanswered', { escalations })).toBe(shanghai('20:00'))
    expect(clocks.levelTwoUnanswered.late).toMatchObject([{ role: 'GM', level: 3 }])
  })
})

describe('§2.5.3: following up', () => {
  test('somebody follows in ten minutes, and the customer hears in fifteen', () => {
    const told = takenAt('09:10')
    expect([due(told, 'follow'), due(told, 'firstContact')]).toEqual([shanghai('09:20'), shanghai('09:25')])
    expect(due(does(told, 'csa', 'contact'), 'firstContact')).toBeNull()
  })

  test('an order of 12345 carries its own time', () => {
    const order = { channel: 'indirect', source: 'hotline12345', orderDeadline: shanghai('12:00', '2026-11-30') }
    expect(due(takenAt('09:10', order), 'order')).toBe(shanghai('12:00', '2026-11-30'))
    expect(due(takenAt('09:10'), 'order')).toBeNull()
  })
})

describe('step 6: the letter counts working days', () => {
  const letter = { channel: 'letter' }
  it.each([
    ['a Tuesday', '2026-11-24', '2026-11-25', '2026-11-27'],
    ['a Friday: the weekend does not count', '2026-11-27', '2026-11-30', '2026-12-02'],
    ['the eve of National Day: seven days do not count', '2026-09-30', '2026-10-08', '2026-10-10'],
    ['a Thursday before a Saturday that is worked', '2026-10-08', '2026-10-09', '2026-10-12'],
  ])('taken on %s', (_what, date, holding, reply) => {
    const told = takenAt('09:10', letter, date)
    expect(due(told, 'holdingReply')).toBe(shanghai('18:00', holding))
    expect(due(told, 'reply')).toBe(shanghai('18:00', reply))
  })

  test('the Saturday worked for the holiday is one of the three days', () =>
    expect(due(takenAt('17:59', letter, '2026-10-07'), 'reply')).toBe(shanghai('18:00', '2026-10-10')))

  test('nothing is owed in writing to who telephoned', () => {
    const told = takenAt('09:10')
    expect([due(told, 'holdingReply'), due(told, 'reply')]).toEqual([null, null])
  })
})

describe('step 5: the call-back counts service minutes', () => {
  const { confirmed } = stages()
  it.each([
    ['at once in service hours', '10:00', '2026-11-24', '10:30', '2026-11-24'],
    ['the next morning after hours', '17:45', '2026-11-24', '08:45', '2026-11-25'],
    ['on Saturday until five', '16:45', '2026-11-28', '08:45', '2026-11-30'],
    ['after the holiday', '17:50', '2026-09-30', '08:50', '2026-10-08'],
  ])('%s', (_what, clock, date, dueClock, dueDate) =>
    expect(due(confirmed, 'callBack', {}, shanghai(clock, date))).toBe(shanghai(dueClock, dueDate)),
  )

  test('the hour of lunch does not count where the house closes for it', () => {
    const hours = {
      workday: [
        ['08:30', '12:00'],
        ['13:00', '18:00'],
      ],
      weekend: { 6: [], 7: [] },
      holiday: [],
    } as const
    const lunch = workingCalendar({ days: {}, hours })
    expect(due(confirmed, 'callBack', { calendar: lunch }, shanghai('11:45'))).toBe(shanghai('13:15'))
    expect(due(confirmed, 'callBack', { calendar }, shanghai('11:45'))).toBe(shanghai('12:15'))
  })

  test('who is content is not called again', () => {
    const content = { ...confirmed, slip: { ...confirmed.slip, conclusion: 'satisfied' as const } }
    expect(due(content, 'callBack')).toBeNull()
  })
})
