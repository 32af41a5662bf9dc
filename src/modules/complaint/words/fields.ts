import type { Both } from '#lib/language.ts'
import { callBackFields } from '#kernel/process/call-back-words.ts'
import { joinedFields } from '#kernel/process/joined-words.ts'

/* The blanks of F-40 and F-43, and those inside a kept record, as they stand on screen and paper. */

export const fields = {
  ...callBackFields,
  ...joinedFields,

  // taking it
  acceptedAt: { zh: '受理时间', en: 'Taken' },
  acceptedBy: { zh: '受理人', en: 'Taken by' },
  apologised: { zh: '已向客户致歉', en: 'Apologised to the customer' },
  channel: { zh: '投诉方式', en: 'Channel' },
  source: { zh: '间接来源', en: 'Indirect source' },
  orderDeadline: { zh: '12345 要求办结时间', en: 'Deadline of the 12345 order' },
  complainant: { zh: '投诉人身份', en: 'Complainant is' },
  complainantName: { zh: '投诉人', en: 'Complainant' },
  company: { zh: '公司名称', en: 'Company' },
  complainantPhone: { zh: '联系电话', en: 'Phone' },
  location: { zh: '单元号/地点', en: 'Unit or place' },
  occurredAt: { zh: '发生时间', en: 'Happened' },
  category: { zh: '类别', en: 'Category' },
  problem: { zh: '详细情况', en: 'What happened' },
  direct: { zh: '直接影响客户', en: 'Affects the customer directly' },
  written: { zh: '书面投诉（须书面回复）', en: 'In writing (a written reply is owed)' },
  injury: { zh: '有人受伤', en: 'Somebody was hurt' },
  media: { zh: '媒体关注', en: 'The press is involved' },
  photos: { zh: '照片', en: 'Photos' },

  // the grade
  grade: { zh: '等级', en: 'Grade' },
  majorBecause: { zh: '列为重大的原因', en: 'Major because' },
  repeatOf: { zh: '该客户近期同类投诉', en: 'Earlier complaints of this customer' },
  alike: { zh: '其他客户同一事项投诉', en: 'Others with the same trouble' },
  gradings: { zh: '定级记录', en: 'Gradings' },
  byManager: { zh: '经理定级', en: 'By the manager' },
  reason: { zh: '原因', en: 'Reason' },

  // who follows
  assistant: { zh: '跟进客服助理', en: 'Assistant who follows' },
  assignedAt: { zh: '指派时间', en: 'Assigned' },
  contacts: { zh: '联系客户记录', en: 'Contacts with the customer' },
  firstContactAt: { zh: '首次联系时间', en: 'First contact' },
  expectedAt: { zh: '告知的预计时间', en: 'Expected time given' },

  // rounds
  round: { zh: '轮次', en: 'Round' },
  roundStartedAt: { zh: '本轮开始', en: 'Round began' },
  roundReason: { zh: '再处理原因', en: 'Why another round' },

  // the departments
  departments: { zh: '责任部门', en: 'Departments' },
  dispatches: { zh: '已发服务单', en: 'Service slips sent' },
  serviceSlips: { zh: '服务单', en: 'Service slips' },
  department: { zh: '责任部门', en: 'Department' },
  content: { zh: '内容', en: 'What is to be done' },
  requiredBy: { zh: '要求完成时间', en: 'Required by' },
  customerWish: { zh: '客户要求', en: 'What the customer wants' },
  presences: { zh: '到场记录', en: 'On site' },
  together: { zh: '与责任部门一同前往', en: 'Went together with the department' },
  withWhom: { zh: '同行人员', en: 'Went with' },
  found: { zh: '现场情况', en: 'What was found' },
  deferrals: { zh: '延期记录', en: 'Deferrals' },
  informedAt: { zh: '告知客户时间', en: 'Customer told at' },
  informedWho: { zh: '告知何人', en: 'Who was told' },
  understanding: { zh: '客户是否谅解', en: 'Does the customer agree' },
  promisedAt: { zh: '预计解决时间', en: 'Promised for' },
  cannotSolve: { zh: '不能解决', en: 'Cannot be solved' },
  resolution: { zh: '部门处理结果', en: 'How it was solved' },
  result: { zh: '处理结果', en: 'Result' },
  notOnSite: { zh: '未到场原因', en: 'Why nobody went on site' },
  solvedAt: { zh: '首次解决时间', en: 'First solved' },
  sentBackBecause: { zh: '退回原因', en: 'Why it was sent back' },
  answer: { zh: '答复客户', en: 'What the customer is told' },

  // the letter
  addressee: { zh: '致', en: 'To' },
  matter: { zh: '事由', en: 'Subject' },
  investigation: { zh: '调查', en: 'What we looked into' },
  treatment: { zh: '处理', en: 'What we did' },
  outcome: { zh: '结果', en: 'Outcome' },
  apology: { zh: '致歉', en: 'Apology' },
  followUp: { zh: '后续', en: 'What follows' },
  letter: { zh: '书面回复稿', en: 'Letter in preparation' },
  lettersNumbered: { zh: '已编号函件数', en: 'Letters numbered' },
  draftedAt: { zh: '拟稿时间', en: 'Drafted' },
  draftedBy: { zh: '拟稿人', en: 'Drafted by' },
  draftedById: { zh: '拟稿人编号', en: 'Drafter' },
  returnedBecause: { zh: '退回修改原因', en: 'Returned because' },
  approvedAt: { zh: '审批用印时间', en: 'Approved and sealed' },
  approvedBy: { zh: '审批人', en: 'Approved by' },
  holding: { zh: '先行回复', en: 'Holding reply' },
  words: { zh: '内容', en: 'Words' },
  delivery: { zh: '送达方式', en: 'Delivered how' },
  deliveredAt: { zh: '送达时间', en: 'Delivered' },
  signedBy: { zh: '签收人', en: 'Received by' },
  proof: { zh: '送达凭证', en: 'Proof of delivery' },
  replies: { zh: '书面回复', en: 'Written replies' },

  // the customer's word
  answers: { zh: '客户平台答复', en: 'Answers in the portal' },
  visits: { zh: '登门拜访', en: 'Visits in person' },
  visitedAt: { zh: '拜访时间', en: 'Visited' },
  role: { zh: '职务', en: 'Role' },
  satisfiedAt: { zh: '表示满意时间', en: 'Satisfied since' },
  closeReason: { zh: '关闭原因', en: 'Why it ended' },
} as const satisfies Readonly<Record<string, Both>>
