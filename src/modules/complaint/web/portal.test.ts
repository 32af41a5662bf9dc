import { expect, test, vi } from 'vitest'
import type { CaseView } from '#kernel/process/view.ts'
import { states } from '../process/states.ts'
import { hidden } from '../slip.ts'
import { portalNext, portalStates } from '../words/portal.ts'
import { asks, progressOf } from './portal.tsx'

vi.mock('@tabler/icons-react', () => ({ IconMessageReport: null }))

const deferred = [{ promisedAt: '2026-11-24T06:00:00.000Z' }]
const said = (values: object) => Object.values(values).flatMap(({ zh, en }: { zh: string; en: string }) => [zh, en])

test('every state has a word for the customer, and none tells of the ladder, the exception or other customers', () => {
  expect(Object.keys(portalStates).sort()).toEqual(Object.keys(states).sort())
  for (const word of [...said(portalStates), ...said(portalNext)])
    expect(word).not.toMatch(/特批|升级|上报|项目经理|部门经理|其他客户|escalat|exception|manager|other customers/i)
})

test('a promised time is shown while it is waited for, and no other deadline ever', () => {
  expect(progressOf('deferred', { deferrals: deferred }).expected).toEqual({
    from: '2026-11-24T06:00:00.000Z',
    to: null,
    sure: true,
  })
  for (const state of Object.keys(states).filter((one) => one !== 'deferred'))
    expect(progressOf(state, { deferrals: deferred }).expected, state).toBeNull()
})

test('who has an account is asked whether he is content; who has none is called', () => {
  const view = (missing: string[]) => ({ choices: [{ action: 'satisfied', missing }] }) as unknown as CaseView
  expect(asks({ state: 'callBack' }, view([]))).not.toBeNull()
  expect(asks({ state: 'callBack' }, view(['plansAccepted']))).toBeNull()
  expect(asks({ state: 'dispatched' }, undefined)).toBeNull()
  expect(progressOf('callBack', {}).word).not.toEqual(progressOf('callBack', {}, true).word)
})

test('the house’s judgement and what others reported never reach the page of the customer', () => {
  for (const field of [
    'grade',
    'majorBecause',
    'alike',
    'repeatOf',
    'joinedCalls',
    'joinedInto',
    'contacts',
    'cannotSolve',
  ])
    expect(hidden as readonly string[]).toContain(field)
})
