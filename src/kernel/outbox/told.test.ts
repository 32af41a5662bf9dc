import { expect, test } from 'vitest'
import type { AnyWords } from '#kernel/process/words.ts'
import { sentenceOf } from './sentence.ts'
import { afterQuiet, isPromise, kindOf, type Preferences, sensible } from './told.ts'

const both = (zh: string, en: string) => ({ zh, en })
const own = {
  name: both('报修', 'Repair'),
  actions: { deliver: both('送单', 'Deliver'), accept: both('接单', 'Accept') },
  clocks: { accept: both('接单时限', 'Accept in time'), arrive: both('到场时限', 'Arrive in time') },
  more: {},
} as unknown as AnyWords

const staff = { id: 'me', kind: 'staff' } as const
const tenant = { id: 'us', kind: 'customer' } as const
const relation = { person: staff, own, doneByCustomer: false, atWork: [] as string[] }

test('an event is said in the words of its process, a clock that ran out as overdue, an unknown one as a change', () => {
  expect(sentenceOf('repair.deliver', own)).toEqual(both('报修 · 送单', 'Repair · Deliver'))
  expect(sentenceOf('repair.arrive', own).en).toBe('Repair · Arrive in time: overdue')
  expect(sentenceOf('repair.unheardOf', own).zh).toBe('报修 · 有变化')
  expect(sentenceOf('escalation', null).en).toBe('Escalated to you: accept it with an instruction')
  expect(sentenceOf('account.passwordChanged', null).en).toBe('Your password was changed.')
})

test('escalations and promises that were not kept are of one kind, whoever is told', () => {
  expect(kindOf('escalation', relation)).toBe('escalation')
  expect(kindOf('repair.instruction', { ...relation, atWork: ['me'] })).toBe('escalation')
  expect(kindOf('repair.arrive', relation)).toBe('escalation')
  expect(isPromise('repair.accept', own)).toBe(false)
  expect(isPromise('repair.arrive', null)).toBe(false)
})

test('what I am at work on comes before what a customer did, and the rest is the rest', () => {
  expect(kindOf('repair.deliver', { ...relation, atWork: ['me'], doneByCustomer: true })).toBe('mine')
  expect(kindOf('repair.deliver', { ...relation, doneByCustomer: true })).toBe('customer')
  expect(kindOf('repair.deliver', relation)).toBe('other')
  expect(kindOf('ledger.paymentReversed', relation)).toBe('other')
})

test('a customer hears of his slips only, and everybody of his own account', () => {
  expect(kindOf('repair.arrive', { ...relation, person: tenant })).toBe('customer')
  expect(kindOf('account.newBrowser', { ...relation, person: tenant })).toBe('account')
  expect(kindOf('account.newBrowser', relation)).toBe('account')
})

const quiet = (from: string, to: string): Preferences => ({ ...sensible.staff, quiet: { from, to } })
// 13:59Z is 21:59 in Shanghai.
test.each([
  ['2026-11-23T13:59:00.000Z', '2026-11-23T13:59:00.000Z'],
  ['2026-11-23T14:00:00.000Z', '2026-11-23T23:00:00.000Z'],
  ['2026-11-23T16:30:00.000Z', '2026-11-23T23:00:00.000Z'],
  ['2026-11-23T22:59:59.999Z', '2026-11-23T23:00:00.000Z'],
  ['2026-11-23T23:00:00.000Z', '2026-11-23T23:00:00.000Z'],
])('quiet from 22:00 to 07:00: what happens at %s is sent at %s', (at, sent) => {
  expect(afterQuiet(at, quiet('22:00', '07:00'))).toBe(sent)
})

test('quiet hours within a day, and none', () => {
  expect(afterQuiet('2026-11-23T04:30:00.000Z', quiet('12:00', '14:00'))).toBe('2026-11-23T06:00:00.000Z')
  expect(afterQuiet('2026-11-23T06:00:00.000Z', quiet('12:00', '14:00'))).toBe('2026-11-23T06:00:00.000Z')
  expect(afterQuiet('2026-11-23T06:00:00.000Z', quiet('12:00', '12:00'))).toBe('2026-11-23T06:00:00.000Z')
  expect(afterQuiet('2026-11-23T15:00:00.000Z', { ...sensible.staff, quiet: null })).toBe('2026-11-23T15:00:00.000Z')
})
