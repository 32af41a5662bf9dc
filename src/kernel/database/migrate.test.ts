import { describe, expect, test } from 'vitest'
import { type Migration, pending } from './migrate.ts'

const first: Migration = { name: '0001-people.sql', sql: 'create table a ()', sha256: 'aa' }
const second: Migration = { name: '0002-cases.sql', sql: 'create table b ()', sha256: 'bb' }

describe('what is still to be applied', () => {
  test('an empty database gets every file in order', () => {
    expect(pending([first, second], new Map())).toEqual([first, second])
  })

  test('an applied file is not applied again', () => {
    expect(pending([first, second], new Map([['0001-people.sql', 'aa']]))).toEqual([second])
  })

  test('an applied file that was changed since is refused by name', () => {
    expect(() => pending([first], new Map([['0001-people.sql', 'other']]))).toThrow(/0001-people\.sql/)
  })

  test('a database newer than the program is refused', () => {
    expect(() => pending([first], new Map([['0009-future.sql', 'ff']]))).toThrow(/0009-future\.sql/)
  })
})
