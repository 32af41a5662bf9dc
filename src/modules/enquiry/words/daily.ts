import type { Both } from '#lib/language.ts'

/** Words of the day's register F-141 on paper. */
export const daily = {
  register: { zh: '问询登记表', en: 'Daily enquiry register' },
  date: { zh: '日期', en: 'Date' },
  registered: { zh: '登记', en: 'Registered' },
  answered: { zh: '已答复', en: 'Answered' },
  open: { zh: '未办结', en: 'Still open' },
  count: { zh: '{n} 件', en: '{n}' },
  row: { zh: '序号', en: 'Row' },
  time: { zh: '时间', en: 'Time' },
  enquirer: { zh: '询问人/公司', en: 'Enquirer, company' },
  number: { zh: '编号', en: 'Number' },
  answerKind: { zh: '答复方式', en: 'Answer' },
  followUp: { zh: '跟进', en: 'Follow-up' },
  result: { zh: '结果', en: 'Result' },
  compiledBy: { zh: '制表', en: 'Compiled by' },
  checkedBy: { zh: '复核', en: 'Checked by' },
} as const satisfies Readonly<Record<string, Both>>
