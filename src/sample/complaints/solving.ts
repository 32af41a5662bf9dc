import { dateOf } from '#lib/show-time.ts'
import { atClock, type IsoInstant } from '#lib/time.ts'
import type { ComplaintSlip } from '#modules/complaint/slip.ts'
import type { Step, Story } from '../tale.ts'
import { type Complaint, doerOf, firstPromise, headOf } from './cast.ts'
import { planned } from './learning.ts'
import { said } from './sayings.ts'

/* Steps 1 to 4 of the plan, told in so many minutes from the first word to “solved”. */

/** When each thing happens in a solving of so many minutes: the first word to the customer never waits. */
export interface Moments {
  readonly take: IsoInstant
  readonly contact: IsoInstant
  readonly dispatch: IsoInstant
  readonly onSite: IsoInstant
  /** of the department at this place of so many */
  accept(place: number, of: number): IsoInstant
  finish(place: number, of: number): IsoInstant
  verify(place: number, of: number): IsoInstant
  plan(place: number, of: number): IsoInstant
  readonly solved: IsoInstant
}

export function momentsOf(from: IsoInstant, minutes: number): Moments {
  const at = (after: number): IsoInstant => new Date(Date.parse(from) + Math.round(after * 60_000)).toISOString()
  const take = Math.min(0.04 * minutes, 6)
  const contact = take + Math.min(0.05 * minutes, 6)
  const dispatch = contact + Math.min(0.06 * minutes, 10)
  const gap = Math.min(0.08 * minutes, 11)
  const rest = minutes - dispatch - gap
  const later = (least: number, span: number) => (place: number, of: number) =>
    at(dispatch + gap + rest * (least + (span * (place + 1)) / of))
  return {
    take: at(take),
    contact: at(contact),
    dispatch: at(dispatch),
    accept: (place, of) => at(dispatch + (gap * (place + 1)) / of),
    onSite: at(dispatch + gap + rest * 0.2),
    finish: later(0.55, 0.15),
    verify: later(0.72, 0.08),
    plan: later(0.82, 0.1),
    solved: at(minutes),
  }
}

/** Steps 1 and 2: apologised to, written down, taken up, called. */
export function* taken(scene: Complaint, moments: Moments): Story {
  const { assistant, lead, luck, contact, taker } = scene
  yield { at: scene.at, by: taker, action: 'open', ...report(scene) }
  yield luck.often(0.25) && taker.id !== assistant.id
    ? { at: moments.take, by: lead, action: 'assign', input: { assistant: assistant.id } }
    : { at: moments.take, by: assistant, action: 'take' }
  const input = { apologised: true, how: 'phone', spokeWith: contact.name, said: luck.pick(said.contact) }
  const slip = yield { at: moments.contact, by: assistant, action: 'contact', input, reads: true }
  scene.grade = (slip as ComplaintSlip | null)?.grade ?? scene.grade
  scene.t = moments.contact
}

export function report(scene: Complaint, text = scene.trouble.text): Pick<Step, 'header' | 'input'> {
  const { tenant, unit, contact, channel, source, trouble, luck, t, written } = scene
  const inside = source !== 'portal' && source !== 'qr'
  const header = { customerId: tenant.id, unitId: unit.id, contactId: inside ? contact.id : null }
  const input = {
    apologised: inside,
    channel,
    ...(source === null ? {} : { source }),
    ...(source === 'hotline12345' ? { orderDeadline: deadlineOf(scene) } : {}),
    complainant: 'customer',
    complainantName: contact.name,
    company: tenant.name,
    complainantPhone: contact.phone,
    location: `${unit.code} ${luck.pick(said.places)}`,
    occurredAt: new Date(Date.parse(t) - luck.between(1, 40) * 60_000).toISOString(),
    category: trouble.category,
    problem: text,
    direct: trouble.direct,
    written,
  }
  return { header, input }
}

/** The order of the municipality names a day; five days after. */
const deadlineOf = ({ at }: Complaint): IsoInstant => new Date(Date.parse(at) + 5 * 86_400_000).toISOString()

/** Step 3: a service slip to each department, and each takes it. */
export function* sent(scene: Complaint, moments: Moments): Story {
  const { trouble, assistant, round } = scene
  const { departments } = trouble
  const requiredBy = requiredOf(scene)
  const again = round > 1 ? said.again : ''
  const serviceSlips = departments.map((department, place) => ({
    department,
    requiredBy,
    content: `${again}${trouble.requests[place] ?? trouble.requests[0] ?? trouble.text}`,
    ...(round === 1 && trouble.english ? { customerWish: said.inEnglish } : {}),
  }))
  yield { at: moments.dispatch, by: assistant, action: 'dispatch', input: { serviceSlips }, raises: true }
  for (const [place, department] of departments.entries())
    yield {
      at: moments.accept(place, departments.length),
      by: doerOf(scene, department),
      action: 'accept',
      of: `service-slip:${department}`,
    }
}

function requiredOf(scene: Complaint): IsoInstant {
  if (scene.requiredBy !== null) return scene.requiredBy
  const promised = firstPromise(scene)
  const closing = atClock(dateOf(scene.roundStarted), '20:00')
  return scene.trouble.direct || closing <= scene.roundStarted || promised < closing ? promised : closing
}

/** Step 4: gone to together, done, verified, learned from, and reported as solved. */
export function* solved(scene: Complaint, moments: Moments): Story {
  yield onSite(scene, moments.onSite)
  yield* finished(scene, moments)
}

export function onSite(scene: Complaint, at: IsoInstant): Step {
  const { assistant, luck, trouble } = scene
  const doer = doerOf(scene, trouble.departments[0] ?? 'engineering')
  const together = luck.often(0.8)
  const input = together
    ? { together, withWhom: doer.name, found: luck.pick(said.found) }
    : { together, reason: luck.pick(said.alone), found: '' }
  return { at, by: assistant, action: 'goOnSite', input }
}

export function* finished(scene: Complaint, moments: Moments): Story {
  const { trouble, assistant, pm, luck } = scene
  const { departments, result } = trouble
  const many = departments.length
  for (const [place, department] of departments.entries()) {
    const of = `service-slip:${department}`
    const input = { result: place === 0 ? result : luck.pick(said.partDone) }
    yield { at: moments.finish(place, many), by: doerOf(scene, department), action: 'finish', of, input }
  }
  for (const [place, department] of departments.entries()) {
    const by = department === 'customerService' ? pm : assistant
    yield { at: moments.verify(place, many), by, action: 'verify', of: `service-slip:${department}`, input: {} }
  }
  if (scene.measures.size === 0)
    for (const [place, department] of departments.entries()) yield planned(scene, department, moments.plan(place, many))
  const head = headOf(scene, departments[0] ?? 'engineering')
  yield { at: moments.solved, by: head, action: 'resolve', input: { result } }
  scene.t = moments.solved
}
