import type { IsoDate } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { LoadedModule } from '#kernel/http/server/house.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { customerSight, hasAny } from '../customer-sight.ts'
import type { Door, UnitCard } from '../view.ts'
import { casesFor, lineOf } from './case-lines.ts'
import { letOn } from './people-at.ts'
import { notFound } from './refusals.ts'

/** One unit: who is in it, what is open. A tenant sees the units he rents today and no others. */
export async function unitCardOf(
  tx: Tx,
  actor: Actor,
  modules: readonly LoadedModule[],
  code: string,
  today: IsoDate,
): Promise<UnitCard> {
  const unit = await tx
    .selectFrom('units')
    .innerJoin('buildings', 'buildings.code', 'units.building_code')
    .select(['units.id', 'units.code', 'units.floor', 'units.use', 'units.area_cm2', 'units.report_token'])
    .select(['buildings.code as building', 'buildings.name_zh', 'buildings.name_en'])
    .where('units.code', '=', code)
    .executeTakeFirst()
  if (unit === undefined) throw notFound()
  const tenant = await tx
    .selectFrom('tenancy_units')
    .innerJoin('tenancies', 'tenancies.id', 'tenancy_units.tenancy_id')
    .innerJoin('customers', 'customers.id', 'tenancies.customer_id')
    .select(['customers.id', 'customers.code', 'customers.short_name', 'tenancies.ends'])
    .where('tenancy_units.unit_id', '=', unit.id)
    .where(letOn(today))
    .executeTakeFirst()
  if (actor.kind === 'customer' && tenant === undefined) throw notFound()
  const sight = customerSight(actor)
  const open = await casesFor(tx, actor, modules)
    .where('cases.unit_id', '=', unit.id)
    .where('cases.closed_at', 'is', null)
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(50)
    .execute()
  return {
    id: unit.id,
    code: unit.code,
    building: { code: unit.building, nameZh: unit.name_zh, nameEn: unit.name_en },
    floor: unit.floor,
    use: unit.use as UnitCard['use'],
    areaCm2: unit.area_cm2,
    tenant:
      tenant === undefined || sight === 'none'
        ? null
        : {
            id: tenant.id,
            code: tenant.code,
            shortName: tenant.short_name,
            leaseEnds: sight === 'full' ? tenant.ends : null,
          },
    open: open.map(lineOf),
    doorToken: hasAny(actor, ['CSM', 'CSS', 'CSA', 'SYS']) ? unit.report_token : null,
  }
}

/** What the QR code on a door tells anybody who stands before it: where he is, never whose it is. */
export async function doorOf(tx: Tx, token: string): Promise<Door> {
  const unit = await tx
    .selectFrom('units')
    .innerJoin('buildings', 'buildings.code', 'units.building_code')
    .select(['units.code', 'buildings.name_zh', 'buildings.name_en'])
    .where('units.report_token', '=', token)
    .executeTakeFirst()
  if (unit === undefined) throw notFound()
  return { building: { nameZh: unit.name_zh, nameEn: unit.name_en }, unit: unit.code }
}
