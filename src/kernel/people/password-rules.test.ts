import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weaknessOf } from './password-rules.ts'

test('a password has 8 to 128 characters, counted as people count them', () => {
  expect(weaknessOf('7 signs')).toBe('tooShort')
  expect(weaknessOf('一二三四五六七')).toBe('tooShort')
  expect(weaknessOf('山高月小水落石出')).toBeNull()
  expect(weaknessOf('😀🐎🏢🌧🗝🚪🪑🧯')).toBeNull()
  expect(weaknessOf(`${'ab cd-ef'.repeat(16)}`.slice(0, 128))).not.toBe('tooLong')
  expect(weaknessOf('x'.repeat(129))).toBe('tooLong')
})

test('what guessers try first is refused, also with a year, a sign or l33t spelling', () => {
  const common = [
    'password',
    'Password1!',
    'P@ssw0rd',
    'passw0rd2026',
    '12345678',
    '87654321',
    '1234567890',
    'qwertyuiop',
    'QWERTY123456',
    '1qaz2wsx',
    '1q2w3e4r',
    'zxcvbnm,./',
    'asdfghjkl',
    'iloveyou',
    'woaini520',
    'woaini1314',
    '5201314520',
    'adminadmin',
    'admin@123',
    'admin123456',
    'welcome2026',
    'letmein1',
    'abcd1234',
    'a1b2c3d4',
    'aaaaaaaa',
    'abababab',
    'abc123abc123',
    '19900101',
    '1990-01-01',
    '01011990',
    '13800138000',
    'dragon123',
    'sunshine1',
    '密码12345678',
    '我爱你我爱你我爱你',
    '!@#$%^&*',
    'wangyut2',
    'ＰＡＳＳＷＯＲＤ',
    'qazwsxedc',
    '147258369',
    '11223344',
    'computer1',
    'superman!!',
  ]
  for (const password of common) expect([password, weaknessOf(password)]).toEqual([password, 'common'])
})

test('the house, the person and the company are no password', () => {
  const context = ['lusiyuan', '陆思远', '北京砚溪律师事务所', 'yanxi', 'lu@example.com']
  for (const password of [
    'atrium2026',
    'Atrium中庭',
    '光大国际中心88',
    'lusiyuan88',
    '陆思远123456',
    'yanxi-2026',
    '北京砚溪律师事务所',
  ]) {
    expect([password, weaknessOf(password, context)]).toEqual([password, 'aboutYou'])
  }
})

test('a sentence is a good password, with blanks before it as well', () => {
  for (const password of [
    'correct horse battery staple',
    ' two grey herons',
    'tr8Fnz-quip',
    '春风又绿江南岸明月',
    'atrium seen from the seventh floor',
  ]) {
    expect([password, weaknessOf(password)]).toEqual([password, null])
  }
})

const anyText = fc
  .array(fc.integer({ min: 1, max: 0x10ffff }), { maxLength: 600 })
  .map((points) => String.fromCodePoint(...points))

test('every text of any length gets an answer, quickly', () => {
  fc.assert(
    fc.property(anyText, (text) => ['tooShort', 'tooLong', 'common', 'aboutYou', null].includes(weaknessOf(text))),
  )
  const from = performance.now()
  weaknessOf('a1'.repeat(64), Array(50).fill('a1a1a1a1a1a1'))
  expect(performance.now() - from).toBeLessThan(200)
})
