import { joinedNeeds } from '#kernel/process/joined-words.ts'
import type { Both } from '#lib/language.ts'

/* Why a button is grey: what is missing, and what to do about it. */

export const needs = {
  apologyFirst: {
    zh: '请先向客户致歉，再登记',
    en: 'Apologise to the customer first, then write it down',
  },
  notInTheFuture: { zh: '发生时间不能晚于现在，请核对', en: 'It cannot have happened in the future: check the time' },
  notBelowTheRule: {
    zh: '按规定属于重大投诉，不能降级',
    en: 'By the rule this is a major complaint: it cannot be graded lower',
  },
  loweredByManager: {
    zh: '降低等级须由客服部经理写明理由',
    en: 'Only the customer service manager lowers the grade, with a reason',
  },
  requiredAhead: {
    zh: '要求完成时间已经过去，请填将来的时间',
    en: 'The required time has passed: give one that is still ahead',
  },
  deferredInTime: {
    zh: '承诺的时间已过，不能再登记延期；请联系客户并上报部门经理',
    en: 'The promised time has passed: it cannot be deferred any more. Contact the customer and go to your manager',
  },
  informedBeforeDue: {
    zh: '告知客户的时间须在受理之后、承诺时间之前，且不晚于现在',
    en: 'The customer must have been told after it was taken, before it was due, and not in the future',
  },
  promiseAhead: {
    zh: '预计解决时间已经过去，请填将来的时间',
    en: 'The expected time has passed: give one that is still ahead',
  },
  notGivenUp: { zh: '已上报部门经理，不必重复', en: 'The manager has been told already' },
  yourDepartment: {
    zh: '只有责任部门负责人可以登记处理结果',
    en: 'Only the head of a responsible department says how it was solved',
  },
  everySlipDone: {
    zh: '本轮服务单尚未全部完成，请先完成每一张服务单',
    en: 'Not every service slip of this round is done: finish them first',
  },
  plansSubmitted: {
    zh: '请先提交《纠正/预防措施报告》',
    en: 'Submit the corrective and preventive action report first',
  },
  presenceRecorded: {
    zh: '请先登记到场情况；未到场的写明原因',
    en: 'Record who went on site, or write why nobody did',
  },
  slipsVerified: { zh: '请先验证每一张服务单', en: 'Verify every service slip first' },
  notOfTheDepartment: {
    zh: '责任部门的人员不得确认或回访，请由其他部门人员进行',
    en: 'Nobody of the responsible department confirms or calls back: let another department do it',
  },
  writtenComplaint: {
    zh: '此投诉不是书面投诉，无需书面回复',
    en: 'This was not a written complaint: no letter is owed',
  },
  noReplyYet: { zh: '已经回复过，不必再发先行回复', en: 'A reply has been sent already: no holding reply is needed' },
  letterDrafted: { zh: '没有待审的书面回复，请先拟稿', en: 'No letter is waiting for approval: draft it first' },
  notTheDrafter: { zh: '拟稿人不得审批自己的稿件', en: 'Who drafted the letter does not approve it' },
  approverFits: {
    zh: '重大投诉的书面回复须由项目经理审批',
    en: 'The letter of a major complaint is approved by the project manager',
  },
  letterApproved: { zh: '书面回复尚未审批用印', en: 'The letter has not been approved and sealed yet' },
  deliveredPast: {
    zh: '送达时间不能晚于现在，请核对',
    en: 'It cannot have been delivered in the future: check the time',
  },
  managerVisited: {
    zh: '本轮须先由经理登门拜访：第三轮客服部经理，第四轮起项目经理',
    en: 'A manager visits in person first: customer service in round three, the project manager from round four',
  },
  reasonSaid: {
    zh: '客户没有表示满意，请写明原因或处理办法',
    en: 'The customer is not fully satisfied: write why, or what will be done',
  },
  visitPast: {
    zh: '拜访时间须在受理之后、现在之前',
    en: 'The visit must lie after the complaint was taken, and not in the future',
  },
  ...joinedNeeds,
  notSaidYet: { zh: '您已表示满意，谢谢', en: 'You have said that you are satisfied: thank you' },
  customerSatisfied: {
    zh: '客户尚未表示满意，请先回访',
    en: 'The customer has not said that he is satisfied: call him back first',
  },
  plansAccepted: {
    zh: '《纠正/预防措施报告》尚未审核通过',
    en: 'The corrective action report has not been accepted yet',
  },
  replyDelivered: {
    zh: '书面投诉须先送达书面回复',
    en: 'A written complaint needs its written reply delivered first',
  },
  joinedCalled: {
    zh: '并案的客户尚未全部回访满意',
    en: 'Not everybody whose complaint was joined in has been called and is satisfied',
  },
  twoVisits: {
    zh: '特批关闭须有两次登门拜访记录',
    en: 'An exceptional close needs two visits on record',
  },
} as const satisfies Readonly<Record<string, Both>>
