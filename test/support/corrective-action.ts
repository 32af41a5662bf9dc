/** The standard corrective action: what is asked at each step, and a report in each state. */
import type { Process } from '#kernel/process/define.ts'
import { correctiveAction as definition } from '#modules/corrective-action/process.ts'
import { begun, type Case, complaint, does, person } from './department-case.ts'
import { cast } from './moment.ts'

export const correctiveAction: Process = definition

export const found = {
  department: 'engineering',
  source: 'inspection',
  kind: 'temperature',
  fact: 'two offices too cold',
}
export const ofComplaint = { department: 'engineering', source: 'complaint', fact: 'the air of 1-1701 was too cold' }

export const plan = {
  causes: ['machine', 'method'],
  causeText: 'the damper stuck; nobody looks at it between services',
  responsible: 'Li Gang',
  corrective: 'change the damper',
  correctiveBy: '2026-11-25',
  preventive: 'look at every damper each month',
  preventiveBy: '2026-11-30',
  generalisation: 'floors 15 to 20',
}
export const asked: Readonly<Record<string, object>> = {
  submitPlan: plan,
  rejectPlan: { reason: 'the cause is a guess' },
  implement: { implementation: 'damper changed, list of dampers made', evidence: 'service sheet 17' },
  verify: { effect: 'effective', verifyNote: 'no complaint since' },
  exempt: { exemption: 'invalidComplaint', reason: 'the room is not air-conditioned by us' },
}

const day = 24 * 60
export const [head, manager, boss] = [cast.engm, cast.csm, person('PM')]

export const open = begun(correctiveAction, manager, found)
export const planned = does(open, head, 'submitPlan', plan, 60)
export const accepted = does(planned, manager, 'acceptPlan', undefined, 60)
export const done = does(accepted, head, 'implement', asked['implement'], day)
export const verified = does(done, manager, 'verify', asked['verify'], 7 * day)
export const again = does(done, manager, 'verify', { effect: 'ineffective', verifyNote: 'cold again' }, 7 * day)
export const closed = does(verified, manager, 'close')
export const exempted = does(
  begun(correctiveAction, cast.csa, ofComplaint, { facts: { linked: [complaint({ category: 'temperature' })] } }),
  manager,
  'exempt',
  asked['exempt'],
)
export const stages: Readonly<Record<string, Case>> = { open, planned, accepted, done, verified, closed, exempted }
