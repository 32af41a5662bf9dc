/** Parameters, calendar and price list in memory, as they hold at any moment; renewed as a whole, never in part. */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { Rulebook } from '#kernel/http/server/house.ts'
import type { ListedPrice } from '#kernel/ledger/price-view.ts'
import type { IsoInstant } from '#lib/time.ts'
import { type CalendarData, type DayKind, type WorkingCalendar, workingCalendar } from '#lib/working-calendar.ts'
import type { Declared } from '../declare.ts'
import { serviceHoursKey } from '../kernel.ts'

interface Version<Value> {
  readonly from: IsoInstant
  readonly value: Value
}

/** Versions by key, each in the order in which they take effect. */
type History<Value> = ReadonlyMap<string, readonly Version<Value>[]>

interface Snapshot {
  readonly parameters: History<unknown>
  readonly prices: History<ListedPrice & { readonly withdrawn: boolean }>
  readonly days: CalendarData['days']
}

/** Must be renewed once before it is asked anything. `now` decides which service hours the calendar counts by. */
export function openRulebook(
  known: Declared,
  now: () => IsoInstant,
): Rulebook & { prices(at: IsoInstant): readonly ListedPrice[] } {
  let current: Snapshot | null = null
  let counted: { days: Snapshot['days']; hours: unknown; calendar: WorkingCalendar } | null = null

  const snapshot = (): Snapshot => {
    if (current === null) throw new Error('the rulebook was not read yet')
    return current
  }
  const parameter = <T>(key: string, at: IsoInstant): T => {
    const declaration = known.get(key)
    if (declaration === undefined) throw new Error(`no parameter is called ${key}`)
    const version = inForce(snapshot().parameters.get(key), at)
    return (version === null ? declaration.default : version.value) as T
  }
  const price = (code: string, at: IsoInstant): ListedPrice | null => {
    const version = inForce(snapshot().prices.get(code), at)
    return version === null || version.value.withdrawn ? null : version.value
  }

  return {
    parameter,
    calendar() {
      const { days } = snapshot()
      const hours = parameter<CalendarData['hours']>(serviceHoursKey, now())
      if (counted === null || counted.days !== days || counted.hours !== hours) {
        counted = { days, hours, calendar: workingCalendar({ days, hours }) }
      }
      return counted.calendar
    },
    price,
    prices: (at) => [...snapshot().prices.keys()].flatMap((code) => price(code, at) ?? []),
    async renew(tx) {
      current = await readSnapshot(tx, known)
    },
  }
}

/** The channel on which servers tell each other that the rules changed. */
export const rulesChannel = 'atrium_rules'

/** After the commit every server reads the rules again. */
export async function announceRules(tx: Tx): Promise<void> {
  await sql`select pg_notify(${rulesChannel}, '')`.execute(tx)
}

function inForce<Value>(versions: readonly Version<Value>[] | undefined, at: IsoInstant): Version<Value> | null {
  return versions?.findLast((version) => version.from <= at) ?? null
}

/** A stored value its schema no longer takes (the program changed since) does not count: the version before it holds. */
async function readSnapshot(tx: Tx, known: Declared): Promise<Snapshot> {
  const parameters = await tx
    .selectFrom('parameters')
    .select(['key', 'effective_from', 'value'])
    .orderBy('key')
    .orderBy('effective_from')
    .execute()
  const days = await tx.selectFrom('calendar_days').select(['day', 'kind']).execute()
  return {
    parameters: history(
      parameters.flatMap(({ key, effective_from, value }) => {
        const read = known.get(key)?.schema.safeParse(value)
        return read?.success ? [{ key, from: effective_from, value: read.data }] : []
      }),
    ),
    prices: history((await readPrices(tx)).map((item) => ({ key: item.code, from: item.effectiveFrom, value: item }))),
    days: Object.fromEntries(days.map(({ day, kind }) => [day, kind as DayKind])),
  }
}

function history<Value>(rows: readonly { key: string; from: IsoInstant; value: Value }[]): History<Value> {
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, versions]) => [
      key,
      versions.map(({ from, value }) => ({ from, value })),
    ]),
  )
}

async function readPrices(tx: Tx): Promise<(ListedPrice & { withdrawn: boolean })[]> {
  return await tx
    .selectFrom('price_items')
    .select([
      'code',
      'name_zh as nameZh',
      'name_en as nameEn',
      'unit_zh as unitZh',
      'unit_en as unitEn',
      'price_fen as priceFen',
      'second_price_fen as secondPriceFen',
      'minutes',
      sql<string | null>`trim_scale(minimum)::text`.as('minimum'),
      'includes_material as includesMaterial',
      'note_zh as noteZh',
      'note_en as noteEn',
      'withdrawn',
      'effective_from as effectiveFrom',
    ])
    .orderBy('code')
    .orderBy('effective_from')
    .execute()
}
