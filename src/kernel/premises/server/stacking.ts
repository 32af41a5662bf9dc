import { sql } from 'kysely'
import type { IsoDate, IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { visible } from '#kernel/process/server/visible.ts'
import { customerSight } from '../customer-sight.ts'
import type { StackedUnit, Stacking } from '../view.ts'
import { letOn } from './people-at.ts'

/** The stacking plan: the house as it stands, floor over floor, in four queries whatever its size. */
export async function stackingOf(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  today: IsoDate,
  now: IsoInstant,
): Promise<Stacking> {
  const buildings = await tx
    .selectFrom('buildings')
    .select(['code', 'name_zh', 'name_en', 'use'])
    .orderBy('code')
    .execute()
  const floors = await tx
    .selectFrom('floors')
    .select(['building_code', 'floor', 'use'])
    .orderBy('floor', 'desc')
    .execute()
  const open = await openCases(tx, actor, modules, now)
  const full = customerSight(actor) === 'full'
  const rows = await unitsOn(tx, today)
  const floorArea = Map.groupBy(rows, floorOf)
  const units = rows.map((row) => ({
    at: floorOf(row),
    let: row.customer !== null,
    unit: {
      code: row.code,
      areaCm2: row.area_cm2,
      share: shareOf(row.area_cm2, floorArea.get(floorOf(row)) ?? []),
      use: row.use as StackedUnit['use'],
      tenant:
        row.customer === null ? null : { code: row.customer, shortName: row.short_name ?? '', vip: row.vip === true },
      leaseEnds: full ? row.ends : null,
      open: open.get(row.id)?.count ?? 0,
      worst: worstOf(open.get(row.id)),
    } satisfies StackedUnit,
  }))
  const onFloor = Map.groupBy(units, ({ at }) => at)
  return {
    towers: buildings.map((building) => {
      const inside = units.filter(({ at }) => at.startsWith(`${building.code} `))
      return {
        code: building.code,
        nameZh: building.name_zh,
        nameEn: building.name_en,
        use: building.use as Stacking['towers'][number]['use'],
        areaCm2: areaOf(inside),
        letCm2: areaOf(inside.filter((one) => one.let)),
        floors: floors
          .filter((floor) => floor.building_code === building.code)
          .map(({ floor, use }) => ({
            floor,
            use,
            units: (onFloor.get(`${building.code} ${floor}`) ?? []).map(({ unit }) => unit),
          })),
      }
    }),
  }
}

const floorOf = (row: { building_code: string; floor: number }) => `${row.building_code} ${row.floor}`

const areaOf = (units: readonly { unit: StackedUnit }[]) => units.reduce((sum, { unit }) => sum + unit.areaCm2, 0)

function shareOf(area: number, floor: readonly { area_cm2: number }[]): number {
  const total = floor.reduce((sum, one) => sum + one.area_cm2, 0)
  return total === 0 ? 0 : Math.round((area / total) * 10_000) / 10_000
}

const unitsOn = (tx: Tx, today: IsoDate) =>
  tx
    .selectFrom('units')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('tenancy_units')
          .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
          .innerJoin('customers', 'customers.id', 'tenancies.customer_id')
          .select([
            'tenancy_units.unit_id',
            'tenancies.ends',
            'customers.code as customer',
            'customers.short_name',
            'customers.vip',
          ])
          .where(letOn(today))
          .as('lease'),
      (join) => join.onRef('lease.unit_id', '=', 'units.id'),
    )
    .select(['units.id', 'units.code', 'units.building_code', 'units.floor', 'units.use', 'units.area_cm2'])
    .select(['lease.ends', 'lease.customer', 'lease.short_name', 'lease.vip'])
    .orderBy('units.building_code')
    .orderBy('units.floor', 'desc')
    .orderBy('units.position')
    .orderBy('units.code')
    .execute()

interface Open {
  readonly count: number
  readonly overdue: boolean
  readonly priority: number | null
}

async function openCases(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  now: IsoInstant,
): Promise<Map<string, Open>> {
  const shown = modules.filter(({ process }) => process.onPlan).map(({ process }) => process.name)
  if (shown.length === 0) return new Map()
  const rows = await tx
    .selectFrom('cases')
    .select((eb) => [
      'unit_id',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('priority').as('priority'),
      sql<boolean | null>`bool_or(due_at < ${now}::timestamptz and not paused)`.as('overdue'),
    ])
    .where('process', 'in', shown)
    .where('closed_at', 'is', null)
    .where('unit_id', 'is not', null)
    .where(visible(actor, modules))
    .groupBy('unit_id')
    .execute()
  return new Map(
    rows.map(({ unit_id, count, priority, overdue }) => [
      unit_id ?? '',
      { count, priority, overdue: overdue === true },
    ]),
  )
}

/** The gravest first: a broken promise, then the most urgent slip. */
export function worstOf(open: Open | undefined): StackedUnit['worst'] {
  if (open === undefined || open.count === 0) return null
  if (open.overdue) return 'overdue'
  return open.priority === 1 ? 'P1' : open.priority === 2 ? 'P2' : 'open'
}
