import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import type { EnquirySlip } from '#modules/enquiry/slip.ts'
import { lately, nextSlot, pastServiceTime } from '../hours.ts'
import { staffNamed, staffWith } from '../people.ts'
import type { Chance } from '../random.ts'
import { type Hand, pass, passOpen, type Stage, type Story, type Tale } from '../tale.ts'
import { englishEnquiries, enquiryList } from './enquiry-list.ts'
import { tenantCalled, tenantOn } from './people-around.ts'

/* 问询: most are answered while the enquirer is there; the others go to a department, or are promised for later. */

/** Of those open today: how many service minutes ago, and how far they have come. */
const standings = [
  { ago: 150, how: 'red' },
  { ago: 25, how: 'transferred' },
  { ago: 55, how: 'promised' },
  { ago: 80, how: 'answered' },
  { ago: 6, how: 'fresh' },
] as const
type Standing = (typeof standings)[number]['how']

export function enquiryTales(stage: Stage, count: number): Tale[] {
  const { luck, now, calendar } = stage
  const open = standings.slice(0, Math.max(2, Math.min(standings.length, count)))
  return [
    ...open.map(({ ago, how }) => enquiryTale(stage, lately(calendar, now, ago), how, luck.branch(`open ${how}`))),
    ...Array.from({ length: Math.max(0, count - open.length) }, (_, place) => {
      const branch = luck.branch(`enquiry ${place}`)
      return enquiryTale(stage, pastServiceTime(calendar, now, [2, 90], branch), null, branch)
    }),
  ]
}

function enquiryTale(stage: Stage, at: IsoInstant, standing: Standing | null, luck: Chance): Tale {
  const hand: Hand = { calendar: stage.calendar, luck, t: at }
  const heard = () => standing !== 'red'
  return { process: 'enquiry', story: story(stage, hand, standing), luck, heard }
}

type Kind = 's' | 'r' | 'e' | 'c' | 's2' | 'f' | 'l'
const departments: Readonly<Partial<Record<Kind, NonNullable<EnquirySlip['department']>>>> = {
  e: 'engineering',
  c: 'cleaning',
  s2: 'security',
  f: 'finance',
  l: 'leasing',
}
const answering = { engineering: 'ENGM', cleaning: 'CLNM', security: 'SECM', finance: 'FIN', leasing: 'LEA' } as const

const fits: Readonly<Record<Standing, (kind: string) => boolean>> = {
  red: (kind) => kind === 'r',
  transferred: (kind) => kind === 'f' || kind === 'e',
  promised: (kind) => kind === 'r',
  answered: (kind) => kind === 'f',
  fresh: (kind) => kind === 'r',
}

function* story(stage: Stage, hand: Hand, standing: Standing | null): Story {
  const { luck } = hand
  const { staff } = stage
  const english = standing === null && luck.often(0.06)
  const rows = enquiryList.filter((row) => standing === null || fits[standing](row.split('|')[0] ?? ''))
  const [kind, question = '', answer = ''] = luck.pick(english ? englishEnquiries : rows).split('|')
  const tenant = english ? tenantCalled(stage.tenants, 'T011') : tenantOn(stage.tenants, dateOf(hand.t), luck)
  const known = english || standing !== null || luck.often(0.7)
  const person = luck.pick(tenant.people)
  const taker = staffNamed(staff, luck.pick(['方静', '段梅', '石磊', '叶舒', '程果', '毛雨', '邹颖']))
  const inPortal =
    kind !== 's' && standing === null && luck.often(0.15) && person.actor?.roles.some((role) => role !== 'TFIN')
  const channel = luck.weighted([
    ['phone', 6],
    ['counter', 3],
    ['email', 1],
  ] as const)
  const who = known
    ? { enquirer: person.name, enquirerCompany: tenant.name, enquirerPhone: person.phone }
    : { enquirer: luck.pick(['访客', '路过的先生', '']), enquirerPhone: `199-0000-${luck.between(7000, 7999)}` }
  const header = { customerId: known ? tenant.id : null, unitId: null, contactId: known ? person.id : null }
  const atOnce = kind === 's' ? { answer } : {}
  if (inPortal && person.actor) {
    const portal = { customerId: tenant.id, unitId: null, contactId: null }
    yield { at: hand.t, by: person.actor, action: 'open', header: portal, input: { channel: 'portal', question } }
  } else yield { at: hand.t, by: taker, action: 'open', header, input: { channel, ...who, question, ...atOnce } }
  if (kind === 's' || standing === 'red' || standing === 'fresh') return
  yield* followed(stage, hand, { taker, kind: kind as Kind, answer, standing, inPortal: inPortal === true })
}

interface Followed {
  readonly taker: ReturnType<typeof staffNamed>
  readonly kind: Kind
  readonly answer: string
  readonly standing: Standing | null
  /** who asked in the portal reads the answer there */
  readonly inPortal: boolean
}

function* followed(stage: Stage, hand: Hand, { taker, kind, answer, standing, inPortal }: Followed): Story {
  const { luck, calendar } = hand
  const alreadyTold = standing === null && luck.often(0.5)
  const department = departments[kind]
  if (department === undefined) {
    const from = standing === null ? hand.t : stage.now
    const replyBy = standing === null ? plusMinutes(from, 240) : nextSlot(calendar, plusMinutes(from, 180)).end
    yield { at: pass(hand, 1, 5), by: taker, action: 'promise', input: { replyBy } }
    if (standing === 'promised') return
    yield {
      at: pass(hand, 30, luck.often(0.1) ? 300 : 150),
      by: taker,
      action: 'reply',
      input: { answer, alreadyTold },
    }
  } else {
    if (standing === null && luck.often(0.1)) {
      yield { at: pass(hand, 1, 3), by: taker, action: 'transfer', input: { department: 'customerService' } }
      const by = staffNamed(stage.staff, '唐婉清')
      yield { at: pass(hand, 3, 8), by, action: 'returnToDesk', input: { returnCause: 'wrongDepartment' } }
    }
    yield { at: pass(hand, 1, 4), by: taker, action: 'transfer', input: { department } }
    if (standing === 'transferred') return
    const by = staffWith(stage.staff, answering[department as keyof typeof answering])
    yield {
      at: pass(hand, 10, standing === null && luck.often(0.08) ? 200 : 45),
      by,
      action: 'reply',
      input: { answer, alreadyTold },
    }
  }
  if (standing === 'answered' || alreadyTold || inPortal) return
  yield { at: passOpen(hand, 3, 30), by: taker, action: 'inform', input: { informedHow: 'phone' } }
}
