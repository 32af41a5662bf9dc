import type { Tx } from '#kernel/database/database.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { PriceSpec } from '../price-view.ts'

/** The list a new building starts with; an item that already has a version is left alone. */
export async function seedPrices(tx: Tx, items: readonly PriceSpec[], from: IsoInstant): Promise<void> {
  const known = new Set(
    (await tx.selectFrom('price_items').select('code').distinct().execute()).map(({ code }) => code),
  )
  const rows = items.filter(({ code }) => !known.has(code)).map((item) => priceRow(item, from))
  if (rows.length > 0) await tx.insertInto('price_items').values(rows).execute()
}

export const priceRow = (item: PriceSpec, from: IsoInstant) => ({
  code: item.code,
  effective_from: from,
  book: 'repair',
  name_zh: item.nameZh,
  name_en: item.nameEn,
  unit_zh: item.unitZh,
  unit_en: item.unitEn,
  price_fen: item.priceFen,
  second_price_fen: item.secondPriceFen,
  minutes: item.minutes,
  minimum: item.minimum,
  includes_material: item.includesMaterial,
  note_zh: item.noteZh,
  note_en: item.noteEn,
})
