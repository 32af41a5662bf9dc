import { expect, test } from 'vitest'
import { cast, momentOf, shanghai } from '#test/moment.ts'
import { answered, CallBack, callBackBy, type CallBackKept, calledEnough, unanswered } from './call-back.ts'

const asked = { how: 'phone', spokeWith: 'Ms Tan', conclusion: 'satisfied' } as const
const scores = { timeliness: 5, attitude: 5, quality: 4, fee: 5 }
const at = (day: string) => ({ ...momentOf({ now: shanghai('16:00', day) }), role: 'CSA' as const })
const missed = (day: string): CallBackKept => unanswered({ how: 'phone', opinion: '' }, at(day))
const [tuesday, wednesday, thursday] = ['2026-11-24', '2026-11-25', '2026-11-26']
const after = at(thursday)

test('F-32: who is not content is told what will be done', () => {
  expect(CallBack.safeParse({ ...asked, ...scores }).success).toBe(true)
  const unhappy = { ...asked, ...scores, conclusion: 'dissatisfied' }
  expect(CallBack.safeParse(unhappy).error?.issues.map(({ path }) => path.join())).toEqual(['handling'])
  expect(CallBack.safeParse({ ...unhappy, handling: 'we come again tomorrow' }).success).toBe(true)
  for (const wrong of [0, 6, 2.5, '5'])
    expect(CallBack.safeParse({ ...asked, ...scores, quality: wrong }).success).toBe(false)
})

test('F-32: a call is kept with its number, its time and who called', () => {
  const moment = { ...momentOf({ facts: { number: 'HF-2026-0007' } }), role: 'CSA' as const }
  expect(answered(CallBack.parse({ ...asked, ...scores }), moment)).toEqual({
    ...asked,
    ...scores,
    opinion: '',
    handling: '',
    number: 'HF-2026-0007',
    at: moment.now,
    by: cast.csa.name,
  })
  expect(missed(tuesday)).toMatchObject({ conclusion: 'notReached', spokeWith: '', quality: null })
})

test('F-32: three attempts on two different days, counted from a moment when one is given', () => {
  expect(calledEnough([missed(tuesday), missed(tuesday), missed(tuesday)], null, after)).toBe(false)
  expect(calledEnough([missed(tuesday), missed(wednesday)], null, after)).toBe(false)
  const three = [missed(tuesday), missed(tuesday), missed(wednesday)]
  expect(calledEnough(three, null, after)).toBe(true)
  expect(calledEnough(three, shanghai('17:00', tuesday), after)).toBe(false)
  const reached = answered(CallBack.parse({ ...asked, ...scores }), after)
  expect(calledEnough([missed(tuesday), missed(wednesday), reached], null, after)).toBe(false)
})

test('§2.31: due within thirty service minutes, and the minutes are a parameter', () => {
  expect(callBackBy(shanghai('17:45'), after)).toEqual({ kind: 'SERVICE', at: shanghai('08:45', wednesday) })
  const slower = { ...momentOf({ parameters: { 'callback.minutes': 45 } }), role: 'CLOCK' as const }
  expect(callBackBy(shanghai('15:00'), slower).at).toBe(shanghai('15:45'))
})
