import type { Words } from '#kernel/process/words.ts'
import { callBackPapers } from '#kernel/process/call-back-words.ts'
import { joinedActions } from '#kernel/process/joined-words.ts'
import type { complaint } from './process.ts'
import { fields } from './words/fields.ts'
import { needs } from './words/needs.ts'
import { options } from './words/options.ts'

/** 处理客户投诉流程 in both languages, in the department's own words. */
export const words = {
  name: { zh: '投诉', en: 'Complaint' },
  paper: { zh: '投诉记录表', en: 'Complaint record' },
  states: {
    registered: { zh: '已受理', en: 'Registered' },
    assigned: { zh: '客服助理跟进', en: 'With an assistant' },
    dispatched: { zh: '已发服务单', en: 'With the departments' },
    onSite: { zh: '现场处理', en: 'On site' },
    deferred: { zh: '已告知延期', en: 'Deferred' },
    resolved: { zh: '部门已处理', en: 'Solved' },
    replyPending: { zh: '待书面回复', en: 'Letter owed' },
    callBack: { zh: '待回访', en: 'To be called back' },
    closed: { zh: '已关闭（客户满意）', en: 'Closed, satisfied' },
    exceptionClosed: { zh: '特批关闭（未满意）', en: 'Closed exceptionally, not satisfied' },
    joined: { zh: '已并案处理', en: 'Joined into another' },
    cancelled: { zh: '已作废', en: 'Void' },
  },
  actions: {
    take: { zh: '我来跟进', en: 'Take it' },
    assign: { zh: '指派客服助理', en: 'Assign an assistant' },
    handOver: { zh: '改派客服助理', en: 'Hand to another assistant' },
    contact: { zh: '登记联系客户', en: 'Record a contact' },
    grade: { zh: '定级', en: 'Set the grade' },
    ...joinedActions,
    cancel: { zh: '作废', en: 'Void it' },
    dispatch: { zh: '发服务单', en: 'Send service slips' },
    goOnSite: { zh: '登记到场', en: 'Record going on site' },
    defer: { zh: '告知延期', en: 'Defer' },
    cannotSolve: { zh: '不能解决，上报部门经理', en: 'Cannot be solved: tell the manager' },
    resolve: { zh: '登记处理结果', en: 'Report it solved' },
    confirm: { zh: '确认已解决', en: 'Confirm the solution' },
    sendBack: { zh: '退回部门', en: 'Send back to the department' },
    holdingReply: { zh: '登记先行回复', en: 'Record a holding reply' },
    draftReply: { zh: '拟书面回复', en: 'Draft the letter' },
    approveReply: { zh: '审批用印', en: 'Approve and seal the letter' },
    returnReply: { zh: '退回修改', en: 'Return the letter' },
    deliverReply: { zh: '登记送达', en: 'Record the delivery' },
    callBack: { zh: '登记回访', en: 'Record the call-back' },
    notReached: { zh: '未联系上', en: 'Record no answer' },
    satisfied: { zh: '满意', en: 'I am satisfied' },
    notSatisfied: { zh: '不满意', en: 'I am not satisfied' },
    visit: { zh: '登记登门拜访', en: 'Record a visit in person' },
    close: { zh: '关闭', en: 'Close' },
    closeExceptionally: { zh: '特批关闭', en: 'Close exceptionally' },
  },
  needs,
  clocks: {
    follow: { zh: '指派跟进', en: 'Follow up' },
    firstContact: { zh: '首次联系客户', en: 'First contact' },
    solve: { zh: '解决', en: 'Solve' },
    promised: { zh: '延期承诺', en: 'Promised time' },
    sameDay: { zh: '当日解决', en: 'The same day' },
    levelOneUnanswered: { zh: '部门经理签收', en: 'Accepted by the manager' },
    levelTwoUnanswered: { zh: '项目经理签收', en: 'Accepted by the project manager' },
    order: { zh: '12345 办结', en: 'Order of 12345' },
    holdingReply: { zh: '先行回复', en: 'Holding reply' },
    reply: { zh: '书面回复', en: 'Written reply' },
    callBack: { zh: '回访', en: 'Call back' },
  },
  fields,
  options,
  papers: {
    record: { zh: '投诉记录表', en: 'Complaint record' },
    replyLetter: { zh: '书面回复函', en: 'Written reply' },
    ...callBackPapers,
  },
  more: {
    // where copies go
    desk: { zh: '客服部', en: 'Customer service' },
    customer: { zh: '客户', en: 'Customer' },

    // why a complaint went up
    follow: { zh: '未及时指派跟进', en: 'Nobody followed it up in time' },
    firstContact: { zh: '未及时联系客户', en: 'Customer not contacted in time' },
    solve: { zh: '未在时限内解决', en: 'Not solved in time' },
    promised: { zh: '超过承诺的延期时间', en: 'Promised time passed' },
    sameDay: { zh: '当天未解决', en: 'Not solved the same day' },
    levelOneUnanswered: { zh: '部门经理未及时签收', en: 'Not accepted by the manager in time' },
    levelTwoUnanswered: { zh: '项目经理未及时签收', en: 'Not accepted by the project manager in time' },
    order: { zh: '12345 办结超时', en: 'Order of 12345 overdue' },
    holdingReply: { zh: '未及时先行回复', en: 'No holding reply in time' },
    reply: { zh: '未及时书面回复', en: 'No written reply in time' },
    callBack: { zh: '未及时回访', en: 'Not called back in time' },
    cannotSolve: { zh: '客服助理报告不能解决', en: 'The assistant reports that it cannot be solved' },
    visitInPerson: { zh: '客户多轮不满意，须登门拜访', en: 'Still not satisfied: visit in person' },
    neverReached: { zh: '多次未联系上客户', en: 'The customer could not be reached' },
  },
} as const satisfies Words<typeof complaint>
