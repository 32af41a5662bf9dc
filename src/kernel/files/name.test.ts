import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName, disposition } from './name.ts'

test('a name keeps its words and loses its path, its tricks and its false extension', () => {
  expect(cleanName('照片 1.JPEG', 'jpg')).toBe('照片 1.jpg')
  expect(cleanName('C:\\temp\\..\\报修.png', 'webp')).toBe('报修.webp')
  expect(cleanName('../../etc/passwd', 'pdf')).toBe('passwd.pdf')
  expect(cleanName('a\u202Egpj.exe', 'jpg')).toBe('agpj.jpg')
  expect(cleanName('a\r\nSet-Cookie: x.pdf', 'pdf')).toBe('aSet-Cookie x.pdf')
  expect(cleanName('', 'pdf')).toBe('file.pdf')
  expect(cleanName('...', 'pdf')).toBe('file.pdf')
})

test('a name of any signs is one header line that says the name exactly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const name = cleanName(typed, 'pdf')
      expect(Array.from(name).length).toBeLessThanOrEqual(124)
      const header = disposition(name)
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.!~-]+$/)
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name)
    }),
  )
})
