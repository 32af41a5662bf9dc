import { expect, test } from 'vitest'
import { repairPrices } from './prices.ts'

const of = (code: string) => repairPrices.find((item) => item.code === code)

test('the list has 44 items, R01 to R44, each named and measured in both languages', () => {
  expect(repairPrices.map(({ code }) => code)).toEqual(
    Array.from({ length: 44 }, (_, at) => `R${String(at + 1).padStart(2, '0')}`),
  )
  for (const { nameZh, nameEn, unitZh, unitEn, noteZh, noteEn } of repairPrices) {
    for (const zh of [nameZh, unitZh]) expect(zh).not.toBe('')
    for (const en of [nameEn, unitEn]) expect(en).toMatch(/^[\x20-\x7e²]+$/)
    expect(noteZh === '').toBe(noteEn === '')
  }
})

test('prices, second prices and least quantities are those of the list', () => {
  expect(repairPrices.reduce((sum, { priceFen }) => sum + priceFen, 0)).toBe(240_100)
  expect(of('R28')).toMatchObject({ priceFen: 4_000, secondPriceFen: 1_000 })
  expect(of('R30')).toMatchObject({ priceFen: 5_000, secondPriceFen: 2_000 })
  expect(of('R37')).toMatchObject({ priceFen: 3_500, minimum: '3' })
  expect(of('R41')).toMatchObject({ priceFen: 600, minimum: '50', includesMaterial: true })
  expect(of('R42')).toMatchObject({ priceFen: 1_500, minimum: '50', includesMaterial: true })
  expect(of('R44')).toMatchObject({ priceFen: 5_000, minutes: null })
})
