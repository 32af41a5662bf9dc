import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { isLongAgo, lately, nextSlot, pastServiceTime } from '../hours.ts'
import { staffNamed, staffWith } from '../people.ts'
import type { Chance } from '../random.ts'
import { type Hand, pass, passOpen, type Stage, type Story, type Tale, until } from '../tale.ts'
import { tenantCalled, tenantOn } from './people-around.ts'
import { englishRequests, requestList } from './request-list.ts'

/* 服务单 without a complaint: what the desk asks of cleaning, security and engineering, most of it done the same day. */

type Department = keyof typeof requestList
type Standing = 'sent' | 'accepted' | 'done' | 'returned' | 'suggested' | 'late'

const standings: readonly (readonly [Department, Standing])[] = [
  ['cleaning', 'sent'],
  ['engineering', 'accepted'],
  ['security', 'done'],
  ['cleaning', 'returned'],
  ['security', 'late'],
  ['engineering', 'suggested'],
  ['cleaning', 'accepted'],
  ['engineering', 'sent'],
]

export function slipTales(stage: Stage, count: number): Tale[] {
  const { luck } = stage
  const open = standings.slice(0, Math.max(5, Math.round((standings.length * count) / 80)))
  const past = Math.max(0, count - open.length)
  return [
    ...open.map(([department, standing], place) => slipTale(stage, department, standing, luck.branch(`open ${place}`))),
    ...Array.from({ length: past }, (_, place) => {
      const department = luck.weighted<Department>([
        ['cleaning', 4],
        ['security', 3],
        ['engineering', 3],
      ])
      return slipTale(stage, department, null, luck.branch(`slip ${place}`))
    }),
  ]
}

function slipTale(stage: Stage, department: Department, standing: Standing | null, luck: Chance): Tale {
  const english = standing === null && luck.often(0.05)
  const [where, content = '', result = ''] = luck
    .pick(english ? englishRequests[department] : requestList[department])
    .split('|')
  const at =
    standing === null ? pastServiceTime(stage.calendar, stage.now, [4, 176], luck) : openMoment(stage, standing)
  const hand: Hand = { calendar: stage.calendar, luck, t: at }
  const tenant =
    where === 't' ? (english ? tenantCalled(stage.tenants, 'T011') : tenantOn(stage.tenants, dateOf(at), luck)) : null
  const told: Told = { department, content, result, tenant, standing }
  return { process: 'service-slip', story: story(stage, hand, told), luck, heard: () => true }
}

interface Told {
  readonly department: Department
  readonly content: string
  readonly result: string
  readonly tenant: Stage['tenants'][number] | null
  readonly standing: Standing | null
}

const reported: Readonly<Record<Standing, number>> = {
  sent: 12,
  accepted: 55,
  done: 58,
  returned: 150,
  suggested: 30,
  late: 260,
}
const openMoment = ({ calendar, now }: Stage, standing: Standing): IsoInstant =>
  lately(calendar, now, reported[standing])

const doers: Readonly<Record<Department, readonly string[]>> = {
  cleaning: ['付玉兰'],
  security: ['冯涛', '蒋宏', '魏东', '邓超', '曹阳'],
  engineering: ['陈立', '赵亮', '孙伟', '吴强'],
}
const heads = { cleaning: 'CLNM', security: 'SECM', engineering: 'ENGM' } as const

function* story(stage: Stage, hand: Hand, told: Told): Story {
  const { department, content, result, tenant, standing } = told
  const { luck } = hand
  const { staff, now, calendar } = stage
  const old = standing === null && isLongAgo(now, hand.t)
  const own = tenant?.assistant ?? staffNamed(staff, luck.pick(['陆思远', '苏瑾', '韩宁', '江一帆', '白露']))
  const desk = luck.often(0.75) ? own : staffNamed(staff, luck.pick(['叶舒', '程果', '方静', '何景川']))
  const worker = staffNamed(staff, luck.pick(doers[department]))
  const head = staffWith(staff, heads[department])
  const unit = tenant === null ? null : luck.pick(tenant.units)
  const requiredBy = requiredOf(stage, hand, standing)
  const header = { customerId: tenant?.id ?? null, unitId: unit?.id ?? null, contactId: tenant?.people[0]?.id ?? null }
  const wish = luck.often(0.25) && tenant !== null ? { customerWish: luck.pick(wishes) } : {}
  const source = tenant === null ? { sourceText: luck.pick(sources) } : {}
  yield { at: hand.t, by: desk, action: 'open', header, input: { department, content, requiredBy, ...wish, ...source } }
  if (standing === 'sent') return
  if (standing === null && luck.often(0.04)) {
    yield { at: pass(hand, 3, 20), by: desk, action: 'cancel', input: { reason: '客户来电取消' } }
    return
  }
  if (standing === 'suggested' || (old && luck.often(0.07))) {
    const tomorrow = plusMinutes(standing === null ? hand.t : now, 1440)
    const later = nextSlot(calendar, tomorrow > requiredBy ? tomorrow : plusMinutes(requiredBy, 60)).end
    const input = { requiredBy: later, reason: luck.pick(reasons), ownWorkFirst: luck.often(0.3) }
    yield { at: pass(hand, 5, 15), by: head, action: 'suggestTime', input }
    if (standing === 'suggested') return
    yield { at: pass(hand, 3, 20), by: desk, action: 'agreeTime' }
    until(hand, plusMinutes(later, -luck.between(60, 180)))
  } else if (luck.often(0.3))
    yield { at: pass(hand, 4, 20), by: head, action: 'assign', input: { workers: [worker.id] } }
  else yield { at: pass(hand, 4, 25), by: worker, action: 'accept' }
  if (standing === 'accepted' || standing === 'late') return
  yield { at: pass(hand, ...workTime(standing, luck)), by: worker, action: 'finish', input: { result } }
  if (standing === 'done') return
  if (standing === 'returned' || (old && luck.often(0.07))) {
    const again = nextSlot(calendar, plusMinutes(standing === null ? hand.t : now, 120)).end
    const input = { reason: luck.pick(returned), requiredBy: again }
    yield { at: passOpen(hand, 5, 25), by: own, action: 'giveBack', input }
    if (standing === 'returned') return
    yield { at: pass(hand, 30, 90), by: worker, action: 'finish', input: { result: `${result}，已按要求重做` } }
  }
  const note = luck.often(0.3) ? { verifyNote: luck.pick(notes) } : {}
  yield { at: passOpen(hand, 3, 35), by: own, action: 'verify', input: note }
}

/** A late one was to be done an hour ago; the others have time, and one in twelve of the old ones had too little. */
function requiredOf({ calendar, now }: Stage, hand: Hand, standing: Standing | null): IsoInstant {
  if (standing === 'late') return plusMinutes(now, -Math.min(60, minutesBetween(hand.t, now) - 30))
  if (standing !== null) return nextSlot(calendar, plusMinutes(now, 150)).end
  return plusMinutes(hand.t, hand.luck.often(0.08) ? 30 : 240)
}

const minutesBetween = (from: IsoInstant, to: IsoInstant) => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)

const workTime = (standing: Standing | null, luck: Chance): [number, number] =>
  standing === null ? (luck.often(0.1) ? [60, 140] : [15, 80]) : [15, 30]

const wishes = ['请在午休时间做', '完成后电话告知', '不要打扰前台接待', '请轻声'] as const
const sources = ['巡视发现', '大堂值班发现', '主管检查', '客服部安排'] as const
const reasons = ['今日人手在处理突发事项', '需等材料到场', '夜间施工影响更小', '机具正在别处使用'] as const
const returned = ['角落没有清理到', '还有一处没有做', '客户看了不满意，需重做', '现场没有收拾'] as const
const notes = ['客户检查合格', '现场复查合格', '照片已看，合格'] as const
