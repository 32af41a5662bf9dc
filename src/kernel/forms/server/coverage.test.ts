import { expect, test } from 'vitest'
import { inCoverage } from './coverage.ts'

test('rare surnames the fonts have are kept, and those they lack become 〓', async () => {
  expect(await inCoverage({ name: '䶮堃翀犇', other: ['𠮷田', '☑'] })).toEqual({
    name: '䶮堃翀犇',
    other: ['〓田', '〓'],
  })
})

test('controls, direction marks and lone surrogates never reach the page', async () => {
  expect(await inCoverage('a\u0000b\u202ec\ud800d\r\ne\tf\u200bg')).toBe('abc〓d\ne fg')
})

test('bytes, numbers and nulls pass untouched', async () => {
  const data = { picture: new Uint8Array([1, 2]), on: true, count: 3, none: null }
  expect(await inCoverage(data)).toEqual(data)
})
