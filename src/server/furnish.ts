import { repairPrices } from '#modules/repair/prices.ts'
import type { House } from '#kernel/http/server/house.ts'
import { seedPrices } from '#kernel/ledger/server/prices.ts'
import { seedCalendar } from '#kernel/parameters/server/calendar.ts'

/** What a house without the sample building still needs on its first day: the working calendar and the price list (domain §1.2, §3.4). */
export async function furnish(house: House): Promise<void> {
  await house.database.asHouse(async (tx) => {
    const day = await tx.selectFrom('calendar_days').select('day').limit(1).executeTakeFirst()
    const price = await tx.selectFrom('price_items').select('code').limit(1).executeTakeFirst()
    if (!day) await seedCalendar(tx)
    if (!price) await seedPrices(tx, repairPrices, house.now())
    await house.rulebook.renew(tx)
  })
}
