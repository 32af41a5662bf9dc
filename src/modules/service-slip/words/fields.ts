import type { Both } from '#lib/language.ts'

/* The blanks of F-41, as they stand on screen and paper. */

export const fields = {
  // the request
  sourceNumber: { zh: '来源单号', en: 'From case' },
  sourceText: { zh: '来源说明', en: 'Origin' },
  round: { zh: '轮次', en: 'Round' },
  urgent: { zh: '加急', en: 'Urgent' },
  department: { zh: '责任部门', en: 'Department' },
  content: { zh: '服务内容', en: 'What is asked' },
  requiredBy: { zh: '要求完成时间', en: 'Required by' },
  customerWish: { zh: '客户要求', en: 'Customer’s wish' },
  photos: { zh: '照片', en: 'Photos' },
  dispatchedBy: { zh: '派单人', en: 'Sent by' },

  // taken and dated
  receivedBy: { zh: '接收人', en: 'Received by' },
  acceptedAt: { zh: '接收时间', en: 'Received' },
  workers: { zh: '经办人', en: 'Workers' },
  suggestion: { zh: '改期建议', en: 'Suggested time' },
  ownWorkFirst: { zh: '本部门工作优先', en: 'Own work comes first' },
  insistReason: { zh: '坚持原时间的理由', en: 'Why the time stays' },
  earlierDates: { zh: '原要求时间', en: 'Earlier dates' },
  reason: { zh: '原因', en: 'Reason' },

  // done and verified
  result: { zh: '处理结果', en: 'Result' },
  completedAt: { zh: '完成时间', en: 'Done' },
  responsible: { zh: '责任人', en: 'Responsible' },
  verifiedBy: { zh: '验证人', en: 'Verified by' },
  verifiedAt: { zh: '验证时间', en: 'Verified' },
  verifyNote: { zh: '验证意见', en: 'Remarks' },
  redos: { zh: '重做次数', en: 'Times redone' },
  returnReason: { zh: '退回原因', en: 'Why it was returned' },
  earlierResults: { zh: '退回前的结果', en: 'Results given back' },
  closeReason: { zh: '撤销原因', en: 'Why it was cancelled' },

  // inside a kept record
  by: { zh: '经手人', en: 'By' },
  at: { zh: '时间', en: 'When' },
} as const satisfies Readonly<Record<string, Both>>
