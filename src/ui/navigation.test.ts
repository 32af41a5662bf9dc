import { expect, test } from 'vitest'
import { isCurrent } from './navigation.tsx'

test('a menu item is current on its page and below it', () => {
  expect(isCurrent('/slips', '/slips')).toBe(true)
  expect(isCurrent('/slips/GW-2026-0412', '/slips')).toBe(true)
  expect(isCurrent('/slips-old', '/slips')).toBe(false)
})

test('the home of an area is current only on itself', () => {
  expect(isCurrent('/slips', '/')).toBe(false)
  expect(isCurrent('/', '/')).toBe(true)
  expect(isCurrent('/m/jobs', '/m/')).toBe(false)
  expect(isCurrent('/m', '/m/')).toBe(true)
  expect(isCurrent('/c/bills', '/c/')).toBe(false)
})
