import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import type { Contact, Tenant } from '../customers.ts'
import { isLongAgo, pastServiceTime } from '../hours.ts'
import { staffNamed } from '../people.ts'
import type { Chance } from '../random.ts'
import { type Hand, pass, passOpen, type Stage, type Story, type Tale } from '../tale.ts'
import { callers, englishCallers, englishMessages, messageList } from './message-list.ts'
import { tenantCalled, tenantOn } from './people-around.ts'

/* 留言: taken with the number read back, handed over at once against a name. Some of today still lie at the desk. */

/** How a message of today stands: minutes ago, and what has happened to it. */
const standings = [
  { ago: 34, how: 'unhanded' },
  { ago: 4, how: 'fresh' },
  { ago: 18, how: 'onThePhone' },
  { ago: 22, how: 'promised' },
  { ago: 95, how: 'inPerson' },
] as const
type Standing = (typeof standings)[number]['how']

export function messageTales(stage: Stage, count: number): Tale[] {
  const { luck } = stage
  const today = standings.slice(0, Math.max(2, Math.min(standings.length, count)))
  const past = Math.max(0, count - today.length)
  return [
    ...today.map(({ ago, how }) => messageTale(stage, plusMinutes(stage.now, -ago), how, luck.branch(`open ${how}`))),
    ...Array.from({ length: past }, (_, place) => {
      const branch = luck.branch(`message ${place}`)
      return messageTale(stage, pastServiceTime(stage.calendar, stage.now, [2, 60], branch), null, branch)
    }),
  ]
}

function messageTale(stage: Stage, at: IsoInstant, standing: Standing | null, luck: Chance): Tale {
  const hand: Hand = { calendar: stage.calendar, luck, t: at }
  const heard = (cause: string) => standing !== 'unhanded' || cause !== 'unhanded'
  return { process: 'message', story: story(stage, hand, standing), luck, heard }
}

function* story(stage: Stage, hand: Hand, standing: Standing | null): Story {
  const { luck } = hand
  const { staff } = stage
  const english = standing === null && luck.often(0.08)
  const [kind, matter, wish] = luck
    .pick(english ? englishMessages : messageList.filter((row) => fits(row, standing)))
    .split('|')
  const [callerName, callerCompany] = luck.pick(english ? englishCallers : callers).split('|')
  const taker = staffNamed(staff, luck.pick(['方静', '段梅', '石磊', '叶舒', '程果', '毛雨']))
  const tenant = english ? tenantCalled(stage.tenants, 'T011') : tenantOn(stage.tenants, dateOf(hand.t), luck)
  const person = luck.pick(tenant.people)
  const colleague = staffNamed(staff, luck.pick(['陆思远', '苏瑾', '韩宁', '江一帆', '白露', '林若溪', '高建平']))
  const forStaff = kind === 's'
  const followUp = standing === 'promised' || (standing === null && luck.often(0.2))
  const input = {
    ...(forStaff ? { addressee: 'staff', wantedStaff: colleague.id } : addressed(tenant, person, luck)),
    callerName,
    callerCompany,
    callerPhone: `199-0000-${luck.between(7000, 7999)}`,
    numberReadBack: true,
    matter,
    wish,
    bestTime: luck.often(0.4) ? luck.pick(['今天下午五点前', '午休以后', '随时', '明天上午']) : '',
    followUp,
  }
  const header = { customerId: forStaff ? null : tenant.id, unitId: null, contactId: null }
  yield { at: hand.t, by: taker, action: 'open', header, input }
  if (standing === 'unhanded' || standing === 'fresh') return
  if (standing === null && isLongAgo(stage.now, hand.t) && luck.often(0.06)) {
    const expiryNote = '被找人当日外出，次日电话告知，不需要再转'
    yield { at: passOpen(hand, 1440, 1500), by: staffNamed(staff, '唐婉清'), action: 'expire', input: { expiryNote } }
    return
  }
  const how = wayOf(standing, forStaff, luck)
  const received = how === 'inPerson' || how === 'secretary'
  const receivedBy = received ? (how === 'secretary' ? '前台' : forStaff ? colleague.name : person.name) : ''
  const quick: [number, number] = standing === null && luck.often(0.12) ? [12, 26] : [2, 8]
  yield { at: pass(hand, ...quick), by: taker, action: 'handOver', input: { how, receivedBy } }
  if (standing === 'onThePhone') return
  if (!received) {
    const receipt = { by: forStaff ? colleague : taker, input: { receivedBy: forStaff ? colleague.name : person.name } }
    yield { at: pass(hand, 6, 45), action: 'acknowledge', ...receipt }
  }
  if (!followUp || standing === 'promised') return
  const followNote = luck.pick(['已回电，对方收到', '被找人已联系来电人', '来电人已得到答复'])
  yield { at: passOpen(hand, 10, 50), by: taker, action: 'follow', input: { followNote } }
}

/** Whatever lies open today concerns a tenant. */
const fits = (row: string, standing: Standing | null): boolean => standing === null || row.startsWith('t')

const addressed = (tenant: Tenant, person: Contact, luck: Chance) => ({
  addressee: 'tenant',
  wantedName: person.name,
  wantedCompany: tenant.name,
  wantedExtension: `8${luck.between(100, 899)}`,
})

function wayOf(standing: Standing | null, forStaff: boolean, luck: Chance): string {
  if (standing === 'onThePhone') return 'onThePhone'
  if (standing === 'promised' || standing === 'inPerson') return 'inPerson'
  if (forStaff) return luck.often(0.7) ? 'inSystem' : 'inPerson'
  return luck.weighted([
    ['inPerson', 5],
    ['secretary', 3],
    ['onThePhone', 2],
  ] as const)
}
