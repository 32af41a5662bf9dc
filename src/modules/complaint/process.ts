import { defineProcess } from '#kernel/process/define.ts'
import { callBackPaper } from '#kernel/process/papers/call-back.ts'
import { complaintParameters } from './parameters.ts'
import { Report } from './process/asks.ts'
import { clocks } from './process/clocks.ts'
import { closing } from './process/closing.ts'
import { needs } from './process/needs.ts'
import { newSlip } from './process/opening.ts'
import { replying } from './process/replying.ts'
import { solving } from './process/solving.ts'
import { states } from './process/states.ts'
import { taking } from './process/taking.ts'
import { ComplaintSlip, hidden } from './slip.ts'

/** 处理客户投诉流程. `step` names the step of the plan, or the section of the domain design, that an action enforces. */
export const complaint = defineProcess({
  name: 'complaint',
  number: 'TS',
  table: 'complaint_slips',
  slip: ComplaintSlip,
  title: (slip) => slip.problem,
  priority: (slip) => (slip.grade === 'major' ? 1 : slip.grade === 'serious' || slip.direct ? 2 : 3),
  category: (slip) => slip.category,
  searched: (slip) => [slip.problem, slip.location, slip.complainantName, slip.company, slip.complainantPhone],
  departments: (slip) => slip.departments,
  shows: ({ round, category, grade, direct, departments, conclusion }) => ({
    round,
    category,
    grade,
    direct,
    departments,
    satisfied: conclusion === 'satisfied',
  }),
  recent: 'complaint.repeat_days',
  personal: ['yourDepartment'],
  onPlan: true,
  sight: {
    all: ['GM', 'PM', 'CSM', 'CSS', 'CSA', 'ARC'],
    department: ['ENGM', 'SECM', 'CLNM', 'HR', 'FINM', 'FIN', 'LEA'],
    own: ['REC', 'OPR', 'MAIL', 'MTG', 'BCC', 'CANT', 'SEC', 'ENG', 'ENGM', 'SECM', 'CLNM', 'TUSR', 'GUEST'],
    company: ['TADM'],
  },
  hidden,

  opens: {
    in: ['registered', 'assigned'],
    goes: (slip) => (slip.assistant === null ? 'registered' : 'assigned'),
    by: [
      ...([
        'CSA',
        'CSS',
        'CSM',
        'REC',
        'OPR',
        'MAIL',
        'MTG',
        'BCC',
        'CANT',
        'SECM',
        'SEC',
        'CLNM',
        'ENGM',
        'ENG',
      ] as const),
      ...(['TADM', 'TUSR', 'GUEST'] as const),
    ],
    step: '1, 2, 3',
    input: Report,
    customerFree: (input) => input.complainant === 'visitor',
    slip: newSlip,
    refers: (input) => (input.photos ?? []).map((id) => ({ kind: 'file', id, purpose: 'photo' }) as const),
    ensures: ['apologyFirst', 'notInTheFuture'],
    assigns: ({ assistant }) => (assistant === null ? null : [assistant]),
    tells: (slip) => ['owner', 'CSS', ...(slip.grade === 'major' ? (['CSM', 'PM'] as const) : [])],
  },

  states,
  clocks,
  needs,
  actions: { ...taking, ...solving, ...replying, ...closing },

  corrects: {
    by: ['CSA', 'CSS', 'CSM'],
    fields: ['complainantName', 'company', 'complainantPhone', 'location', 'occurredAt', 'problem'],
  },

  papers: {
    record: {
      form: 'F-40',
      template: 'record',
      version: '1.0',
      copies: ['desk'],
      by: ['CSA', 'CSS', 'CSM', 'PM', 'GM', 'ARC'],
    },
    replyLetter: {
      form: 'F-43',
      template: 'reply-letter',
      version: '1.0',
      copies: ['desk', 'customer'],
      by: ['CSA', 'CSS', 'CSM', 'PM', 'GM', 'ARC', 'TADM'],
    },
    callBackRecord: { ...callBackPaper, by: ['CSA', 'CSS', 'CSM', 'PM', 'ARC'] },
  },

  parameters: complaintParameters,
})
