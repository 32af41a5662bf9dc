/** The standard slips of repair tests: what is asked at each step, and how far a case has come. */
import type { Process } from '#kernel/process/define.ts'
import { repair as definition } from '#modules/repair/process.ts'
import { cast, contactId, fileId, shanghai } from './moment.ts'
import { after, opened, type Walk } from './walk.ts'

export const repair: Process = definition

export const report = {
  channel: 'phone',
  area: 'customer',
  location: 'A-1203',
  category: 'doors',
  problem: 'the door of the meeting room scrapes the floor',
  priority: 'P3',
  pricing: 'free',
  freeReason: 'warranty',
  reporterName: 'Ms Tan',
  reporterPhone: '010-5555 0101',
  appointmentStart: shanghai('14:00'),
  appointmentEnd: shanghai('15:00'),
}
export const chargedReport = { ...report, pricing: 'chargeable', freeReason: undefined }
export const danger = {
  ...report,
  category: 'power',
  priority: 'P1',
  problem: 'smoke from a socket',
  appointmentStart: undefined,
  appointmentEnd: undefined,
}

/** A valid answer to what each action asks; actions that ask nothing are left out. */
export const asked: Readonly<Record<string, object>> = {
  triage: { category: 'doors', priority: 'P3', pricing: 'free', freeReason: 'ours' },
  quote: { lines: [{ code: 'R01', quantity: '2' }], estimateFen: 5000 },
  agree: { how: 'phone', contact: contactId, agreedFen: 8000 },
  objectToPrice: { reason: 'the material is too dear' },
  decline: { reason: 'does not want to pay' },
  convert: { reason: 'the leak reaches the common ceiling' },
  deliver: {},
  agreeTime: { appointmentStart: shanghai('14:00'), appointmentEnd: shanghai('15:00'), appointmentWith: 'Ms Tan' },
  join: { joinedInto: 'GW-2026-0009' },
  cancel: { reason: 'entered by mistake' },
  withdraw: { reason: 'it works again' },
  assign: { workers: [cast.eng.id] },
  accept: { tools: ['ladder'] },
  appoint: { appointmentStart: shanghai('14:00'), appointmentEnd: shanghai('15:00'), appointmentWith: 'Ms Tan' },
  accompany: {},
  arrive: { companion: cast.csa.id },
  enterWithKeys: { permission: 'recorded', permittedBy: 'Ms Tan', second: cast.sec.id, keysFrom: 'front desk' },
  photograph: { photos: [fileId] },
  verifyMaterial: { materialVerdict: 'fit', materialNote: 'as on the label' },
  decideUnfit: { unfitDecision: 'useHouse', decidedBy: 'Ms Tan' },
  suspend: { reason: 'awaitMaterial', expectedAt: shanghai('17:30'), customerTold: true, note: 'hinge on order' },
  requote: { lines: [{ code: 'R01', quantity: '4' }], estimateFen: 5000 },
  finish: { workDone: 'rehung the door', workMinutes: 40 },
  sign: { signatureMethod: 'pad', signatureFile: fileId, signedBy: 'Ms Tan', satisfaction: 'satisfied' },
  reject: { reason: 'still scrapes' },
  callBack: {
    how: 'phone',
    spokeWith: 'Ms Tan',
    conclusion: 'satisfied',
    timeliness: 5,
    attitude: 5,
    quality: 4,
    fee: 5,
  },
  notReached: { how: 'phone' },
  callJoined: { joinedNumber: 'GW-2026-0008', spokeWith: 'Mr Yu', conclusion: 'satisfied' },
  reopen: { reason: 'scrapes again' },
  complain: {
    apologised: true,
    complaintChannel: 'phone',
    company: 'Chengji',
    complaint: 'third visit and it still scrapes',
    direct: true,
  },
  rate: { timeliness: 5, attitude: 5, quality: 5, fee: 4 },
  bill: { payment: 'now' },
  carry: { payer: 'Ms Tan', amountFen: 7000 },
  collect: { method: 'cash', payer: 'Ms Tan', amountFen: 7000 },
  returnReceipt: { returnedTo: 'Ms Tan' },
}

/** Two lamps and 40.00 of material: 70.00, within the 80.00 consented to. */
export const chargedWork = {
  ...asked.finish,
  labour: [{ code: 'R01', quantity: '2' }],
  materials: [{ name: 'lamp', unit: 'piece', quantity: '2', unitFen: 2000 }],
}

type Stages = Readonly<Record<string, Walk>>

/** A free P3 case in each state it passes through, reported at 10:00 and visited by appointment at 14:00. */
export function freeCase(): Stages {
  const registered = opened(repair, 'csa', report)
  const delivered = after(registered, 'csa', 'deliver', {}, 5)
  const accepted = after(delivered, 'eng', 'accept', asked.accept, 5)
  const appointed = after(accepted, 'eng', 'appoint', asked.appoint, 5)
  const onSite = after(appointed, 'eng', 'arrive', {}, 225)
  const working = after(onSite, 'eng', 'begin', undefined, 2)
  const suspended = after(working, 'eng', 'suspend', asked.suspend, 10)
  const done = after(after(suspended, 'eng', 'resume', undefined, 30), 'eng', 'finish', asked.finish, 20)
  const rework = after(done, 'tadm', 'reject', asked.reject, 2)
  const signed = after(done, 'eng', 'sign', asked.sign, 5)
  const called = after(signed, 'csa', 'callBack', asked.callBack, 10)
  return { registered, delivered, accepted, appointed, onSite, working, suspended, done, rework, signed, called }
}

/** A charged P3 case in each state, quoted 80.00, consented to, costing 70.00, paid now and carried by the assistant. */
export function chargedCase(): Stages {
  const registered = opened(repair, 'csa', chargedReport)
  const quoted = after(registered, 'csa', 'quote', asked.quote, 5)
  const agreed = after(quoted, 'csa', 'agree', asked.agree, 5)
  const delivered = after(agreed, 'csa', 'deliver', {}, 5)
  const accepted = after(delivered, 'eng', 'accept', asked.accept, 5)
  const appointed = after(accepted, 'csa', 'appoint', asked.appoint, 5)
  const onSite = after(appointed, 'eng', 'arrive', asked.arrive, 215)
  const working = after(onSite, 'eng', 'begin', undefined, 2)
  const done = after(working, 'eng', 'finish', chargedWork, 40)
  const signed = after(done, 'eng', 'sign', asked.sign, 5)
  const called = after(signed, 'csa', 'callBack', asked.callBack, 10)
  const billed = after(called, 'csa', 'bill', asked.bill, 5)
  const carried = after(billed, 'csa', 'carry', asked.carry, 5)
  const settled = after(carried, 'fin', 'collect', asked.collect, 20)
  return {
    registered,
    quoted,
    agreed,
    delivered,
    accepted,
    appointed,
    onSite,
    working,
    done,
    signed,
    called,
    billed,
    carried,
    settled,
  }
}
