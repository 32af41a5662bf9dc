import type { PriceItem } from '#kernel/process/moment.ts'

/** An item of the price list as it is shown publicly (明码标价, domain §3). Prices are fen for one unit. */
export interface ListedPrice extends PriceItem {
  readonly noteZh: string
  readonly noteEn: string
}

export interface PriceRow extends ListedPrice {
  /** versions already announced, in the order in which they will hold */
  readonly upcoming: readonly (ListedPrice & { readonly withdrawn: boolean })[]
}

export interface PriceList {
  readonly items: readonly PriceRow[]
  /** fewest days of notice for a change of price */
  readonly noticeDays: number
  readonly mayEdit: boolean
}

/** An item of a price list as a module writes it down. Prices are fen for one unit. */
export interface PriceSpec {
  readonly code: string
  readonly nameZh: string
  readonly nameEn: string
  readonly unitZh: string
  readonly unitEn: string
  readonly priceFen: number
  readonly secondPriceFen: number | null
  readonly minutes: number | null
  /** least quantity charged, a decimal of at most three places */
  readonly minimum: string | null
  readonly includesMaterial: boolean
  readonly noteZh: string
  readonly noteEn: string
}
