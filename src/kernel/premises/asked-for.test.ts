import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedFor } from './asked-for.ts'

test('one Han character or two of anything else is enough to look for', () => {
  expect(askedFor('漏')).toMatchObject({ text: '漏', brief: true })
  expect(askedFor('a')).toBeNull()
  expect(askedFor(' ')).toBeNull()
  expect(askedFor('ab')).toMatchObject({ letters: 'ab', brief: false })
})

test('a unit, a number, a telephone are known in every usual spelling', () => {
  for (const typed of ['1-1302', '1#1302', '11302', '1号楼1302', '１－１３０２'])
    expect([typed, askedFor(typed)?.unit]).toEqual([typed, '1-1302'])
  expect(askedFor('1302')).toMatchObject({ unit: null, unitPart: '1302', phone: '1302', number: null })
  expect(askedFor('1-13')).toMatchObject({ unitPart: '1-13' })
  for (const typed of ['GW-2026-0412', 'gw20260412', 'GW 2026 0412'])
    expect(askedFor(typed)?.number).toBe('GW-2026-0412')
  expect(askedFor('+86 199-0000-0003')?.phone).toBe('8619900000003')
  expect(askedFor('lüdi')?.letters).toBe('lvdi')
})

const anyText = fc
  .array(fc.integer({ min: 1, max: 0x10ffff }), { maxLength: 80 })
  .map((points) => String.fromCodePoint(...points))

test('any text can be asked for', () => {
  fc.assert(fc.property(anyText, (text) => askedFor(text) === null || true))
})
