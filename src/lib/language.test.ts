import { expect, test } from 'vitest'
import { fromAcceptLanguage, say } from './language.ts'

test('a pair is said in the language asked for', () => {
  expect(say({ zh: '天', en: 'day' }, 'zh')).toBe('天')
  expect(say({ zh: '天', en: 'day' }, 'en')).toBe('day')
})

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['*', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['en-GB,en;q=0.9', 'en'],
  ['EN', 'en'],
  ['fr-FR, en;q=0.3', 'en'],
  ['fr', 'zh'],
  ['zh;q=0.3, en ; q=0.7', 'en'],
  ['en;q=0, *;q=0.1', 'zh'],
  ['en;q=0', 'zh'],
  ['en;q=nonsense, zh;q=0.1', 'zh'],
  ['english', 'zh'],
  [';;,,;q=', 'zh'],
] as const)('%j asks for %s', (header, language) => {
  expect(fromAcceptLanguage(header)).toBe(language)
})
