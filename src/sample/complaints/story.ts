import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoInstant, plusMinutes } from '#lib/time.ts'
import { nextSlot } from '../hours.ts'
import type { Tenant } from '../customers.ts'
import { passOpen, type Stage, type Story } from '../tale.ts'
import { content, delivered, discontent, drafted, held, missed, told } from './answering.ts'
import { type Complaint, castOf } from './cast.ts'
import { accepted, exempted, learned, writtenAgain } from './learning.ts'
import { said } from './sayings.ts'
import { finished, type Moments, momentsOf, onSite, report, sent, solved, taken } from './solving.ts'

/* One complaint from the first word to the end that was planned for it. */

export interface Turns {
  /** from the first word to “solved” */
  readonly minutes: number
  /** put off to a later hour of the day or to the next day, and whether that was kept */
  readonly deferred: null | { readonly to: 'sameDay' | 'nextDay'; readonly kept: boolean }
  /** in which round the customer is content */
  readonly rounds: 1 | 2 | 3
  readonly ending: 'closed' | 'cancelled' | 'exceptional'
  /** who else reports the same and is joined into it */
  readonly alsoReport: readonly Tenant[]
  readonly measures: 'helped' | 'didNotHelp' | 'rejected' | 'exempted'
}

export function* story(stage: Stage, scene: Complaint, turns: Turns): Story {
  const moments = momentsOf(scene.at, turns.minutes)
  yield* taken(scene, moments)
  if (turns.ending === 'cancelled') {
    yield { at: moments.dispatch, by: scene.lead, action: 'cancel', input: { reason: said.cancelled } }
    return
  }
  yield* graded(scene, moments)
  if (turns.alsoReport.length > 0) yield* joined(stage, scene, turns.alsoReport, moments)
  yield* sent(scene, moments)
  if (turns.measures === 'exempted') yield* exempted(scene, moments.onSite)
  if (turns.deferred === null) yield* solved(scene, moments)
  else yield* putOff(scene, moments, turns.deferred)
  yield* answered(scene, turns)
  if (turns.measures !== 'exempted') yield* learned(scene, turns.measures !== 'didNotHelp')
}

/** Some weigh more than the rule says. */
function* graded(scene: Complaint, moments: Moments): Story {
  const { luck, trouble, assistant, grade } = scene
  if (grade !== 'general' || !trouble.direct || !luck.often(0.35)) return
  const input = { grade: 'serious', reason: luck.pick(said.graded) }
  yield { at: moments.contact, by: assistant, action: 'grade', input }
}

/** Others say the same within minutes: written down each for himself, and joined into the first. */
function* joined(stage: Stage, scene: Complaint, others: readonly Tenant[], moments: Moments): Story {
  const { assistant, trouble, luck } = scene
  const step = (Date.parse(moments.dispatch) - Date.parse(moments.contact)) / (3 * others.length + 1)
  let ms = Date.parse(moments.contact)
  const next = (): IsoInstant => new Date((ms += step)).toISOString()
  for (const [place, tenant] of others.entries()) {
    const of = `also ${place}`
    const at = next()
    const matter = { ...scene, at, tenant, channel: 'phone', source: null, written: false, luck } as const
    const also = castOf(stage, matter)
    const problem = `${said.alsoUs[place % said.alsoUs.length] ?? ''}${trouble.text}`
    yield { at, by: also.taker, action: 'open', of, ...report(also, problem) }
    const joinedInto = (numberOf: (key: string) => string) => ({ joinedInto: numberOf('') })
    yield { at: next(), by: assistant, action: 'join', of, input: joinedInto }
  }
  if (others.length < 2) return
  if (scene.grade === 'major') return
  scene.grade = 'major'
  yield { at: next(), by: assistant, action: 'grade', input: { grade: 'major', reason: said.graderReason } }
}

/** Step 4: it cannot be done in time; the customer is told before, and a new time is agreed upon. */
function* putOff(scene: Complaint, moments: Moments, { to, kept }: NonNullable<Turns['deferred']>): Story {
  const { assistant, contact, luck, calendar, trouble } = scene
  yield onSite(scene, moments.onSite)
  const at = moments.finish(0, 1)
  const promisedAt =
    to === 'sameDay'
      ? atClock(dateOf(at), '17:00')
      : nextSlot(calendar, atClock(dateOf(plusMinutes(at, 1440)), '09:30')).end
  const reason = luck.pick(said.deferred.reason)
  const input = { reason, informedAt: at, informedWho: contact.name, understanding: 'agreed', promisedAt }
  yield { at, by: assistant, action: 'defer', input }
  for (const department of trouble.departments)
    yield {
      at: plusMinutes(at, 2),
      by: assistant,
      action: 'revise',
      of: `service-slip:${department}`,
      input: { requiredBy: promisedAt, reason: said.deferred.moved },
    }
  const solvedAt = plusMinutes(promisedAt, kept ? -luck.between(10, 30) : luck.between(40, 90))
  const back = (minutes: number) => () => plusMinutes(solvedAt, -minutes)
  const later = { ...moments, finish: back(28), verify: back(16), plan: back(6), solved: solvedAt }
  yield* finished(scene, later)
}

/** Told, answered, called; once more from the work on when he is not content. */
function* answered(scene: Complaint, turns: Turns): Story {
  const { luck, assistant, written, manager, pm, contact } = scene
  if (turns.measures === 'rejected') yield* writtenAgain(scene)
  const early = turns.rounds > 1 || written || luck.often(0.75)
  const open = turns.measures !== 'exempted'
  if (open && early) yield* accepted(scene)
  for (;;) {
    if (written && scene.round === 1) yield* held(scene)
    if (scene.round === 3) yield visitBy(scene, manager, passOpen(scene, 30, 90))
    yield* told(scene)
    if (written) {
      yield* drafted(scene)
      yield* delivered(scene)
    }
    if (scene.round === turns.rounds && turns.ending === 'closed') break
    yield* discontent(scene, passOpen(scene, 2, 12))
    if (scene.round > 3) {
      yield visitBy(scene, pm, passOpen(scene, 40, 100))
      yield { at: passOpen(scene, 2, 9), by: pm, action: 'closeExceptionally', input: { reason: said.exceptional } }
      return
    }
    const moments = momentsOf(scene.t, luck.between(55, 100))
    yield* sent(scene, moments)
    yield* solved(scene, moments)
  }
  for (const [place, tenant] of turns.alsoReport.entries()) {
    const spokeWith = tenant.people[0]?.name ?? contact.name
    const call = { spokeWith, conclusion: 'satisfied', said: luck.pick(said.joined) }
    const input = (numberOf: (key: string) => string) => ({ ...call, joinedNumber: numberOf(`also ${place}`) })
    yield { at: passOpen(scene, 1, 5), by: scene.asker, action: 'callJoined', input }
  }
  if (luck.often(0.15)) yield* missed(scene)
  yield* content(scene)
  if (early || !open) return
  yield* accepted(scene)
  yield { at: passOpen(scene, 2, 30), by: scene.asker === pm ? pm : assistant, action: 'close' }
}

function visitBy(scene: Complaint, by: Complaint['pm'], at: IsoInstant) {
  const { luck, contact } = scene
  const input = { visitedAt: at, spokeWith: contact.name, said: luck.pick(said.visit) }
  return { at, by, action: 'visit', input }
}
