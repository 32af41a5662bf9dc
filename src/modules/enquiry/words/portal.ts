import type { Both } from '#lib/language.ts'
import type { words } from '../words.ts'

type EnquiryState = keyof typeof words.states

/* What an enquiry says to the tenant who asked: his words for its states, never the house's own deadlines. */

export const portalStates: Readonly<Record<EnquiryState, Both>> = {
  open: { zh: '已收到', en: 'Received' },
  transferred: { zh: '部门处理中', en: 'With the department' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已答复', en: 'Answered' },
}

export const portalSteps: readonly Both[] = [
  { zh: '已收到', en: 'Received' },
  { zh: '处理中', en: 'In hand' },
  { zh: '已答复', en: 'Answered' },
]

export const portalNext: Readonly<Record<EnquiryState, Both>> = {
  open: { zh: '我们会尽快答复您，答复会显示在这里。', en: 'We answer as soon as we can; the answer appears here.' },
  transferred: {
    zh: '已转给熟悉情况的部门，答复会显示在这里。',
    en: 'The department that knows has it; the answer appears here.',
  },
  answered: { zh: '答复见下方。', en: 'The answer is below.' },
  closed: { zh: '已办结。还有问题可以再问。', en: 'Closed. Ask again whenever you like.' },
}

export const portalWords = {
  tile: { zh: '问询', en: 'Ask us' },
  help: {
    zh: '想知道什么都可以问：开放时间、办理手续、联系哪个部门。',
    en: 'Ask anything: opening hours, how something is arranged, whom to turn to.',
  },
  question: { zh: '您的问题', en: 'Your question' },
  questionHint: { zh: '例如：周六货梯几点开放？', en: 'For example: when does the goods lift run on Saturday?' },
  phone: { zh: '联系电话（选填）', en: 'Phone (optional)' },
  submit: { zh: '提交', en: 'Send' },
  writeQuestion: { zh: '请写下您的问题', en: 'Please write your question' },
  phoneFault: {
    zh: '请填写能找到您的电话号码，或留空',
    en: 'Please give a number that reaches you, or leave it blank',
  },
  answer: { zh: '我们的答复', en: 'Our answer' },
  replyBy: { zh: '承诺答复时间', en: 'Answer promised by' },
} as const
