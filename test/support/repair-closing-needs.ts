/** The needs from the signature to the file: a moment where each is missing, and what has to change for it to hold. */
import { cast, shanghai, tuesday } from './moment.ts'
import { asked } from './repair.ts'
import { charged, free, joinedCall, joinedCase, type Row } from './repair-trial.ts'

const at14 = shanghai('14:00')
const evening = free.signed?.now ?? at14
const copies = (...handed: number[]) =>
  [1, 2, 3, 4].map((copy) => ({ form: 'F-30', copy, goesTo: '', handedTo: handed.includes(copy) ? 'somebody' : null }))
const call = (day: string) => ({
  ...asked.notReached,
  conclusion: 'notReached',
  at: shanghai('16:00', day),
  by: 'Wang Xin',
})
const kept = { ...call(tuesday), spokeWith: '', opinion: '', handling: '', number: 'HF-1' }
const scores = { timeliness: null, attitude: null, quality: null, fee: null }
const attempts = (...days: string[]) => days.map((day) => ({ ...kept, ...scores, at: shanghai('16:00', day) }))
const carriedBack = {
  ...(charged.carried?.slip.carried as object),
  returnedAt: shanghai('17:00'),
  returnedTo: 'Ms Tan',
}
const complaint = {
  kind: 'raised',
  way: 'down',
  process: 'complaint',
  number: 'TS-2026-0001',
  title: '',
  state: 'registered',
  final: false,
  customerId: null,
  openedAt: at14,
  closedAt: null,
  shows: {},
} as const
const filing = { state: 'called', by: 'arc', does: 'archive', facts: { copies: copies(1, 2, 3, 4) } } as const
const paidFacts = { ...filing.facts, charged: 7000, unpaid: 0 }
const paid = { ...filing, from: 'charged', state: 'settled', slip: { carried: null }, facts: paidFacts } as const

export const needsAfter: Readonly<Record<string, Row>> = {
  signatureFits: {
    step: '9',
    says: 'the engineer has the customer sign on the spot',
    state: 'done',
    by: 'eng',
    does: 'sign',
    input: { ...asked.sign, signatureMethod: 'scan' },
    met: { input: asked.sign },
  },
  notTheWorker: {
    step: '9',
    says: 'who worked does not call back',
    state: 'signed',
    by: 'csa',
    does: 'callBack',
    slip: { workers: [cast.csa.id] },
    met: { by: 'css' },
  },
  calledEnough: {
    step: '9',
    says: 'three attempts on two days before giving up',
    state: 'signed',
    by: 'csa',
    does: 'giveUpCalling',
    slip: { callBacks: attempts(tuesday, tuesday, tuesday) },
    met: { slip: { callBacks: attempts(tuesday, tuesday, '2026-11-25') } },
  },
  heardContent: {
    step: '9',
    says: 'a dissatisfied customer’s slip is not filed',
    ...filing,
    slip: { conclusion: 'dissatisfied' },
    met: { slip: {} },
  },
  customerUnhappy: {
    step: '9',
    says: 'only who is not content is asked whether he complains',
    state: 'called',
    by: 'csa',
    does: 'complain',
    met: { slip: { conclusion: 'dissatisfied' } },
  },
  noComplaintOpen: {
    step: '9',
    says: 'one complaint about a repair at a time',
    state: 'called',
    by: 'csa',
    does: 'complain',
    slip: { conclusion: 'dissatisfied' },
    facts: { linked: [complaint, joinedCase] },
    met: {
      facts: {
        linked: [
          { ...complaint, final: true },
          { ...joinedCase, final: false },
        ],
      },
    },
  },
  joinedHere: {
    step: '9',
    says: 'only who was joined in is called as such',
    state: 'signed',
    by: 'csa',
    does: 'callJoined',
    input: { ...asked.callJoined, joinedNumber: 'GW-2026-0777' },
    facts: { linked: [joinedCase] },
    met: { input: asked.callJoined },
  },
  joinedCalled: {
    step: '9',
    says: 'everybody who reported it is called after it was signed, content or not',
    ...filing,
    facts: { ...filing.facts, linked: [joinedCase] },
    slip: { joinedCalls: [joinedCall(shanghai('10:30')), joinedCall(evening, 'GW-2026-0777')] },
    met: { slip: { joinedCalls: [joinedCall(evening)] } },
  },
  somethingToPay: {
    step: '10',
    says: 'a free repair is not billed',
    state: 'called',
    by: 'csa',
    does: 'bill',
    met: { from: 'charged' },
  },
  accountAllowed: {
    step: '10',
    says: 'on account only where it was authorised',
    from: 'charged',
    state: 'called',
    by: 'csa',
    does: 'bill',
    input: { payment: 'account' },
    met: { facts: { monthlyBilling: true } },
  },
  stillOwed: {
    step: '10',
    says: 'money is taken only for what is owed',
    from: 'charged',
    state: 'settled',
    by: 'fin',
    does: 'collect',
    input: { method: 'cash', payer: 'Ms Tan', amountFen: 7000 },
    facts: { charged: 7000, unpaid: 0 },
    met: { facts: { charged: 7000, unpaid: 7000 } },
  },
  payNow: {
    step: '10',
    says: 'what goes on account is not carried',
    from: 'charged',
    state: 'billed',
    by: 'csa',
    does: 'carry',
    facts: { unpaid: 7000 },
    slip: { payment: 'account' },
    met: { slip: {} },
  },
  nothingCarried: {
    step: '10',
    says: 'money is carried once',
    from: 'charged',
    state: 'carried',
    by: 'csa',
    does: 'carry',
    facts: { unpaid: 7000 },
    met: { state: 'billed' },
  },
  carriedAll: {
    step: '10',
    says: 'exactly what is owed is carried',
    from: 'charged',
    state: 'billed',
    by: 'csa',
    does: 'carry',
    facts: { unpaid: 7001 },
    met: { facts: { unpaid: 7000 } },
  },
  moneyCarried: {
    step: '10',
    says: 'only the receipt of carried money is returned',
    from: 'charged',
    state: 'settled',
    by: 'csa',
    does: 'returnReceipt',
    slip: { carried: null },
    met: { slip: {} },
  },
  receiptReturned: {
    step: '10',
    says: 'the receipt is back before the slip is filed',
    ...paid,
    slip: {},
    met: { slip: { carried: carriedBack } },
  },
  feesSettled: {
    step: '10',
    says: 'nothing is filed unpaid',
    ...paid,
    facts: { ...paidFacts, unpaid: 1 },
    met: { facts: paidFacts },
  },
  everyCopyAccounted: {
    step: '11',
    says: 'all four copies are accounted for',
    ...filing,
    facts: { copies: copies(1, 2, 3) },
    met: { facts: filing.facts },
  },
  paperFollowed: {
    step: '11',
    says: 'the slip followed the call',
    ...filing,
    slip: { calledThrough: true, paperFollowedAt: null },
    met: { slip: { calledThrough: true, paperFollowedAt: at14 } },
  },
}
