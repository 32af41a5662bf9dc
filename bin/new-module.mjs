// The texts of a new module: a small procedure that works at once, to be changed into the real one.
import { camel, pascal, tableOf, testsOf, title } from './new-module-tests.mjs'

/** File name within src/modules/NAME → text. `chinese`: what the procedure is called, or its English name again. */
export function filesOf({ name, prefix, form, chinese = title(name) }) {
  const process = camel(name)
  const slip = `${pascal(name)}Slip`
  return {
    'slip.ts': `import { z } from 'zod'
import { choice, instant, longText, phone, text } from '#kernel/process/fields.ts'

/* The fields on the paper of ${title(name).toLowerCase()}, and what each action asks. */

export const ${slip} = z.object({
  subject: z.string().min(1).max(200),
  details: z.string().max(2000),
  reporterName: z.string().min(1).max(60),
  reporterPhone: z.string().min(1).max(40),
  urgency: choice(['normal', 'urgent']),
  handledBy: z.string().max(60).nullable(),
  startedAt: instant().nullable(),
  result: z.string().max(2000).nullable(),
  closeReason: z.string().max(500).nullable(),
})
export type ${slip} = z.infer<typeof ${slip}>

export const Report = z
  .object({
    subject: text(200),
    details: longText(2000),
    reporterName: text(60),
    reporterPhone: phone(),
    urgency: choice(['normal', 'urgent']),
  })
  .strict()
export const Finish = z.object({ result: longText(2000) }).strict()
export const Reason = z.object({ reason: longText(500) }).strict()
`,
    'process.ts': `import { addServiceMinutes } from '#lib/working-calendar.ts'
import { defineProcess, step } from '#kernel/process/define.ts'
import { parameters } from './parameters.ts'
import { Finish, ${slip}, Reason, Report } from './slip.ts'

const desk = ['CSA', 'CSS'] as const

/** ${title(name)}. Change the states, needs and actions into those of the procedure on paper, and name its steps. */
export const ${process} = defineProcess({
  name: '${name}',
  number: '${prefix}',
  table: '${tableOf(name)}',
  slip: ${slip},
  title: (slip) => slip.subject,
  priority: (slip) => (slip.urgency === 'urgent' ? 2 : 3),
  searched: (slip) => [slip.subject, slip.details, slip.reporterName, slip.reporterPhone],
  sight: { all: ['GM', 'PM', 'CSM', 'CSS', 'CSA'], own: ['REC', 'OPR', 'TUSR'], company: ['TADM'] },
  hidden: [],

  opens: {
    in: 'registered',
    by: [...desk, 'REC', 'OPR', 'TADM', 'TUSR'],
    step: '1',
    input: Report,
    customerFree: () => true,
    slip: (input) => ({ ...input, handledBy: null, startedAt: null, result: null, closeReason: null }),
    tells: 'CSA',
  },

  states: {
    registered: { waitsFor: desk, tone: 'info', next: 'inProgress' },
    inProgress: { waitsFor: desk, tone: 'active', next: 'done' },
    done: { waitsFor: desk, tone: 'info', next: 'closed' },
    closed: { final: true, tone: 'done' },
    cancelled: { final: true, voids: true, tone: 'neutral' },
  },

  clocks: {
    respond: {
      runs: 'registered',
      due: (_slip, started, at) => ({
        kind: 'SERVICE',
        at: addServiceMinutes(at.facts.calendar, started, at.facts.parameter<number>('${name.replace(/-/g, '')}.respond_minutes')),
      }),
      late: [step('CSS', 1)],
    },
  },

  needs: {
    resultWritten: (slip) => slip.result !== null,
  },

  actions: {
    begin: {
      by: desk,
      from: 'registered',
      to: 'inProgress',
      step: '2',
      writes: (_slip, _input, at) => ({ handledBy: at.actor.name, startedAt: at.now }),
      prints: 'paper',
      primary: true,
    },
    finish: {
      by: desk,
      from: 'inProgress',
      to: 'done',
      step: '3',
      input: Finish,
      writes: (_slip, { result }) => ({ result }),
      tells: ['opener', 'customer'],
      primary: true,
    },
    close: { by: desk, from: 'done', to: 'closed', step: '4', needs: 'resultWritten', primary: true },
    cancel: {
      by: desk,
      from: ['registered', 'inProgress'],
      to: 'cancelled',
      input: Reason,
      writes: (_slip, { reason }) => ({ closeReason: reason }),
      tells: 'opener',
    },
  },

  corrects: { by: ['CSA', 'CSS'], fields: ['subject', 'details', 'reporterName', 'reporterPhone'] },

  papers: {
    paper: { form: '${form}', template: 'standard', version: '1.0', copies: ['desk'], by: ['CSA', 'CSS', 'CSM'] },
  },

  parameters,
})
`,
    'parameters.ts': `import { z } from 'zod'
import { declareParameter } from '#kernel/parameters/declare.ts'
import { parameterWords } from './words.ts'

/* The numbers of this procedure. */
export const parameters = [
  declareParameter({
    key: '${name.replace(/-/g, '')}.respond_minutes',
    default: 60,
    schema: z.int().min(1).max(10_000),
    unit: 'serviceMinutes',
    editableBy: ['CSM', 'PM', 'GM'],
    says: parameterWords.respond,
  }),
]
`,
    'words.ts': `import type { Words } from '#kernel/process/words.ts'
import type { ${process} } from './process.ts'

/** Every word of the procedure, both languages side by side; a missing one does not compile. */
export const words = {
  name: { zh: '${chinese}', en: '${title(name)}' },
  paper: { zh: '${chinese}单', en: '${title(name)} slip' },
  states: {
    registered: { zh: '已登记', en: 'Registered' },
    inProgress: { zh: '办理中', en: 'In progress' },
    done: { zh: '已办完', en: 'Done' },
    closed: { zh: '已结束', en: 'Closed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  actions: {
    begin: { zh: '开始办理', en: 'Begin' },
    finish: { zh: '办完', en: 'Finish' },
    close: { zh: '结束', en: 'Close' },
    cancel: { zh: '取消', en: 'Cancel' },
  },
  needs: {
    resultWritten: { zh: '请先写明办理结果', en: 'Write the result first' },
  },
  clocks: {
    respond: { zh: '受理时限', en: 'Response' },
  },
  fields: {
    subject: { zh: '事由', en: 'Subject' },
    details: { zh: '详细内容', en: 'Details' },
    reporterName: { zh: '联系人', en: 'Contact' },
    reporterPhone: { zh: '联系电话', en: 'Phone' },
    urgency: { zh: '缓急', en: 'Urgency' },
    handledBy: { zh: '经办人', en: 'Handled by' },
    startedAt: { zh: '开始时间', en: 'Begun' },
    result: { zh: '办理结果', en: 'Result' },
    closeReason: { zh: '取消原因', en: 'Reason of cancelling' },
    reason: { zh: '原因', en: 'Reason' },
  },
  options: {
    normal: { zh: '一般', en: 'Normal' },
    urgent: { zh: '紧急', en: 'Urgent' },
  },
  papers: {
    paper: { zh: '${chinese}单', en: '${title(name)} slip' },
  },
  more: {
    desk: { zh: '客服部', en: 'Customer service' },
    respond: { zh: '受理超时', en: 'Late response' },
  },
} as const satisfies Words<typeof ${process}>

export const parameterWords = {
  respond: { zh: '${chinese}受理时限', en: 'Response to ${title(name).toLowerCase()}' },
} as const
`,
    ...testsOf(name, prefix),
    'README.md': `# ${title(name)} (${prefix})

The procedure as it is on paper, numbered; each step names the test that proves it.

1. The desk or the tenant registers a case: \`walk.server.test.ts\` "from the desk to the file, and on paper".
2. An assistant begins, and the paper is made: the same test.
3. The work is finished and its result written: \`process.test.ts\` "nothing is closed without a result".
4. The case is closed: \`process.test.ts\` "step 2 to 4".

Who sees it: the service department every case, a company its own: "another company learns nothing of it".
`,
  }
}

export const migrationOf = (
  name,
) => `-- ${title(name)}: one typed row a slip. Columns are the fields of src/modules/${name}/slip.ts in snake case; walk.server.test.ts writes and reads them all.
create table ${tableOf(name)} (
  case_id uuid primary key references cases,
  subject text not null check (length(subject) between 1 and 200),
  details text not null check (length(details) <= 2000),
  reporter_name text not null check (length(reporter_name) between 1 and 60),
  reporter_phone text not null check (length(reporter_phone) between 1 and 40),
  urgency text not null check (urgency in ('normal', 'urgent')),
  handled_by text,
  started_at timestamptz,
  result text,
  close_reason text
);
select draw_border('${tableOf(name)}', $$sees_case(case_id)$$);
`
