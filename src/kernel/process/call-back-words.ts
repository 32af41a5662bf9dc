import type { Both } from '#lib/language.ts'

/* The words of a call-back, which every process with call-backs spreads into its own dictionaries. */

export const callBackFields = {
  callBacks: { zh: '回访记录', en: 'Call-backs' },
  number: { zh: '编号', en: 'Number' },
  how: { zh: '方式', en: 'How' },
  at: { zh: '时间', en: 'When' },
  by: { zh: '经手人', en: 'By' },
  spokeWith: { zh: '被访人', en: 'Spoke with' },
  conclusion: { zh: '回访结论', en: 'Conclusion' },
  timeliness: { zh: '及时性', en: 'Timeliness' },
  attitude: { zh: '态度', en: 'Attitude' },
  quality: { zh: '质量', en: 'Quality' },
  fee: { zh: '收费', en: 'Fee' },
  opinion: { zh: '意见', en: 'Remarks' },
  handling: { zh: '处理', en: 'What will be done' },
} as const satisfies Readonly<Record<string, Both>>

export const callBackOptions = {
  phone: { zh: '电话', en: 'Telephone' },
  visit: { zh: '上门', en: 'Visit' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  acceptable: { zh: '基本满意', en: 'Acceptable' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  notReached: { zh: '未联系上', en: 'Not reached' },
} as const satisfies Readonly<Record<string, Both>>

export const callBackNeeds = {
  calledEnough: {
    zh: '联系次数不够：须在不同的日子多次联系后才能作罢',
    en: 'Not enough attempts: try again, on different days, before giving up',
  },
} as const satisfies Readonly<Record<string, Both>>

export const callBackPapers = {
  callBackRecord: { zh: '回访记录', en: 'Call-back record' },
} as const satisfies Readonly<Record<string, Both>>

/** Only on the paper F-32. */
export const callBackPaperWords = {
  subject: { zh: '对象单号', en: 'About' },
  customer: { zh: '客户', en: 'Customer' },
  calledAt: { zh: '回访时间', en: 'Called' },
  calledBy: { zh: '回访人', en: 'Called by' },
  caller: { zh: '回访人签名', en: 'Caller’s signature' },
  checkedBy: { zh: '复核', en: 'Checked by' },
  attempt: { zh: '次数', en: 'Attempt' },
  attemptNumber: { zh: '回访编号', en: 'Call-back no.' },
  outcome: { zh: '结果', en: 'Outcome' },
} as const satisfies Readonly<Record<string, Both>>
