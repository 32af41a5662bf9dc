import { sql } from 'kysely'
import { StartError } from '#kernel/database/start-error.ts'
import { json, type Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import { seedPrices } from '#kernel/ledger/server/prices.ts'
import { seedCalendar } from '#kernel/parameters/server/calendar.ts'
import { ownPassword } from '#kernel/people/server/accounts.ts'
import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoInstant, plusDays } from '#lib/time.ts'
import { repairPrices } from '#modules/repair/prices.ts'
import { putBuildings } from './buildings.ts'
import { countCalls } from './counted-calls.ts'
import { putCustomers } from './customers.ts'
import { houseWorld } from './house-world.ts'
import { live } from './living.ts'
import { deliverAll } from './messages.ts'
import { drawPassphrase } from './passphrase.ts'
import { putStaff } from './people.ts'
import { signQuality } from './quality-sheets.ts'
import { showProgress } from './progress.ts'
import { chance } from './random.ts'
import { keepSignIns } from './sign-ins.ts'
import { drawSignatures } from './signatures.ts'
import { allTales } from './tales.ts'
import { sampleWords } from './words.ts'

/** Of the block of numbers that belongs to nobody. */
const deskPhone = '199-0000-0100'

export interface Wishes {
  /** repair slips; 900 unless told (domain §12.5) */
  readonly slips?: number
  /** hears what is said on the terminal; null: nothing is said */
  readonly terminal?: NodeJS.WriteStream | null
}

/**
 * Puts the sample building (domain §12) into an empty house: all of it in one transaction, so that a start that is
 * interrupted leaves nothing and the next one begins anew. The same day gives the same building; only ids, door codes and
 * the passphrase are new each time. Does nothing, and returns false, when there are people in the house.
 */
export async function loadSampleIfEmpty(house: House, varDir: string, wishes: Wishes = {}): Promise<boolean> {
  if (await house.database.asHouse(isInhabited)) return false
  const began = performance.now()
  const terminal = wishes.terminal === undefined ? process.stdout : wishes.terminal
  terminal?.write(`${sampleWords.loading.zh}\n  ${sampleWords.loading.en}\n`)
  const now = house.now()
  const luck = chance(`sample ${dateOf(now)}`)
  const passphrase = drawPassphrase()
  const way = await ownPassword(passphrase)
  const signatures = await drawSignatures(house.filesDir, luck.branch('signatures'))
  const slips = wishes.slips ?? 900
  try {
    const loaded = await house.database.asHouse(async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('sample'))`.execute(tx)
      if (await isInhabited(tx)) return false
      await planForMany(tx)
      const settled = await settle(tx, house, { way, luck, now })
      const progress = showProgress(terminal, now)
      const calendar = house.rulebook.calendar()
      const { staff, tenants } = settled
      const stage = { staff, tenants, calendar, now, luck }
      await live(houseWorld(tx, { house, staff, signatures, each: progress.reached }), allTales(stage, slips), now)
      await planEachTime(tx)
      await countCalls(tx, { ...stage, luck: luck.branch('calls') })
      await signQuality(tx, house, { ...stage, luck: luck.branch('quality') })
      await deliverAll(tx, house, now)
      progress.finished()
      keepSignIns(varDir, passphrase, settled.signIns)
      return true
    })
    if (!loaded) return false
  } catch (error) {
    throw Object.assign(new StartError(sampleWords.halved), { cause: error })
  }
  // The planner has never seen these tables full.
  await sql`analyze`.execute(house.database.kysely)
  await house.database.asHouse((tx) => house.rulebook.renew(tx))
  const { zh, en } = sampleWords.loaded(slips, performance.now() - began)
  terminal?.write(`${zh}\n  ${en}\n`)
  return true
}

async function isInhabited(tx: Tx): Promise<boolean> {
  return (await tx.selectFrom('people').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** The same few hundred statements a hundred thousand times, on tables nobody has counted yet: plan once, by the indexes. */
const planForMany = (tx: Tx) =>
  sql`select set_config('jit', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true),
    set_config('enable_seqscan', 'off', true)`.execute(tx)

const planEachTime = (tx: Tx) =>
  sql`select set_config('plan_cache_mode', 'auto', true), set_config('enable_seqscan', 'on', true)`.execute(tx)

/** The house as it stood before the first repair of the half year. */
async function settle(
  tx: Tx,
  house: House,
  {
    way,
    luck,
    now,
  }: { way: Awaited<ReturnType<typeof ownPassword>>; luck: ReturnType<typeof chance>; now: IsoInstant },
) {
  const today = dateOf(now)
  const at = atClock(plusDays(today, -400), '09:00')
  await seedCalendar(tx)
  await seedPrices(tx, repairPrices, at)
  await tx
    .insertInto('parameters')
    .values({ key: 'company.desk_phone', effective_from: at, value: json(deskPhone) })
    .execute()
  await house.rulebook.renew(tx)
  const units = await putBuildings(tx, at)
  const { staff, signIns } = await putStaff(tx, way, at)
  const customers = await putCustomers(tx, { staff, units, way, luck: luck.branch('customers'), today, at })
  return { staff, tenants: customers.tenants, signIns: [...signIns, ...customers.signIns] }
}
