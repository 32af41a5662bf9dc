import type { Actor } from '#kernel/process/roles.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import type { ComplaintSlip } from '#modules/complaint/slip.ts'
import { guestOf } from '../counter/people-around.ts'
import type { Contact, Tenant } from '../customers.ts'
import { type Staff, staffNamed, staffWith } from '../people.ts'
import type { Chance } from '../random.ts'
import type { Member } from '../scene.ts'
import type { Hand, Stage } from '../tale.ts'
import type { Department, Trouble } from './troubles.ts'

/* Who takes part in one complaint. */

export interface Matter {
  readonly at: IsoInstant
  readonly trouble: Trouble
  readonly tenant: Tenant
  readonly channel: ComplaintSlip['channel']
  readonly source: ComplaintSlip['source']
  readonly written: boolean
  readonly luck: Chance
}

export interface Complaint extends Hand, Matter {
  readonly staff: Staff
  readonly now: IsoInstant
  readonly unit: Tenant['units'][number]
  readonly contact: Contact
  readonly authorised: Contact
  readonly assistant: Member
  readonly lead: Member
  readonly manager: Member
  readonly pm: Member
  readonly taker: Actor
  /** asks the customer: nobody of a department at fault */
  readonly asker: Member
  /** when the measures of each department are to be in place */
  readonly measures: Map<Department, IsoInstant>
  /** until when the departments are asked to be done; null: in the time the customer was promised */
  readonly requiredBy: IsoInstant | null
  /** as the rule or somebody has set it by now */
  grade: ComplaintSlip['grade']
  round: number
  roundStarted: IsoInstant
}

export function castOf(stage: Stage, matter: Matter, requiredBy: IsoInstant | null = null): Complaint {
  const { staff, calendar, now } = stage
  const { luck, tenant, trouble } = matter
  const contact = luck.pick(tenant.people)
  const authorised = tenant.people.find((one) => one.authorised) ?? contact
  const assistant = tenant.assistant
  const pm = staffWith(staff, 'PM')
  return {
    ...matter,
    staff,
    calendar,
    now,
    t: matter.at,
    unit: luck.pick(tenant.units),
    contact: matter.source === 'portal' ? authorised : contact,
    authorised,
    assistant,
    lead: staffNamed(staff, '何景川'),
    manager: staffWith(staff, 'CSM'),
    pm,
    taker: takerOf(staff, matter, assistant, authorised),
    asker: trouble.departments.includes('customerService') ? pm : assistant,
    measures: new Map(),
    requiredBy,
    grade: 'general',
    round: 1,
    roundStarted: matter.at,
  }
}

function takerOf(staff: Staff, { channel, source, luck, tenant }: Matter, own: Member, authorised: Contact): Actor {
  const named = (...names: string[]) => staffNamed(staff, luck.pick(names))
  if (source === 'portal' && authorised.actor) return authorised.actor
  if (source === 'qr') return guestOf(tenant, authorised.name)
  if (source === 'patrol') return named('冯涛', '蒋宏', '魏东')
  if (source === 'thirdParty' || source === 'hotline12345') return staffNamed(staff, '何景川')
  if (channel === 'letter') return luck.often(0.6) ? named('马小川', '宋佳') : own
  if (channel === 'faceToFace') return luck.often(0.6) ? named('叶舒', '程果', '毛雨', '邹颖') : own
  if (channel === 'phone' && luck.often(0.55))
    return luck.often(0.7) ? named('方静', '段梅', '石磊') : named('叶舒', '程果', '毛雨', '邹颖')
  return own
}

const specialists: Readonly<Partial<Record<Trouble['category'], string>>> = {
  temperature: '李卫东',
  lift: '赵亮',
  fire: '刘洪',
  repairs: '王志勇',
  fitOut: '孙伟',
  other: '王志勇',
}

/** Of each department who usually does it. */
const doers: Readonly<Record<Department, string>> = {
  engineering: '陈立',
  security: '邓超',
  cleaning: '付玉兰',
  finance: '姚琳',
  leasing: '邱诚',
  hr: '袁芳',
  customerService: '唐婉清',
}

/** Who of the department does it. */
export function doerOf({ staff, trouble: { category } }: Complaint, department: Department): Member {
  const special = department === 'engineering' ? specialists[category] : null
  const ofCars = department === 'security' && category === 'parking' ? '曹阳' : null
  return staffNamed(staff, special ?? ofCars ?? doers[department])
}

const heads = {
  engineering: 'ENGM',
  security: 'SECM',
  cleaning: 'CLNM',
  finance: 'FINM',
  leasing: 'LEA',
  hr: 'HR',
  customerService: 'CSM',
} as const
export const headOf = ({ staff }: Complaint, department: Department): Member => staffWith(staff, heads[department])

/** Who judges the measures of a department, and what was done for the complaint: never the department itself. */
export const judgeOf = ({ manager, pm }: Complaint, department: Department): Member =>
  department === 'customerService' ? pm : manager

/** What the customer was promised first: two hours where it affects him directly, a day otherwise. */
export const firstPromise = ({ trouble, roundStarted }: Complaint): IsoInstant =>
  plusMinutes(roundStarted, trouble.direct ? 120 : 1440)
