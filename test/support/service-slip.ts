/** The standard service slip: what is asked at each step, and a slip in each state. */
import type { Process } from '#kernel/process/define.ts'
import { serviceSlip as definition } from '#modules/service-slip/process.ts'
import { begun, type Case, does, person } from './department-case.ts'
import { cast, fileId, shanghai } from './moment.ts'

export const serviceSlip: Process = definition

export const request = {
  department: 'engineering',
  content: 'the air of 1-1701 is too cold',
  requiredBy: shanghai('12:00'),
  customerWish: 'before the meeting at one',
}

export const asked: Readonly<Record<string, object>> = {
  assign: { workers: [cast.eng.id] },
  reassign: { workers: [cast.engB.id] },
  suggestTime: { requiredBy: shanghai('16:00'), reason: 'all fitters are at the pump', ownWorkFirst: true },
  insist: { reason: 'the customer has a meeting' },
  revise: { requiredBy: shanghai('15:00'), reason: 'the meeting was moved' },
  photograph: { photos: [fileId] },
  finish: { result: 'set the damper', photos: [fileId] },
  verify: { verifyNote: '23 degrees measured' },
  giveBack: { reason: 'still 19 degrees', requiredBy: shanghai('17:00') },
  cancel: { reason: 'sent twice' },
}

export const [engineer, head, assistant, manager] = [cast.eng, cast.engm, cast.csa, person('PM')]

export const sent = begun(serviceSlip, assistant, request)
export const accepted = does(sent, engineer, 'accept', undefined, 10)
export const suggested = does(sent, engineer, 'suggestTime', asked['suggestTime'], 10)
export const done = does(accepted, engineer, 'finish', asked['finish'], 60)
export const returned = does(done, assistant, 'giveBack', asked['giveBack'], 10)
export const verified = does(done, assistant, 'verify', asked['verify'], 10)
export const cancelled = does(sent, assistant, 'cancel', asked['cancel'])
export const stages: Readonly<Record<string, Case>> = {
  sent,
  suggested,
  accepted,
  done,
  returned,
  verified,
  cancelled,
}
