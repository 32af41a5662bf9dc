/** Walks a case through a definition without a database, keeping what the kernel would keep: copies, charges, receipts. */
import { type Decision, decide, decideOpening, type Refusal, type Slip } from '#kernel/process/decide.ts'
import type { Process } from '#kernel/process/define.ts'
import type { CopyFact, Facts } from '#kernel/process/moment.ts'
import { type IsoInstant, plusMinutes } from '#lib/time.ts'
import { type Changes, cast, momentOf, type Player, shanghai } from './moment.ts'

export interface Walk {
  readonly process: Process
  readonly state: string
  readonly slip: Slip
  readonly now: IsoInstant
  readonly facts: Partial<Facts>
  readonly copies: readonly CopyFact[]
  readonly charged: number
  readonly unpaid: number
  readonly papers: number
  /** what the last step decided */
  readonly last: Decision | null
}

const shown = (what: string, refusal: Refusal) => new Error(`${what} was refused: ${JSON.stringify(refusal)}`)
export const isRefusal = (answer: object): answer is Refusal => 'why' in answer

export function opened(process: Process, by: Player, input: unknown, changes: Changes = {}): Walk {
  const now = changes.now ?? shanghai('10:00')
  const first = decideOpening(process, input, momentOf({ ...changes, now, actor: cast[by] }))
  if (isRefusal(first)) throw shown('opening', first)
  const nothing = { copies: [], charged: 0, unpaid: 0, papers: 0, last: null }
  return { process, state: first.in, slip: first.slip, now, facts: changes.facts ?? {}, ...nothing }
}

/** What the rulebook says when this person tries this, so many minutes later. */
export function tried(walk: Walk, by: Player, action: string, input?: unknown, minutes = 1): Decision | Refusal {
  const { charged, unpaid, copies } = walk
  const number = walk.process.actions[action]?.numbered === undefined ? null : `HF-202611-${walk.papers + 1}`
  const now = plusMinutes(walk.now, minutes)
  const facts = { charged, unpaid, copies, number, ...walk.facts }
  return decide(walk.process, walk, action, input, momentOf({ now, actor: cast[by], facts }))
}

/** The case after the step; an Error when it is refused. */
export function after(walk: Walk, by: Player, action: string, input?: unknown, minutes = 1): Walk {
  const decision = tried(walk, by, action, input, minutes)
  if (isRefusal(decision)) throw shown(`${action} by ${by} in ${walk.state}`, decision)
  const billed = decision.charges.reduce((sum, line) => sum + line.amountFen, 0)
  if (decision.collects && decision.collects.amountFen !== walk.unpaid)
    throw new Error(`collected ${decision.collects.amountFen}, owed ${walk.unpaid}`)
  return {
    ...walk,
    state: decision.to,
    slip: decision.receiptIn === null ? decision.slip : { ...decision.slip, [decision.receiptIn]: 'SJ-202611-0001' },
    now: plusMinutes(walk.now, minutes),
    copies: handed(printed(walk, decision), decision),
    charged: walk.charged + billed,
    unpaid: decision.collects ? 0 : walk.unpaid + billed,
    papers: walk.papers + (walk.process.actions[action]?.numbered === undefined ? 0 : 1),
    last: decision,
  }
}

function printed(walk: Walk, decision: Decision): readonly CopyFact[] {
  const fresh = decision.prints.flatMap((name) => {
    const paper = walk.process.papers[name]
    if (!paper || walk.copies.some((copy) => copy.form === paper.form)) return []
    return paper.copies.map((goesTo, at) => ({ form: paper.form, copy: at + 1, goesTo, handedTo: null }))
  })
  return [...walk.copies, ...fresh]
}

/** A copy handed once is not handed again. */
function handed(copies: readonly CopyFact[], decision: Decision): readonly CopyFact[] {
  return copies.map((copy) => {
    const hand = decision.hands.find((one) => one.form === copy.form && one.copy === copy.copy)
    return hand && copy.handedTo === null ? { ...copy, handedTo: hand.to } : copy
  })
}
