import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubled, escapeLike, halfWidth, isStorable, maskId, maskName, maskPhone, normalise } from './text.ts'

const mixed = fc.string({ unit: fc.constantFrom(...'aZ \t\u3000Ａ１İſßΣﬁ²Å\u0307\u030A中庭𠮷🏢㎡\u00A0') })

test('text with a NUL or half a character cannot be stored', () => {
  expect(isStorable('光大 𠮷 🏢\n')).toBe(true)
  expect(isStorable('')).toBe(true)
  expect(isStorable('a\0b')).toBe(false)
  expect(isStorable('\uD842')).toBe(false)
  expect(isStorable('\uDFB7x')).toBe(false)
})

test('only full-width signs become half-width', () => {
  expect(halfWidth('１－Ａ：￥\u3000２²①')).toBe('1-A:¥ 2²①')
})

test('search compares without case, width or runs of spaces', () => {
  expect(normalise('  ＡＢＣ\u3000\t光大  Tower ')).toBe('abc 光大 tower')
  fc.assert(
    fc.property(mixed, (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text))
    }),
  )
})

test('every code point is doubled, also beyond the basic plane', () => {
  expect(doubled('中庭𠮷a')).toBe('中中庭庭𠮷𠮷aa')
  fc.assert(
    fc.property(mixed, mixed, (a, b) => {
      expect(doubled(a + b)).toBe(doubled(a) + doubled(b))
    }),
  )
})

test('a pattern character typed by a user stands for itself', () => {
  expect(escapeLike('100%_\\')).toBe('100\\%\\_\\\\')
})

test('names, telephone numbers and identity numbers are hidden', () => {
  expect(maskName('张伟')).toBe('张*')
  expect(maskName('欧阳娜娜')).toBe('欧***')
  expect(maskName('𠮷田')).toBe('𠮷*')
  expect(maskName('张')).toBe('*')
  expect(maskName('')).toBe('')
  expect(maskName('John Smith')).toBe('J*** S****')
  expect(maskPhone('19900000001')).toBe('199****0001')
  expect(maskPhone('+86 199-0000-0001')).toBe('86199****0001')
  expect(maskPhone('010-88880000')).toBe('010****0000')
  expect(maskPhone('88880000')).toBe('****0000')
  expect(maskPhone('１９９００００0001')).toBe('199****0001')
  expect(maskPhone('8001')).toBe('****')
  expect(maskPhone('')).toBe('')
  expect(maskId('11010519491231002X')).toBe('110***********002X')
  expect(maskId('E12345678')).toBe('E******78')
  expect(maskId('123')).toBe('***')
})
