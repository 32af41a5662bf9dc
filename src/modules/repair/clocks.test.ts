import { describe, expect, it, test } from 'vitest'
import { list } from '#kernel/process/define.ts'
import { momentOf, shanghai, tuesday } from '../../../test/support/moment.ts'
import { chargedCase, freeCase, repair } from '../../../test/support/repair.ts'

const slip = freeCase().delivered?.slip ?? {}
const at = { ...momentOf(), role: 'CLOCK' as const }
const due = (clock: string, changes: object, started: string, parameters = {}) => {
  const moment = { ...momentOf({ parameters }), role: at.role }
  return repair.clocks[clock]?.due({ ...slip, ...changes }, started, moment) ?? null
}
const none = { appointmentStart: null, appointmentEnd: null, appointmentWith: null }
const [friday, saturday, sunday, monday] = ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30']
const [wednesday, beforeHoliday, afterHoliday] = ['2026-11-25', '2026-09-30', '2026-10-08']

describe('step 4: the slip reaches engineering in time', () => {
  it.each([
    ['P1', 'WALL', shanghai('22:00'), shanghai('22:03')],
    ['P2', 'WALL', shanghai('22:00', sunday), shanghai('22:05', sunday)],
    ['P3', 'SERVICE', shanghai('10:00'), shanghai('10:30')],
    ['P3', 'SERVICE', shanghai('17:45'), shanghai('08:45', wednesday)],
    ['P3', 'SERVICE', shanghai('17:50', friday), shanghai('09:20', saturday)],
    ['P3', 'SERVICE', shanghai('17:40', beforeHoliday), shanghai('08:40', afterHoliday)],
    ['P3', 'SERVICE', shanghai('17:50', '2026-10-09'), shanghai('08:50', '2026-10-10')],
    ['P4', 'SERVICE', shanghai('16:50', saturday), shanghai('09:20', monday)],
  ])('%s on the %s clock: %s is due %s', (priority, kind, started, at) =>
    expect(due('dispatch', { priority }, started)).toEqual({ kind, at }),
  )

  test('a slip that was called through follows within 30 minutes, and then nothing is due', () => {
    expect(due('paper', { calledThrough: true, paperFollowedAt: null }, shanghai('22:01'))).toEqual({
      kind: 'WALL',
      at: shanghai('22:31'),
    })
    expect(due('paper', { calledThrough: true, paperFollowedAt: shanghai('22:20') }, shanghai('22:01'))).toBeNull()
    expect(due('paper', {}, shanghai('10:00'))).toBeNull()
  })

  test('the missing slip presses until it has come, however far the work is', () => {
    const clock = repair.clocks.paper
    const open = Object.entries(repair.states).flatMap(([name, state]) => (state.final ? [] : [name]))
    const counted = [...list(clock?.runs), ...list(clock?.rests), 'registered', 'quoted']
    expect(open.filter((state) => !counted.includes(state))).toEqual([])
  })
})

describe('step 5: engineering accepts in time', () => {
  it.each([
    ['P1', 'WALL', shanghai('22:00'), shanghai('22:03')],
    ['P2', 'WALL', shanghai('22:00'), shanghai('22:05')],
    ['P3', 'WALL', shanghai('10:05'), shanghai('10:20')],
    ['P4', 'SERVICE', shanghai('10:00'), shanghai('12:00')],
    ['P4', 'SERVICE', shanghai('17:00'), shanghai('09:30', wednesday)],
    ['P4', 'SERVICE', shanghai('16:00', saturday), shanghai('09:30', monday)],
  ])('%s on the %s clock: %s is due %s', (priority, kind, started, at) =>
    expect(due('accept', { priority }, started)).toEqual({ kind, at }),
  )
})

describe('step 6: somebody comes in time', () => {
  it.each([
    ['P1', {}, shanghai('22:10')],
    ['P2', {}, shanghai('22:15')],
    ['P3', none, shanghai('22:30')],
    ['P3', {}, shanghai('15:10')],
    ['P3', { appointmentWith: null }, shanghai('22:30')],
    ['P4', {}, shanghai('15:10')],
  ])('%s with %o, accepted at 22:00, is due %s', (priority, changes, at) =>
    expect(due('arrive', { priority, ...changes }, shanghai('22:00'))).toEqual({ kind: 'WALL', at }),
  )

  test('P4 promises no arrival before its appointment is made', () =>
    expect(due('arrive', { priority: 'P4', ...none }, shanghai('10:00'))).toBeNull())

  test('danger is under control 30 minutes after the report, wherever the slip is', () => {
    const started = shanghai('10:20')
    expect(due('control', { priority: 'P1' }, started)).toEqual({ kind: 'WALL', at: shanghai('10:30') })
    expect(due('control', { priority: 'P1', controlledAt: started }, started)).toBeNull()
    expect(due('control', { priority: 'P2' }, started)).toBeNull()
  })
})

describe('step 8: the work is finished in time', () => {
  it.each([
    ['P1', {}, 'WALL', shanghai('12:00')],
    ['P2', {}, 'WALL', shanghai('12:00')],
    ['P3', {}, 'WALL', shanghai('10:00', wednesday)],
    ['P4', {}, 'WD', shanghai('18:00', friday)],
    ['P4', { appointmentEnd: shanghai('15:00', beforeHoliday) }, 'WD', shanghai('18:00', '2026-10-10')],
    ['P3', { reworks: 1 }, 'WALL', shanghai('11:00', wednesday)],
  ])('%s with %o on the %s clock is due %s', (priority, changes, kind, at) =>
    expect(due('finish', { priority, ...changes }, shanghai('11:00'))).toEqual({ kind, at }),
  )

  test('P4 without an appointment promises no end', () =>
    expect(due('finish', { priority: 'P4', ...none }, shanghai('11:00'))).toBeNull())

  test('the clock rests while the work is suspended, and no other state rests', () => {
    const resting = Object.entries(repair.clocks).map(([name, clock]) => [name, list(clock.rests)])
    expect(Object.fromEntries(resting)).toMatchObject({ finish: ['suspended'], paper: ['suspended'], arrive: [] })
  })
})

describe('step 9: the customer is called back at once', () => {
  it.each([
    [shanghai('15:00'), shanghai('15:30')],
    [shanghai('17:45'), shanghai('08:45', wednesday)],
    [shanghai('20:00'), shanghai('09:00', wednesday)],
    [shanghai('16:45', saturday), shanghai('08:45', monday)],
    [shanghai('11:00', sunday), shanghai('09:00', monday)],
    [shanghai('11:00', '2026-10-03'), shanghai('09:00', afterHoliday)],
  ])('signed %s, due %s', (signed, at) => expect(due('callBack', {}, signed)).toEqual({ kind: 'SERVICE', at }))
})

describe('step 10: the receipt is back within a working day', () => {
  const carried = chargedCase().carried?.slip.carried as object
  it.each([
    [shanghai('16:00'), shanghai('18:00', wednesday)],
    [shanghai('16:00', friday), shanghai('18:00', monday)],
    [shanghai('16:00', beforeHoliday), shanghai('18:00', afterHoliday)],
  ])('taken %s, due %s', (takenAt, at) =>
    expect(due('receiptBack', { carried: { ...carried, takenAt } }, shanghai('10:00'))).toEqual({ kind: 'WD', at }),
  )

  test('it runs from the moment the money is taken, and nothing is due without money or once it is back', () => {
    expect(list(repair.clocks.receiptBack?.runs)).toEqual(['billed', 'settled'])
    expect(due('receiptBack', { carried: null }, shanghai('10:00'))).toBeNull()
    expect(due('receiptBack', { carried: { ...carried, returnedAt: shanghai('17:00') } }, shanghai('10:00'))).toBeNull()
  })
})

describe('§2.4: who hears of a broken promise', () => {
  test('each in his turn', () => {
    const late = Object.entries(repair.clocks).map(([name, clock]) => [
      name,
      clock.late.map((s) => `${s.role} ${s.level}`),
    ])
    expect(Object.fromEntries(late)).toEqual({
      dispatch: ['CSS 1'],
      accept: ['ENGM 1'],
      paper: ['CSS 1'],
      arrive: ['ENGM 1', 'CSS 1'],
      control: ['PM 2'],
      finish: ['CSM 1'],
      callBack: ['CSS 1'],
      receiptBack: ['CSS 1'],
    })
  })

  test('the minutes are parameters, not constants', () =>
    expect(due('callBack', {}, shanghai('15:00'), { 'callback.minutes': 45 })?.at).toBe(shanghai('15:45')))

  test('a day of the calendar is a day in Shanghai', () =>
    expect(due('callBack', {}, `${tuesday}T16:30:00.000Z`)?.at).toBe(shanghai('09:00', wednesday)))
})
