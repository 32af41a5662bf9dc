import { expect, test } from 'vitest'
import { listOf, parseSearch, stringifySearch } from './router-search.ts'

test('a code that looks like a number stays text', () => {
  expect(parseSearch('?code=662E41&big=723421968459640832')).toEqual({ code: '662E41', big: '723421968459640832' })
})

test('empty values and empty lists leave the address', () => {
  expect(stringifySearch({ a: '', b: null, c: undefined, d: [] })).toBe('')
})

test('a list is joined by commas and read back', () => {
  const query = stringifySearch({ state: ['new', 'late'], page: 2 })
  expect(query).toBe('?state=new%2Clate&page=2')
  expect(listOf(parseSearch(query).state)).toEqual(['new', 'late'])
  expect(listOf(undefined)).toEqual([])
})
