import { expect, test } from 'vitest'
import { conflictOf, mayApproveRoles } from './role-rules.ts'
import { isLoginName, loginName, mobileOf } from './login-name.ts'
import { stageOf } from './stage.ts'
import { contactSight } from './contact-sight.ts'

test('a guard collects no money; the system administrator touches no business (domain §1.1)', () => {
  expect(conflictOf(['SEC', 'FIN'])).toBe('guardCollects')
  expect(conflictOf(['SECM', 'CSA'])).toBe('guardCollects')
  expect(conflictOf(['SYS', 'CSA'])).toBe('systemTouchesBusiness')
  expect(conflictOf(['CANT', 'ARC', 'CSA'])).toBeNull()
  expect(conflictOf(['SYS'])).toBeNull()
  expect(conflictOf([])).toBeNull()
})

test('PM approves for everybody, CSM for customer service only', () => {
  expect(mayApproveRoles(['PM'], 'security')).toBe(true)
  expect(mayApproveRoles(['CSM'], 'customerService')).toBe(true)
  expect(mayApproveRoles(['CSM'], 'security')).toBe(false)
  expect(mayApproveRoles(['GM', 'SYS'], 'customerService')).toBe(false)
})

test('a name signs in however it is typed', () => {
  expect(loginName('  ＬＩＮ ')).toBe('lin')
  expect(loginName('+86 199-0000-0003')).toBe('19900000003')
  expect(loginName('0086 19900000003')).toBe('19900000003')
  expect(mobileOf('010-12345678')).toBeNull()
  expect(isLoginName('陆思远')).toBe(true)
  expect(isLoginName("o'hara")).toBe(false)
  expect(isLoginName('a')).toBe(false)
})

test('a sign-in asks one thing after the other', () => {
  const done = { kind: 'staff', factor: false, factorShown: false, mustChange: false, demanded: false } as const
  expect(stageOf(done)).toBe('full')
  expect(stageOf({ ...done, factor: true, mustChange: true })).toBe('secondFactor')
  expect(stageOf({ ...done, factor: true, factorShown: true, mustChange: true })).toBe('newPassword')
  expect(stageOf({ ...done, demanded: true })).toBe('enrol')
  expect(stageOf({ ...done, kind: 'customer', demanded: true })).toBe('full')
})

test('of several roles the widest sight counts', () => {
  const actor = { kind: 'staff', id: null, name: '', customerId: null, guestTokenHash: null } as const
  expect(contactSight({ ...actor, roles: ['REC', 'CSA'] })).toBe('full')
  expect(contactSight({ ...actor, roles: ['REC'] })).toBe('masked')
  expect(contactSight({ ...actor, roles: ['SYS', 'HR', 'CLNM'] })).toBe('none')
})
