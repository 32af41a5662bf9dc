import { callBackBy } from '#kernel/process/call-back.ts'
import { defineProcess, step } from '#kernel/process/define.ts'
import { joinedHidden } from '#kernel/process/joined.ts'
import { callBackPaper } from '#kernel/process/papers/call-back.ts'
import { Report } from './process/asks.ts'
import { closing } from './process/closing.ts'
import { needs } from './process/needs.ts'
import { newSlip } from './process/opening.ts'
import { repairParameters } from './parameters.ts'
import { reporting } from './process/reporting.ts'
import * as rules from './rules.ts'
import { RepairSlip } from './slip.ts'
import { afterWork, states } from './process/states.ts'
import { visit } from './process/visit.ts'

/** 客户报修流程. `step` names the step of the plan, or the section of the domain design, that an action enforces. */
export const repair = defineProcess({
  name: 'repair',
  number: 'GW',
  table: 'repair_slips',
  slip: RepairSlip,
  title: (slip) => slip.problem,
  priority: (slip) => Number(slip.priority.slice(1)) as 1 | 2 | 3 | 4,
  category: (slip) => slip.category,
  searched: (slip) => [slip.problem, slip.location, slip.reporterName, slip.reporterPhone],
  onPlan: true,
  sight: {
    all: ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'ENGM', 'ENG', 'FINM', 'FIN', 'ARC', 'CANT'],
    own: ['REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'SECM', 'SEC', 'CLNM', 'TUSR', 'GUEST'],
    company: ['TADM'],
  },
  hidden: ['callBacks', 'tools', 'calledThrough', 'paperFollowedAt', 'archivedBy', 'keyEntry', ...joinedHidden],

  opens: {
    in: 'registered',
    by: ['CSA', 'CSS', 'REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'CANT', 'SECM', 'SEC', 'CLNM', 'TADM', 'TUSR', 'GUEST'],
    step: '1, 3',
    input: Report,
    customerFree: (input) => input.area === 'common',
    slip: newSlip,
    refers: (input) => (input.photos ?? []).map((id) => ({ kind: 'file', id, purpose: 'photo' }) as const),
    ensures: ['timeAsked', 'appointmentAhead'],
    tells: ['CSA'],
  },

  states,

  clocks: {
    dispatch: { runs: 'registered', due: rules.dispatchBy, late: [step('CSS', 1)] },
    accept: { runs: 'delivered', due: rules.acceptBy, late: [step('ENGM', 1)] },
    paper: {
      runs: ['delivered', 'accepted', 'appointed', 'onSite', 'working', 'rework', ...afterWork],
      rests: 'suspended',
      due: rules.paperBy,
      late: [step('CSS', 1)],
      keptBy: 'CSA',
    },
    arrive: { runs: ['accepted', 'appointed'], due: rules.arriveBy, late: [step('ENGM', 1), step('CSS', 1)] },
    control: {
      runs: ['delivered', 'accepted', 'appointed', 'onSite', 'working'],
      due: (slip, _started, at) => rules.controlBy(slip, at),
      late: [step('PM', 2)],
    },
    finish: {
      runs: ['delivered', 'accepted', 'appointed', 'onSite', 'working', 'rework'],
      rests: 'suspended',
      due: rules.finishBy,
      late: [step('CSM', 1)],
    },
    callBack: { runs: 'signed', due: (_slip, started, at) => callBackBy(started, at), late: [step('CSS', 1)] },
    receiptBack: {
      runs: ['billed', 'settled'],
      due: (slip, _started, at) => rules.receiptBy(slip, at),
      late: [step('CSS', 1)],
      keptBy: 'CSA',
    },
  },

  needs,
  actions: { ...reporting, ...visit, ...closing },

  corrects: { by: ['CSA', 'CSS', 'CSM'], fields: ['reporterName', 'reporterPhone', 'location', 'problem'] },

  papers: {
    slip: {
      form: 'F-30',
      template: 'slip',
      version: '1.0',
      copies: ['desk', 'engineering', 'finance', 'customer'],
      by: ['CSA', 'CSS', 'CSM', 'ENGM', 'ENG', 'FIN', 'FINM', 'ARC', 'TADM'],
    },
    callBackRecord: { ...callBackPaper, by: ['CSA', 'CSS', 'CSM', 'ARC'] },
    carriedPayment: {
      form: 'F-33',
      template: 'carried-payment',
      version: '1.0',
      copies: ['desk'],
      by: ['CSA', 'CSS', 'CSM', 'FIN', 'FINM', 'ARC'],
    },
  },

  parameters: repairParameters,
})
