import { plansFor } from './plans.ts'
import { sceneOf } from './scene.ts'
import { story } from './story.ts'
import type { Stage, Tale } from './tale.ts'

/** So many repair slips of half a year, each with its story (domain §12.5). */
export function repairTales({ tenants, calendar, now, luck, staff }: Stage, count: number): Tale[] {
  return plansFor({ count, tenants, calendar, now, luck }).map((plan) => ({
    process: 'repair',
    story: story(sceneOf(plan, staff, calendar, now)),
    luck: plan.luck,
    heard: () => plan.standing?.unheard !== true,
  }))
}
