import { defineProcess, step } from '#kernel/process/define.ts'
import { headOf } from '#kernel/process/roles.ts'
import { serviceParameters } from './parameters.ts'
import { Request } from './process/asks.ts'
import { needs } from './process/needs.ts'
import { counters, desk, doers, heads, openers, states, unfinished } from './process/states.ts'
import { steps } from './process/steps.ts'
import { newSlip, pictures } from './process/writes.ts'
import * as rules from './rules.ts'
import { ServiceSlip } from './slip.ts'

const toHead = heads.map((role) => step<ServiceSlip>(role, 1, 0, (slip) => headOf(slip.department) === role))
const within = (slip: ServiceSlip) => slip.department === 'customerService'
const outside = (slip: ServiceSlip) => !within(slip)

/** 服务单: a request to a responsible department, raised from a complaint or on its own (domain §2.5.4, §10.7). */
export const serviceSlip = defineProcess({
  name: 'service-slip',
  number: 'FW',
  table: 'service_slips',
  slip: ServiceSlip,
  title: (slip) => slip.content,
  priority: (slip) => (slip.urgent ? 2 : 3),
  category: (slip) => slip.department,
  searched: (slip) => [slip.content, slip.customerWish ?? '', slip.sourceNumber ?? '', slip.sourceText ?? ''],
  departments: (slip) => [slip.department],
  shows: (slip) => ({
    department: slip.department,
    round: slip.round,
    requiredBy: slip.requiredBy,
    doneAt: slip.completedAt,
    result: slip.result,
  }),
  sight: {
    all: ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'ARC'],
    department: ['ENGM', 'ENG', 'SECM', 'SEC', 'CLNM', 'FINM', 'FIN', 'LEA', 'HR'],
    own: counters,
    company: [],
  },
  hidden: [],
  personal: ['yourDepartment'],

  opens: {
    in: 'sent',
    by: openers,
    step: '3',
    input: Request,
    customerFree: () => true,
    slip: newSlip,
    refers: (input) => pictures(input, 'photo'),
    ensures: ['requiredAhead', 'noDebtCollection'],
    tells: 'department',
  },

  states,

  clocks: {
    accept: { runs: 'sent', due: rules.acceptBy, late: toHead },
    answer: {
      runs: 'suggested',
      due: (_slip, started, at) => rules.answerBy(started, at),
      late: [step('CSS', 1, 0, outside), step('PM', 1, 0, within)],
    },
    finish: { runs: unfinished, due: rules.finishBy, late: [...toHead, step('CSM', 1, 0, outside)] },
    verify: {
      runs: 'done',
      due: (_slip, started, at) => rules.verifyBy(started, at),
      late: [step('CSS', 1, 0, outside), step('PM', 1, 0, within)],
    },
  },

  needs,
  actions: steps,

  corrects: { by: desk, fields: ['content', 'customerWish', 'sourceText'] },

  papers: {
    slip: {
      form: 'F-41',
      template: 'service-slip',
      version: '1.0',
      copies: ['desk', 'department'],
      by: [...doers, 'PM', 'ARC'],
    },
  },

  parameters: serviceParameters,
})
