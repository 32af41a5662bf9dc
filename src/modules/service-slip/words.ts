import type { Both } from '#lib/language.ts'
import type { Words } from '#kernel/process/words.ts'
import type { serviceSlip } from './process.ts'
import { fields } from './words/fields.ts'
import { needs } from './words/needs.ts'

/** 服务单 in both languages. */
export const words = {
  name: { zh: '服务单', en: 'Service slip' },
  paper: { zh: '服务单', en: 'Service slip' },
  states: {
    sent: { zh: '已发', en: 'Sent' },
    suggested: { zh: '建议改期', en: 'Other time suggested' },
    accepted: { zh: '已接收', en: 'Accepted' },
    done: { zh: '已完成', en: 'Done' },
    returned: { zh: '退回重做', en: 'Returned' },
    verified: { zh: '已验证', en: 'Verified' },
    cancelled: { zh: '已撤销', en: 'Cancelled' },
  },
  actions: {
    accept: { zh: '接收', en: 'Accept' },
    assign: { zh: '派人', en: 'Assign workers' },
    reassign: { zh: '改派', en: 'Assign others' },
    suggestTime: { zh: '建议改期', en: 'Suggest another time' },
    agreeTime: { zh: '同意改期', en: 'Agree to the time' },
    insist: { zh: '坚持原时间', en: 'Insist on the time' },
    revise: { zh: '调整要求时间', en: 'Move the required time' },
    photograph: { zh: '拍照', en: 'Take photos' },
    finish: { zh: '报告完成', en: 'Report done' },
    verify: { zh: '验证合格', en: 'Verify' },
    giveBack: { zh: '退回重做', en: 'Give back' },
    cancel: { zh: '撤销服务单', en: 'Cancel the slip' },
  },
  needs,
  clocks: {
    accept: { zh: '接收', en: 'Accept' },
    answer: { zh: '答复改期', en: 'Answer the suggestion' },
    finish: { zh: '完成', en: 'Finish' },
    verify: { zh: '验证', en: 'Verify' },
  },
  fields,
  options: {
    engineering: { zh: '工程部', en: 'Engineering' },
    security: { zh: '安保部', en: 'Security' },
    cleaning: { zh: '保洁部', en: 'Cleaning' },
    customerService: { zh: '客服部', en: 'Customer service' },
    finance: { zh: '计划财务部', en: 'Finance' },
    leasing: { zh: '租赁部', en: 'Leasing' },
    hr: { zh: '人事行政部', en: 'Personnel' },
  },
  papers: { slip: { zh: '服务单', en: 'Service slip' } },
  more: {
    // where copies go
    desk: { zh: '客服部', en: 'Customer service' },
    department: { zh: '责任部门', en: 'Responsible department' },

    // why a slip went up
    accept: { zh: '接收超时', en: 'Accepted late' },
    answer: { zh: '改期未及时答复', en: 'Suggestion not answered in time' },
    finish: { zh: '完成超时', en: 'Finished late' },
    verify: { zh: '验证超时', en: 'Verified late' },
  },
} as const satisfies Words<typeof serviceSlip>

/** The numbers of parameters.ts, as the settings page names them. */
export const parameterWords = {
  'service.pressing_accept_minutes': {
    zh: '服务单接收时限（投诉或加急）',
    en: 'Time to accept a slip from a complaint, or an urgent one',
  },
  'service.accept_minutes': { zh: '服务单接收时限（一般）', en: 'Time to accept any other slip' },
  'service.answer_minutes': { zh: '答复改期建议的时限', en: 'Time to answer a suggested time' },
  'service.verify_minutes': { zh: '服务单验证时限', en: 'Time to verify a finished slip' },
} as const satisfies Readonly<Record<string, Both>>
