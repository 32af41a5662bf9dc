import type { Both } from '#lib/language.ts'
import { departmentWords } from '#kernel/people/words.ts'
import type { Words } from '#kernel/process/words.ts'
import type { enquiry } from './process.ts'

/** 问询 in both languages, in the words of the desk. */
export const words = {
  name: { zh: '问询', en: 'Enquiry' },
  paper: { zh: '问询登记', en: 'Enquiry record' },
  states: {
    open: { zh: '待处理', en: 'Open' },
    transferred: { zh: '已转部门', en: 'With a department' },
    answered: { zh: '已答复', en: 'Answered' },
    closed: { zh: '已关闭', en: 'Closed' },
  },
  actions: {
    answerAtOnce: { zh: '当场答复', en: 'Answer on the spot' },
    transfer: { zh: '转部门', en: 'Transfer to a department' },
    promise: { zh: '稍后回复', en: 'Promise a reply' },
    returnToDesk: { zh: '退回前台', en: 'Return to the desk' },
    reply: { zh: '答复', en: 'Answer' },
    inform: { zh: '告知询问人', en: 'Tell the enquirer' },
    askAgain: { zh: '继续询问', en: 'Enquirer asks further' },
    giveUp: { zh: '结束问询', en: 'Close without telling' },
  },
  needs: {
    yours: {
      zh: '请由承接部门或跟进人答复；已转部门的问询要改由前台答复，请先退回前台',
      en: 'To be answered by the department or person it lies with; return it to the desk to answer it there',
    },
    yoursToReturn: {
      zh: '请由承接部门、跟进人或前台退回',
      en: 'To be returned by the department or person it lies with, or by the desk',
    },
    replyAhead: { zh: '请填写尚未到来的回复时间', en: 'Promise a time that is still to come' },
    reachable: {
      zh: '请先登记询问人的电话或所属客户，以便回复',
      en: 'Note a telephone number or the customer first, so that the enquirer can be answered',
    },
    answerWritten: { zh: '请先写明答复', en: 'Write the answer first' },
  },
  clocks: {
    answer: { zh: '答复', en: 'Answer' },
    promised: { zh: '承诺的回复', en: 'Promised reply' },
  },
  fields: {
    askedAt: { zh: '时间', en: 'Time' },
    takenBy: { zh: '登记人', en: 'Taken by' },
    channel: { zh: '渠道', en: 'Channel' },
    enquirer: { zh: '询问人', en: 'Enquirer' },
    enquirerCompany: { zh: '询问人公司', en: 'Enquirer’s company' },
    enquirerPhone: { zh: '询问人电话', en: 'Enquirer’s telephone' },
    question: { zh: '内容', en: 'Question' },
    furtherQuestion: { zh: '继续询问', en: 'Further question' },
    answerKind: { zh: '答复方式', en: 'Kind of answer' },
    department: { zh: '承接部门', en: 'Department' },
    follower: { zh: '跟进人', en: 'Followed up by' },
    replyBy: { zh: '回复时间', en: 'Reply by' },
    transfers: { zh: '转接次数', en: 'Times transferred' },
    returns: { zh: '退回次数', en: 'Times returned' },
    returnedFrom: { zh: '退回部门', en: 'Returned by' },
    returnCause: { zh: '退回原因', en: 'Why it came back' },
    returnNote: { zh: '退回说明', en: 'Note on the return' },
    answer: { zh: '答复', en: 'Answer' },
    answeredAt: { zh: '答复时间', en: 'Answered at' },
    answeredBy: { zh: '答复人', en: 'Answered by' },
    alreadyTold: { zh: '已直接告知询问人', en: 'The enquirer was told already' },
    informedHow: { zh: '告知方式', en: 'Told by' },
    informedAt: { zh: '告知时间', en: 'Told at' },
    closeNote: { zh: '说明', en: 'Note' },
  },
  options: {
    phone: { zh: '电话', en: 'Telephone' },
    counter: { zh: '前台', en: 'Counter' },
    email: { zh: '邮件', en: 'E-mail' },
    portal: { zh: '客户平台', en: 'Portal' },
    onTheSpot: { zh: '当场答复', en: 'On the spot' },
    transferred: { zh: '转部门', en: 'Transferred' },
    later: { zh: '稍后回复', en: 'Later' },
    wrongDepartment: { zh: '转错部门', en: 'Wrong department' },
    noAnswer: { zh: '无人接听', en: 'Nobody answered' },
    other: { zh: '其他', en: 'Other' },
    ...departmentWords,
  },
  papers: { slip: { zh: '问询登记', en: 'Enquiry record' } },
  more: {
    // where copies go
    desk: { zh: '客服部', en: 'Customer service' },

    // why an enquiry went up
    answer: { zh: '问询未及时答复', en: 'Enquiry not answered in time' },
    promised: { zh: '未按承诺时间回复', en: 'Promised reply not given' },
  },
} as const satisfies Words<typeof enquiry>

/** The numbers of parameters.ts, as the settings page names them. */
export const parameterWords = {
  'enquiry.answer_minutes': { zh: '问询答复时限', en: 'Time to answer an enquiry' },
} as const satisfies Readonly<Record<string, Both>>
