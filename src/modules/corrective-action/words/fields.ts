import type { Both } from '#lib/language.ts'

/* The blanks of F-42, as they stand on screen and paper. */

export const fields = {
  // one: the fact
  source: { zh: '来源', en: 'Source' },
  sourceNumber: { zh: '来源单号', en: 'From case' },
  sourceText: { zh: '来源说明', en: 'Where it comes from' },
  department: { zh: '责任部门', en: 'Department' },
  kind: { zh: '问题类别', en: 'Kind of trouble' },
  fact: { zh: '不合格事实', en: 'What went wrong' },
  photos: { zh: '照片', en: 'Photos' },
  raisedBy: { zh: '提出人', en: 'Raised by' },
  round: { zh: '轮次', en: 'Round' },
  systemic: { zh: '系统性问题', en: 'Systemic' },

  // two: the cause
  causes: { zh: '原因类别', en: 'Kinds of cause' },
  causeText: { zh: '原因分析', en: 'Cause' },
  responsible: { zh: '责任人', en: 'Responsible person' },

  // three: the measures
  corrective: { zh: '纠正措施', en: 'Corrective measures' },
  correctiveBy: { zh: '纠正完成日', en: 'Corrected by' },
  preventive: { zh: '预防措施', en: 'Preventive measures' },
  preventiveBy: { zh: '预防完成日', en: 'Prevented by' },
  generalisation: { zh: '举一反三范围', en: 'Where else it applies' },
  submittedBy: { zh: '部门负责人', en: 'Head of department' },
  submittedAt: { zh: '提交时间', en: 'Submitted' },
  objection: { zh: '退回原因', en: 'Why it was rejected' },
  acceptedBy: { zh: '审核人', en: 'Accepted by' },
  acceptedAt: { zh: '审核时间', en: 'Accepted' },

  // four: carried out and verified
  implementation: { zh: '实施情况', en: 'What was done' },
  evidence: { zh: '实施证据', en: 'Evidence' },
  implementedBy: { zh: '实施报告人', en: 'Reported by' },
  implementedAt: { zh: '实施时间', en: 'Carried out' },
  effect: { zh: '验证结果', en: 'Effect' },
  verifyNote: { zh: '验证说明', en: 'Verifier’s remarks' },
  verifiedBy: { zh: '验证人', en: 'Verified by' },
  verifiedAt: { zh: '验证日期', en: 'Verified' },
  earlierRounds: { zh: '前几轮措施', en: 'Earlier rounds' },
  exemption: { zh: '豁免情形', en: 'Why exempted' },
  reason: { zh: '原因', en: 'Reason' },
  closeReason: { zh: '豁免理由', en: 'Reason for exempting' },
  closedOn: { zh: '关闭日期', en: 'Closed' },
} as const satisfies Readonly<Record<string, Both>>
