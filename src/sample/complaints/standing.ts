import { clockTime, dateOf } from '#lib/show-time.ts'
import { atClock, type IsoDate, type IsoInstant, plusDays, plusMinutes, startOfDay } from '#lib/time.ts'
import { addWorkingDays, isWorkday } from '#lib/working-calendar.ts'
import { tenantCalled } from '../counter/people-around.ts'
import { nextSlot, workdayNotAfter } from '../hours.ts'
import { always, type Stage, type Story, type Tale, until } from '../tale.ts'
import { discontent, drafted, held, told } from './answering.ts'
import { castOf, type Complaint, type Matter } from './cast.ts'
import { accepted, learned } from './learning.ts'
import { said } from './sayings.ts'
import { momentsOf, onSite, sent, solved, taken } from './solving.ts'
import { troubleSaying } from './troubles.ts'

/*
 * The complaints that stand open today (domain §12.5). Whatever the hour, they lie on today's side of midnight: the ladder's
 * second step is climbed on the day a complaint came in.
 */

export function standingTales(stage: Stage): Tale[] {
  return [underWay(stage), givenUp(stage), withProjectManager(stage), replyDue(stage), ...notContent(stage)]
}

/** Minutes of today that have passed, at most so many. */
function ofToday(now: IsoInstant, most: number): number {
  return Math.min(most, (Date.parse(now) - Date.parse(startOfDay(dateOf(now)))) / 60_000)
}
const ago = (now: IsoInstant, minutes: number): IsoInstant =>
  new Date(Date.parse(now) - Math.floor(minutes * 60_000)).toISOString()

const lastWorkday = ({ calendar, now }: Stage): IsoDate => workdayNotAfter(calendar, plusDays(dateOf(now), -1))

function matterOf(stage: Stage, code: string, words: string, at: IsoInstant, more: Partial<Matter> = {}): Matter {
  return {
    at,
    trouble: troubleSaying(words),
    tenant: tenantCalled(stage.tenants, code),
    channel: 'phone',
    source: null,
    written: false,
    luck: stage.luck.branch(`open ${code}`),
    ...more,
  }
}

const tale = ({ luck }: Complaint, story: Story, heard: Tale['heard'] = always): Tale => ({
  process: 'complaint',
  story,
  luck,
  heard,
})

/** An hour and a half old: the department is on site. */
function underWay(stage: Stage): Tale {
  const age = ofToday(stage.now, 90)
  const scene = castOf(stage, matterOf(stage, 'T020', '楼下装修', ago(stage.now, age)))
  return tale(scene, solving(scene, age * 1.5))
}

function* solving(scene: Complaint, minutes: number): Story {
  const moments = momentsOf(scene.at, minutes)
  yield* taken(scene, moments)
  yield* sent(scene, moments)
  yield* solved(scene, moments)
}

/** With the manager, who has not accepted it: overdue, or, where the day is too young or too old for that, given up on. */
function givenUp(stage: Stage): Tale {
  const { now } = stage
  const overdue = ofToday(now, 160) === 160 && clockTime(now) < '17:55'
  const age = overdue ? 160 : ofToday(now, 80)
  const matter = matterOf(stage, 'T013', '卫生间污水外溢', ago(now, age))
  const scene = castOf(stage, matter, plusMinutes(now, 60))
  const story = overdue ? solving(scene, age * 1.5) : withoutMeans(scene, age * 1.5)
  return tale(scene, story, (cause) => cause !== 'solve' && cause !== 'cannotSolve')
}

function* withoutMeans(scene: Complaint, minutes: number): Story {
  const moments = momentsOf(scene.at, minutes)
  yield* taken(scene, moments)
  yield* sent(scene, moments)
  yield onSite(scene, moments.onSite)
  const at = ago(scene.now, minutes / 5)
  yield { at, by: scene.assistant, action: 'cannotSolve', input: { reason: said.cannotSolve }, goesUp: true }
}

/** Put off to a day to come, and at the project manager's since the evening of its own day. */
function withProjectManager(stage: Stage): Tale {
  const { now, calendar } = stage
  const at = atClock(lastWorkday(stage), '14:36')
  const scene = castOf(stage, matterOf(stage, 'T007', '整个东区空调不制冷', at))
  const promised = nextSlot(calendar, plusMinutes(now, 1440)).end
  return tale(scene, postponed(scene, promised))
}

function* postponed(scene: Complaint, promisedAt: IsoInstant): Story {
  const { assistant, contact, trouble } = scene
  const moments = momentsOf(scene.at, 110)
  yield* taken(scene, moments)
  yield* sent(scene, moments)
  yield onSite(scene, moments.onSite)
  const at = moments.finish(0, 1)
  const reason = said.deferred.reason[0]
  const input = { reason, informedAt: at, informedWho: contact.name, understanding: 'agreed', promisedAt }
  yield { at, by: assistant, action: 'defer', input }
  for (const department of trouble.departments) {
    const revised = { requiredBy: promisedAt, reason: said.deferred.moved }
    yield { at: plusMinutes(at, 2), by: assistant, action: 'revise', of: `service-slip:${department}`, input: revised }
  }
}

/** In writing; solved long ago, the letter drafted, and due at the next closing of the office. */
function replyDue(stage: Stage): Tale {
  const { now, calendar } = stage
  let day = dateOf(now)
  while (!isWorkday(calendar, day) || addWorkingDays(calendar, atClock(day, '09:40'), 3) > dueToday(stage))
    day = plusDays(day, -1)
  const at = atClock(day, '09:40')
  const matter = matterOf(stage, 'T037', '账单电费', at, { written: true, channel: 'letter' })
  const scene = castOf(stage, matter)
  return tale(scene, waitingForLetter(scene))
}

/** The end of this working day; of the next where this one is over or free. */
function dueToday({ calendar, now }: Stage): IsoInstant {
  const today = addWorkingDays(calendar, now, 0)
  return today > now ? today : addWorkingDays(calendar, now, 1)
}

function* waitingForLetter(scene: Complaint): Story {
  yield* solving(scene, 170)
  yield* held(scene)
  yield* accepted(scene)
  yield* told(scene)
  yield* drafted(scene)
  yield* learned(scene, true)
}

/** Two in their second round: one said so on the telephone or, out of hours, in the portal; the other in the portal. */
function notContent(stage: Stage): Tale[] {
  const { now } = stage
  const inHours = clockTime(now) >= '09:00' && clockTime(now) < '18:00'
  return [
    { code: 'T038', words: '固定车位', age: 50, inPortal: !inHours },
    { code: 'T005', words: '陌生推销', age: 25, inPortal: true },
  ].map(({ code, words, age, inPortal }) => {
    const scene = castOf(stage, matterOf(stage, code, words, atClock(lastWorkday(stage), '15:05')))
    return tale(scene, onceMore(scene, ofToday(now, age), inPortal))
  })
}

function* onceMore(scene: Complaint, age: number, inPortal: boolean): Story {
  yield* solving(scene, 85)
  yield* accepted(scene)
  const from = ago(scene.now, age)
  yield* told(scene, ago(scene.now, age + 12))
  until(scene, from)
  yield* discontent(scene, from, inPortal)
  const moments = momentsOf(from, age * 1.6)
  yield* sent(scene, moments)
  yield* solved(scene, moments)
}
