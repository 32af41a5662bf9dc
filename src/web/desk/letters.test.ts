import { expect, test } from 'vitest'
import { lettersOf, newKeys } from './letters.ts'

test('two procedures with the same first letter get two keys', () => {
  expect(lettersOf(['repair', 'rental-space', 'retrieval'])).toEqual({
    repair: 'r',
    'rental-space': 'e',
    retrieval: 't',
  })
})

test('a letter of the menu is not taken again, and who finds none goes without', () => {
  expect(lettersOf(['parking', 'pp'], ['p'])).toEqual({ parking: 'a' })
  expect(newKeys(lettersOf(['pp'], ['p'])['pp'])).toBeUndefined()
  expect(newKeys('r')).toBe('N R')
})
