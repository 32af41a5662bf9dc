import { expect, test } from 'vitest'
import type { Change, LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import { concerns } from './concerns.ts'

const repair = {
  process: { name: 'repair', sight: { all: ['CSA'], own: ['REC', 'TUSR'], company: ['TADM'] } },
} as unknown as LoadedModule

const change: Change = {
  process: 'repair',
  number: 'GW-2026-0001',
  customerId: 'ours',
  people: ['opener'],
  what: 'moved',
}

const actor = (id: string | null, role: Role, customerId: string | null = null): Actor => ({
  kind: customerId === null ? 'staff' : 'customer',
  id,
  name: '',
  roles: [role],
  customerId,
  guestTokenHash: null,
})

const hears = (who: Actor, what = change) => concerns(what, who, [repair])

test('staff who see every case of the process hear of every change, others of what they opened', () => {
  expect(hears(actor('any', 'CSA'))).toBe(true)
  expect(hears(actor('any', 'REC'))).toBe(false)
  expect(hears(actor('opener', 'REC'))).toBe(true)
  expect(hears(actor('opener', 'HR'))).toBe(false)
})

test("a company hears of its own cases, an employee of his own, and nobody of another company's", () => {
  expect(hears(actor('boss', 'TADM', 'ours'))).toBe(true)
  expect(hears(actor('boss', 'TADM', 'theirs'))).toBe(false)
  expect(hears(actor('opener', 'TUSR', 'ours'))).toBe(true)
  expect(hears(actor('colleague', 'TUSR', 'ours'))).toBe(false)
  expect(hears(actor('opener', 'TUSR', 'theirs'))).toBe(false)
})

test('an inbox concerns its owner alone, and a process nobody knows concerns nobody', () => {
  expect(hears(actor('opener', 'CSA'), { ...change, what: 'inbox' })).toBe(true)
  expect(hears(actor('any', 'CSA'), { ...change, what: 'inbox' })).toBe(false)
  expect(hears(actor('any', 'CSA'), { ...change, process: 'unknown' })).toBe(false)
})
