/** Complaints without a database: what is asked at each step, what the departments have come to, and a case in each state. */
import { type Decision, decide, decideOpening, type Refusal } from '#kernel/process/decide.ts'
import type { Process } from '#kernel/process/define.ts'
import type { CopyFact, Facts, LinkedCase } from '#kernel/process/moment.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { complaintParameters } from '#modules/complaint/parameters.ts'
import { complaint as definition } from '#modules/complaint/process.ts'
import type { ComplaintSlip } from '#modules/complaint/slip.ts'
import { cast, type Changes, customerId, fileId, momentOf, shanghai, somebody } from './moment.ts'
import { isRefusal } from './walk.ts'

export const complaint: Process = definition
const numbers = Object.fromEntries(complaintParameters.map(({ key, default: value }) => [key, value]))

/** The moment with the numbers of complaints. */
export const at = (actor: Actor, changes: Changes = {}) =>
  momentOf({ ...changes, actor, parameters: { ...numbers, ...changes.parameters } })

export const players = { ...cast, secm: somebody('SECM'), clnm: somebody('CLNM'), gm: somebody('GM') }
export type Who = keyof typeof players

export const report = {
  apologised: true,
  channel: 'phone',
  complainant: 'customer',
  complainantName: 'Ms Tan',
  company: 'Clear Sky Ltd',
  complainantPhone: '010-5555 0101',
  location: '1-1701',
  occurredAt: shanghai('09:30'),
  category: 'temperature',
  problem: 'it is thirty degrees in the meeting room',
  direct: true,
}
const slipLine = { department: 'engineering', requiredBy: shanghai('11:30'), content: 'cool the meeting room' }
export const twoDepartments = {
  serviceSlips: [
    slipLine,
    { ...slipLine, department: 'cleaning', content: 'bring water and fans', customerWish: 'now' },
  ],
}
const letter = {
  addressee: 'Clear Sky Ltd',
  matter: 'the temperature on 24 November',
  investigation: 'a valve stood closed',
  treatment: 'it was opened',
  outcome: 'twenty-four degrees since noon',
  apology: 'we are sorry',
  followUp: 'the valve is now on the daily round',
}

/** A valid answer to what each action asks; actions that ask nothing are left out. */
export const asked: Readonly<Record<string, object>> = {
  assign: { assistant: cast.csa.id },
  handOver: { assistant: cast.csa.id },
  contact: { apologised: true, how: 'phone', spokeWith: 'Ms Tan', said: 'told her that an engineer is coming' },
  grade: { grade: 'major', reason: 'the board meets there' },
  join: { joinedInto: 'TS-2026-0009' },
  cancel: { reason: 'written down twice' },
  dispatch: { serviceSlips: [slipLine] },
  goOnSite: { together: true, withWhom: 'Li Gang', found: 'thirty degrees' },
  defer: {
    reason: 'the valve has to be ordered',
    informedAt: shanghai('10:30'),
    informedWho: 'Ms Tan',
    understanding: 'agreed',
    promisedAt: shanghai('16:00'),
  },
  cannotSolve: { reason: 'the supplier has no valve' },
  resolve: { result: 'valve replaced', photos: [fileId] },
  confirm: { answer: 'the valve was replaced, the room is cool again' },
  sendBack: { reason: 'still twenty-nine degrees' },
  holdingReply: { words: 'we have your letter and are looking into it', delivery: 'byEmail' },
  draftReply: letter,
  returnReply: { reason: 'say when it will be done' },
  deliverReply: { delivery: 'byHand', deliveredAt: shanghai('10:30'), signedBy: 'Ms Tan', proof: [fileId] },
  callBack: { how: 'phone', spokeWith: 'Ms Tan', conclusion: 'satisfied', timeliness: 4, attitude: 5, quality: 5 },
  notReached: { how: 'phone' },
  satisfied: { words: 'thank you' },
  notSatisfied: { words: 'warm again since noon' },
  callJoined: { joinedNumber: 'TS-2026-0008', spokeWith: 'Mr Yu', conclusion: 'satisfied' },
  visit: { visitedAt: shanghai('10:10'), spokeWith: 'Ms Tan', said: 'sat with her for half an hour' },
  closeExceptionally: { reason: 'wants the rent waived, which is not ours to give' },
}
export const dissatisfied = { ...asked['callBack'], conclusion: 'dissatisfied', handling: 'engineering comes again' }

export interface Told {
  readonly state: string
  readonly slip: ComplaintSlip
  readonly now: IsoInstant
  readonly facts: Partial<Facts>
  readonly copies: readonly CopyFact[]
  readonly last: Decision | null
}

/** A case that hangs on the complaint, as the departments' own procedures show it. */
export const linked = (process: string, state: string, more: Partial<LinkedCase> = {}): LinkedCase => ({
  kind: 'raised',
  way: 'down',
  process,
  number: process === 'service-slip' ? 'FW-2026-0001' : 'JZ-2026-0001',
  title: '',
  state,
  final: false,
  customerId: null,
  openedAt: shanghai('10:05'),
  closedAt: null,
  shows: { department: 'engineering' },
  ...more,
})
export const slipAnd = (slip: string, plan: string): Partial<Facts> => ({
  linked: [linked('service-slip', slip), linked('corrective-action', plan)],
})

export const joinedCase = linked('complaint', 'joined', { kind: 'joined', number: 'TS-2026-0008', shows: {} })

export function taken(by: Who, input: object = {}, changes: Changes = {}): Told {
  const now = changes.now ?? shanghai('10:00')
  const first = decideOpening(complaint, { ...report, ...input }, at(players[by], { ...changes, now }))
  if (isRefusal(first)) throw new Error(`opening was refused: ${JSON.stringify(first)}`)
  return { state: first.in, slip: first.slip as ComplaintSlip, now, facts: {}, copies: [], last: null }
}

const header = (now: IsoInstant): Facts['header'] => ({
  ...at(cast.csa).facts.header,
  number: 'TS-2026-0001',
  customerId,
  openedAt: now,
})

export function tries(told: Told, by: Who, action: string, input: unknown = asked[action], minutes = 1) {
  const number = complaint.actions[action]?.numbered === undefined ? null : `HF-2026-${told.slip.callBacks.length + 1}`
  const facts = { header: header(told.now), copies: told.copies, number, ...told.facts }
  const moment = at(players[by], { now: plusMinutes(told.now, minutes), facts })
  return decide(complaint, { state: told.state, slip: told.slip }, action, input, moment)
}

/** The case after the step; an Error when it is refused. */
export function does(told: Told, by: Who, action: string, input: unknown = asked[action], minutes = 1): Told {
  const decision = tries(told, by, action, input, minutes)
  if (isRefusal(decision)) throw new Error(`${action} by ${by} in ${told.state}: ${JSON.stringify(decision)}`)
  const slip = decision.slip as ComplaintSlip
  return { ...told, state: decision.to, slip, now: plusMinutes(told.now, minutes), last: decision }
}

export const missing = (answer: Decision | Refusal) =>
  isRefusal(answer) && answer.why === 'needs' ? answer.missing : isRefusal(answer) ? answer : 'taken'
export const faulty = (answer: Decision | Refusal) =>
  isRefusal(answer) && answer.why === 'input' ? answer.problems.map(({ path }) => path) : []

/** With what the departments have come to. */
export const knowing = (told: Told, facts: Partial<Facts>): Told => ({ ...told, facts: { ...told.facts, ...facts } })

/** The same complaint in each state, taken at reception at 10:00 and never late. */
export function stages(input: object = {}) {
  const registered = taken('rec', input)
  const assigned = does(registered, 'csa', 'take')
  const dispatched = does(does(assigned, 'csa', 'contact'), 'csa', 'dispatch')
  const onSite = does(dispatched, 'csa', 'goOnSite')
  const deferred = does(dispatched, 'csa', 'defer', { ...(asked['defer'] as object), informedAt: shanghai('10:04') })
  const resolved = does(knowing(onSite, slipAnd('done', 'planned')), 'engm', 'resolve')
  const checked = knowing(resolved, slipAnd('verified', 'accepted'))
  const confirmed = does(checked, 'csa', 'confirm')
  return { registered, assigned, dispatched, onSite, deferred, resolved, checked, confirmed }
}

/** A written complaint: at the letter, and with the letter delivered. */
export function writtenStages() {
  const { confirmed: replyPending } = stages({ channel: 'letter' })
  const drafted = does(replyPending, 'csa', 'draftReply')
  const approved = does(drafted, 'csm', 'approveReply')
  const delivered = does(approved, 'csa', 'deliverReply', {
    ...(asked['deliverReply'] as object),
    deliveredAt: approved.now,
  })
  return { replyPending, drafted, approved, delivered }
}

/** So many rounds further: the customer says no, the department solves it again. */
export function rounds(upTo: number): Told {
  let told = stages().confirmed
  while (told.slip.round < upTo) {
    const visitor = told.slip.round === 3 ? 'csm' : told.slip.round > 3 ? 'pm' : null
    if (visitor !== null) told = does(told, visitor, 'visit', { ...(asked['visit'] as object), visitedAt: told.now })
    const again = does(told, 'csa', 'callBack', dissatisfied)
    const sent = does(again, 'csa', 'dispatch')
    const fresh = { openedAt: sent.now, number: `FW-2026-${told.slip.round + 1}` }
    const works = [linked('service-slip', 'verified', fresh), linked('corrective-action', 'accepted')]
    const solved = does(does(knowing(sent, { linked: works }), 'csa', 'goOnSite'), 'engm', 'resolve')
    told = does(solved, 'csa', 'confirm')
  }
  return told
}
