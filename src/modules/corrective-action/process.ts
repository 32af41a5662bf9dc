import { defineProcess, step } from '#kernel/process/define.ts'
import { correctiveParameters } from './parameters.ts'
import { Begin } from './process/asks.ts'
import { needs } from './process/needs.ts'
import { heads, openers, states } from './process/states.ts'
import { steps } from './process/steps.ts'
import { newSlip, pictures } from './process/writes.ts'
import * as rules from './rules.ts'
import { CorrectiveSlip } from './slip.ts'

const within = (slip: CorrectiveSlip) => slip.department === 'customerService'
const outside = (slip: CorrectiveSlip) => !within(slip)
/** To the customer service manager; about his own department to his superior. */
const toManager = [step<CorrectiveSlip>('CSM', 1, 0, outside), step<CorrectiveSlip>('PM', 1, 0, within)]

/** 纠正/预防措施: what a department does so that the same trouble does not come again (plan step 7, domain §2.5.4). */
export const correctiveAction = defineProcess({
  name: 'corrective-action',
  number: 'JZ',
  table: 'corrective_actions',
  slip: CorrectiveSlip,
  title: (slip) => slip.fact,
  priority: (slip) => (slip.systemic ? 2 : 3),
  category: rules.categoryOf,
  searched: (slip) => [slip.fact, slip.sourceNumber ?? '', slip.sourceText ?? '', slip.responsible ?? ''],
  departments: (slip) => [slip.department],
  shows: (slip) => ({
    department: slip.department,
    submitted: slip.submittedAt !== null,
    accepted: slip.acceptedAt !== null,
    exempted: slip.exemption !== null,
    effective: slip.effect === 'effective' ? true : slip.earlierRounds.length > 0 ? false : null,
    systemic: slip.systemic,
    round: slip.round,
  }),
  recent: 'corrective.systemic_days',
  personal: ['yourDepartment'],
  sight: {
    all: ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'ARC'],
    department: ['ENGM', 'SECM', 'CLNM', 'FINM', 'LEA', 'HR'],
    own: [],
    company: [],
  },
  hidden: [],

  opens: {
    in: 'open',
    by: openers,
    step: '7',
    input: Begin,
    customerFree: () => true,
    slip: newSlip,
    refers: (input) => pictures(input, 'photo'),
    ensures: 'kindNamed',
    tells: ['department', 'CSM'],
  },

  states,

  clocks: {
    plan: { runs: 'open', due: (_slip, started, at) => rules.planBy(started, at), late: toManager },
    accept: { runs: 'planned', due: (_slip, started, at) => rules.acceptBy(started, at), late: [step('PM', 2)] },
    implement: { runs: 'accepted', due: rules.implementBy, late: toManager },
    verify: { runs: 'done', due: (slip, _started, at) => rules.verifyBy(slip, at), late: [step('PM', 2)] },
  },

  needs,
  actions: steps,

  corrects: { by: ['CSM', 'PM'], fields: ['fact', 'sourceText'] },

  papers: {
    report: {
      form: 'F-42',
      template: 'corrective-action',
      version: '1.0',
      copies: ['desk'],
      by: [...heads, 'PM', 'CSS', 'CSA', 'ARC'],
    },
  },

  parameters: correctiveParameters,
})
