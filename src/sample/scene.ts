import type { Actor } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { WorkingCalendar } from '#lib/working-calendar.ts'
import type { RepairState } from '#modules/repair/process/states.ts'
import type { RepairSlip } from '#modules/repair/slip.ts'
import type { Contact } from './customers.ts'
import { type Staff, staffNamed, staffWith } from './people.ts'
import type { Plan } from './plans.ts'
import type { Material } from './problems.ts'
import type { Hand, Step } from './tale.ts'

/* What a story is told with: who takes part in one slip, and how late it is in it. */

export type Member = Actor & { readonly id: string }

export type Story = Generator<Step, void, RepairSlip | null>
/** Part of a story; true: it ends here. */
export type Chapter = Generator<Step, boolean, RepairSlip | null>

export interface Scene extends Hand {
  readonly plan: Plan
  readonly staff: Staff
  readonly now: IsoInstant
  readonly desk: Member
  readonly worker: Member
  readonly mate: Member
  readonly authorised: Contact | null
  readonly reporter: {
    readonly name: string
    readonly phone: string
    readonly actor: Actor
    readonly contact: Contact | null
  }
  /** when the customer expects somebody; null: at once */
  slot: { readonly start: IsoInstant; readonly end: IsoInstant } | null
  readonly ownMaterial: boolean
  readonly materials: readonly Material[]
  finishedOnce: boolean
}

export const stands = (scene: Scene, state: RepairState): boolean => scene.plan.standing?.state === state

const specialists: Readonly<Partial<Record<RepairSlip['category'], string>>> = {
  power: '王志勇',
  airCon: '李卫东',
  plumbing: '张德海',
  network: '刘洪',
  fire: '刘洪',
  doors: '陈立',
  lift: '赵亮',
}
const generalists = ['陈立', '赵亮', '孙伟', '吴强']
const assistants = ['陆思远', '苏瑾', '韩宁', '江一帆', '白露']
const watchers = ['冯涛', '蒋宏', '魏东', '邓超', '曹阳', '付玉兰']

export function sceneOf(plan: Plan, staff: Staff, calendar: WorkingCalendar, now: IsoInstant): Scene {
  const { luck, tenant, problem } = plan
  const own = tenant?.assistant ?? staffNamed(staff, luck.pick(assistants))
  const desk = luck.often(0.9) ? own : staffWith(staff, 'CSS')
  const known = specialists[problem.category]
  const worker = staffNamed(staff, known !== undefined && luck.often(0.8) ? known : luck.pick(generalists))
  const mate = staffNamed(staff, luck.pick(generalists.filter((name) => name !== worker.name)))
  return {
    plan,
    staff,
    calendar,
    luck,
    now,
    desk,
    worker,
    mate,
    authorised: tenant?.people.find(({ authorised }) => authorised) ?? null,
    reporter: reporterOf(plan, staff, own),
    t: plan.at,
    slot: plan.slot,
    ownMaterial: plan.chargeable && problem.materials.length > 0 && luck.often(0.12),
    materials: problem.materials,
    finishedOnce: false,
  }
}

/** Who says that something is broken. In common areas it is whoever of the house walks by. */
function reporterOf(plan: Plan, staff: Staff, own: Member): Scene['reporter'] {
  const { luck, tenant } = plan
  if (tenant === null) {
    const watcher = luck.often(0.6) ? staffNamed(staff, luck.pick(watchers)) : own
    return { name: watcher.name, phone: '199-0000-0000', actor: watcher, contact: null }
  }
  const contact = luck.pick(tenant.people)
  const answering = luck.weighted<Member>([
    [own, 45],
    [staffNamed(staff, luck.pick(['方静', '段梅', '石磊'])), 35],
    [staffNamed(staff, luck.pick(['叶舒', '程果', '毛雨', '邹颖'])), 18],
    [staffNamed(staff, luck.pick(['马小川', '罗晴', '丁香'])), 2],
  ])
  return { name: contact.name, phone: contact.phone, actor: answering, contact }
}
