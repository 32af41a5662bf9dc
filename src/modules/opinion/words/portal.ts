import type { Both } from '#lib/language.ts'
import type { words } from '../words.ts'

type OpinionState = keyof typeof words.states

/* What an opinion says to the tenant who wrote it: his words for its states, never the house's own deadlines. */

export const portalStates: Readonly<Record<OpinionState, Both>> = {
  collected: { zh: '已收到', en: 'Received' },
  classified: { zh: '已收到', en: 'Received' },
  sent: { zh: '处理中', en: 'Being looked into' },
  answered: { zh: '处理中', en: 'Being looked into' },
  fedBack: { zh: '已答复，请您确认', en: 'Answered, please tell us' },
  closed: { zh: '已办结', en: 'Closed' },
}

export const portalSteps: readonly Both[] = [
  { zh: '已收到', en: 'Received' },
  { zh: '处理中', en: 'In hand' },
  { zh: '已答复', en: 'Answered' },
  { zh: '您已确认', en: 'Confirmed' },
]

export const portalNext: Readonly<Record<OpinionState, Both>> = {
  collected: { zh: '客服会确定责任部门并请其答复。', en: 'Customer service finds the department that will answer.' },
  classified: { zh: '客服会转给责任部门并请其答复。', en: 'Customer service passes it to the department concerned.' },
  sent: { zh: '责任部门正在研究，答复后会通知您。', en: 'The department is looking into it; you will be told.' },
  answered: { zh: '答复核对后会通知您。', en: 'The answer is being checked; you will be told.' },
  fedBack: {
    zh: '请看答复，并告诉我们您是否满意。',
    en: 'Please read the answer and tell us whether you are content.',
  },
  closed: { zh: '全部办完，谢谢您的意见。', en: 'All done. Thank you for telling us.' },
}

export const portalWords = {
  tile: { zh: '意见建议', en: 'Feedback' },
  ask: { zh: '您的意见已有答复', en: 'Your opinion was answered' },
  askButton: { zh: '看答复', en: 'Read it' },

  // writing
  help: {
    zh: '每一条意见都有人负责，都会答复您。设备坏了请用“报修”。',
    en: 'Every opinion has somebody who answers for it, and you will hear from us. For a fault, please report a repair.',
  },
  kind: { zh: '想告诉我们', en: 'What you want to tell us' },
  content: { zh: '内容', en: 'In your words' },
  contentHint: { zh: '例如：建议在大堂增加雨伞架', en: 'For example: umbrella stands in the lobby would help' },
  phone: { zh: '联系电话（选填）', en: 'Phone (optional)' },
  submit: { zh: '提交', en: 'Send' },
  writeContent: { zh: '请写几个字', en: 'Please write a few words' },
  phoneFault: {
    zh: '请填写能找到您的电话号码，或留空',
    en: 'Please give a number that reaches you, or leave it blank',
  },

  // reading
  yours: { zh: '您的意见', en: 'What you told us' },
  answer: { zh: '我们的答复', en: 'Our answer' },
  earlier: { zh: '以前的答复', en: 'Earlier answers' },
  youSaid: (text: string) => ({ zh: `您的意见：${text}`, en: `You said: ${text}` }),
  verdict: { zh: '您满意吗？', en: 'Are you content?' },
  score: { zh: '评分（选填）', en: 'Score (optional)' },
  isContent: { zh: '满意，办结', en: 'Content, close it' },
  notContent: { zh: '不满意', en: 'Not content' },
  why: { zh: '哪里还不满意', en: 'What is still wrong' },
  sendWhy: { zh: '退回重新答复', en: 'Send it back' },
  back: { zh: '返回', en: 'Back' },
  thanks: { zh: '已办结，谢谢', en: 'Closed. Thank you' },
  again: { zh: '已退回，责任部门会重新答复您', en: 'Sent back. You will be answered again' },
} as const
