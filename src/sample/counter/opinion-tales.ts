import { dateOf } from '#lib/show-time.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { addWorkingDays } from '#lib/working-calendar.ts'
import { isLongAgo, lately, pastServiceTime } from '../hours.ts'
import { staffNamed, staffWith } from '../people.ts'
import type { Chance } from '../random.ts'
import { type Hand, passOpen, type Stage, type Story, type Tale, until } from '../tale.ts'
import { englishOpinions, opinionList } from './opinion-list.ts'
import { tenantCalled, tenantOn } from './people-around.ts'

/* 意见/建议: each has an owner, an answer and its way back to whoever gave it. */

/** Of those open today: service minutes ago, and how far they have come. */
const standings = [
  { ago: 60, how: 'collected' },
  { ago: 500, how: 'sent' },
  { ago: 350, how: 'answered' },
  { ago: 1000, how: 'fedBack' },
  { ago: 380, how: 'sent' },
  { ago: 160, how: 'classified' },
] as const
type Standing = (typeof standings)[number]['how']

export function opinionTales(stage: Stage, count: number): Tale[] {
  const { luck, now, calendar } = stage
  const open = standings.slice(0, Math.max(2, Math.min(standings.length, Math.ceil(count / 2))))
  const past = Math.max(0, count - open.length)
  return [
    ...open.map(({ ago, how }, place) =>
      opinionTale(stage, lately(calendar, now, ago), how, luck.branch(`open ${place}`)),
    ),
    ...Array.from({ length: past }, (_, place) => {
      const branch = luck.branch(`opinion ${place}`)
      return opinionTale(stage, pastServiceTime(calendar, now, [17, 170], branch), null, branch)
    }),
  ]
}

function opinionTale(stage: Stage, at: IsoInstant, standing: Standing | null, luck: Chance): Tale {
  const hand: Hand = { calendar: stage.calendar, luck, t: at }
  return { process: 'opinion', story: story(stage, hand, standing), luck, heard: () => true }
}

const kinds = { o: 'opinion', s: 'suggestion', p: 'praise' } as const
const heads = {
  customerService: 'CSM',
  engineering: 'ENGM',
  security: 'SECM',
  cleaning: 'CLNM',
  finance: 'FINM',
} as const

function* story(stage: Stage, hand: Hand, standing: Standing | null): Story {
  const { luck } = hand
  const { staff, tenants } = stage
  const english = standing === null && luck.often(0.08)
  const rows = opinionList.filter((row) => standing === null || !row.startsWith('p'))
  const [kind, topic, department, said, answer, measures = ''] = luck.pick(english ? englishOpinions : rows).split('|')
  const tenant = english ? tenantCalled(tenants, 'T011') : tenantOn(tenants, dateOf(hand.t), luck)
  const person = luck.pick(tenant.people)
  const own = tenant.assistant
  const anonymous = standing === null && kind !== 'p' && luck.often(0.12)
  const actor = person.actor?.roles.some((role) => role === 'TADM' || role === 'TUSR') ? person.actor : null
  const inPortal = !anonymous && actor !== null && luck.often(0.3)
  const header = { customerId: anonymous ? null : tenant.id, unitId: null, contactId: null }
  const source = anonymous ? 'box' : luck.pick(['visit', 'visit', 'phone', 'counter', 'email', 'survey'])
  const who = anonymous ? { anonymous } : { reporterName: person.name, reporterPhone: person.phone }
  const given = { source, kind: kinds[kind as keyof typeof kinds], content: said, ...who }
  const counter = staffNamed(staff, luck.pick(['叶舒', '方静', '罗晴', '丁香']))
  const by = inPortal && actor ? actor : source === 'counter' ? counter : own
  yield { at: hand.t, by, action: 'open', header, input: given }
  if (standing === 'collected') return
  const sorted = { kind: given.kind, topic, department }
  yield { at: passOpen(hand, 10, 60), by: own, action: 'classify', input: sorted }
  if (standing === 'classified') return
  if (kind === 'p') {
    const informedHow = inPortal ? 'portal' : 'phone'
    yield { at: passOpen(hand, 5, 60), by: own, action: 'thank', input: { answer, informedHow } }
    return
  }
  yield { at: passOpen(hand, 2, 20), by: own, action: 'send', input: {} }
  if (standing === 'sent') return
  const head = staffWith(staff, heads[department as keyof typeof heads])
  yield* answered(stage, hand, {
    own,
    head,
    actor: inPortal ? actor : null,
    anonymous,
    standing,
    answer: { answer, measures },
  })
}

interface Way {
  readonly own: ReturnType<typeof staffNamed>
  readonly head: ReturnType<typeof staffNamed>
  readonly actor: Stage['tenants'][number]['people'][number]['actor']
  readonly anonymous: boolean
  readonly standing: Standing | null
  readonly answer: { readonly answer: string | undefined; readonly measures: string }
}

function* answered(stage: Stage, hand: Hand, way: Way): Story {
  const { luck } = hand
  const { own, head, actor, anonymous, standing, answer } = way
  const old = standing === null && isLongAgo(plusMinutes(stage.now, -10 * 1440), hand.t)
  const quick: [number, number] = standing === null ? [60, 2000] : [60, 200]
  yield { at: passOpen(hand, ...quick), by: head, action: 'answer', input: answer }
  if (standing === 'answered') return
  if (old && luck.often(0.1)) {
    const lead = staffWith(stage.staff, 'CSM')
    yield { at: passOpen(hand, 20, 90), by: lead, action: 'revise', input: { revisionReason: '请写明时间和负责人' } }
    yield { at: passOpen(hand, 60, 200), by: head, action: 'answer', input: answer }
  }
  const informedHow = anonymous ? 'notice' : actor ? 'portal' : luck.pick(['phone', 'phone', 'visit', 'email'])
  yield { at: passOpen(hand, 20, standing === null ? 300 : 60), by: own, action: 'feedBack', input: { informedHow } }
  if (anonymous || standing === 'fedBack') return
  if (old && luck.often(0.08)) {
    const closeNote = '多次联系未果，答复已送前台转交'
    until(hand, addWorkingDays(hand.calendar, hand.t, 6))
    yield { at: passOpen(hand, 5, 60), by: own, action: 'notReached', input: { closeNote } }
    return
  }
  if (old && luck.often(0.1)) {
    const verdictNote = luck.pick(notYet)
    yield { at: passOpen(hand, 60, 900), by: actor ?? own, action: 'notContent', input: { verdictNote } }
    yield { at: passOpen(hand, 100, 900), by: head, action: 'answer', input: answer }
    yield { at: passOpen(hand, 20, 200), by: own, action: 'feedBack', input: { informedHow } }
  }
  const satisfaction = luck.pick([5, 5, 4, 4, 3] as const)
  const by = actor ?? own
  yield { at: passOpen(hand, 30, 1500), by, action: 'content', input: { satisfaction, verdictNote: '' } }
}

const notYet = ['只说会改，没有说什么时候', '试行了一周，看不出变化'] as const
