import type { Both } from '#lib/language.ts'
import type { ComplaintState } from '../process/states.ts'

/*
 * What a complaint says to the customer: his words for its states. The ladder, the house's notes and what other customers
 * complained of are none of his business (domain §2.5.2).
 */

export const portalStates: Readonly<Record<ComplaintState, Both>> = {
  registered: { zh: '已受理', en: 'Received' },
  assigned: { zh: '客服跟进中', en: 'In hand' },
  dispatched: { zh: '处理中', en: 'Being dealt with' },
  onSite: { zh: '现场处理中', en: 'Being dealt with on site' },
  deferred: { zh: '处理中，已约定时间', en: 'Being dealt with, time promised' },
  resolved: { zh: '已处理，核实中', en: 'Done, being checked' },
  replyPending: { zh: '已处理，书面回复中', en: 'Done, written reply on its way' },
  callBack: { zh: '等您评价', en: 'Waiting for your word' },
  closed: { zh: '已办结', en: 'Settled' },
  exceptionClosed: { zh: '已结束', en: 'Closed' },
  joined: { zh: '合并处理', en: 'Dealt with together' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
}

export const portalSteps: readonly Both[] = [
  { zh: '已受理', en: 'Received' },
  { zh: '处理中', en: 'In hand' },
  { zh: '已处理', en: 'Done' },
  { zh: '您的意见', en: 'Your word' },
]

export const portalNext: Readonly<Record<ComplaintState, Both>> = {
  registered: {
    zh: '客服助理会马上与您联系，了解情况并安排处理。',
    en: 'An assistant will contact you at once and see to it.',
  },
  assigned: {
    zh: '客服助理正在跟进，会安排责任部门处理。',
    en: 'An assistant is on it and will bring in whoever answers for it.',
  },
  dispatched: {
    zh: '责任部门已接到通知，处理结果会告诉您。',
    en: 'Whoever answers for it has been told. You will hear the result.',
  },
  onSite: { zh: '我们已经到现场，处理结果会告诉您。', en: 'We are on site. You will hear the result.' },
  deferred: {
    zh: '我们会在约定的时间之前处理好，并告诉您结果。',
    en: 'It will be done by the promised time, and you will hear the result.',
  },
  resolved: { zh: '我们在核实处理结果，随后答复您。', en: 'We are checking the result and will answer you.' },
  replyPending: {
    zh: '书面回复正在准备，会送到您手上。',
    en: 'A written reply is being prepared and will be brought to you.',
  },
  callBack: {
    zh: '请告诉我们处理结果您是否满意；不满意，我们继续处理。',
    en: 'Please tell us whether you are satisfied. If not, we go on.',
  },
  closed: { zh: '谢谢您将此事告诉我们。', en: 'Thank you for telling us.' },
  exceptionClosed: {
    zh: '此事已结束。如仍有问题，请联系客服。',
    en: 'This has been closed. Please call us if anything remains.',
  },
  joined: {
    zh: '同一件事我们已在处理，结果会一并告诉您。',
    en: 'We are already dealing with the same trouble; you will hear the result too.',
  },
  cancelled: { zh: '此单已撤销。需要时请再告诉我们。', en: 'This was cancelled. Tell us again whenever you need.' },
}

export const portalWords = {
  tile: { zh: '投诉', en: 'Complain' },
  askSatisfied: { zh: '您的投诉已处理，请告诉我们是否满意', en: 'Your complaint was dealt with: are you satisfied?' },
  askSatisfiedButton: { zh: '去回答', en: 'Answer' },
  guestCallBack: { zh: '已处理', en: 'Done' },
  guestCallBackNext: {
    zh: '客服会打电话听取您的意见。',
    en: 'We will call to hear whether you are satisfied.',
  },

  // report
  apology: {
    zh: '非常抱歉给您带来不便。请把情况告诉我们，我们马上处理。',
    en: 'We are very sorry for the inconvenience. Please tell us what happened; we will see to it at once.',
  },
  category: { zh: '关于什么', en: 'What is it about' },
  problem: { zh: '发生了什么', en: 'What happened' },
  problemHint: { zh: '时间、地点、经过，越具体越好', en: 'When, where and how: the more exactly, the better' },
  direct: { zh: '现在正在影响您吗', en: 'Is it affecting you right now' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  when: { zh: '什么时候发生的', en: 'When did it happen' },
  now: { zh: '刚才', en: 'Just now' },
  other: { zh: '另填时间', en: 'Another time' },
  injury: { zh: '有人受伤', en: 'Somebody was hurt' },
  written: { zh: '我要书面回复', en: 'I want a written reply' },
  photos: { zh: '照片', en: 'Photos' },
  location: { zh: '具体位置', en: 'Exactly where' },
  locationHint: { zh: '不填就是整个单元', en: 'Blank means the unit' },
  name: { zh: '您的姓名', en: 'Your name' },
  phone: { zh: '联系电话', en: 'Phone' },
  company: { zh: '您的公司（访客可不填）', en: 'Your company (visitors may leave it blank)' },
  submit: { zh: '提交投诉', en: 'Send the complaint' },
  chooseCategory: { zh: '请选一类', en: 'Please choose one' },
  chooseDirect: { zh: '请选一项', en: 'Please choose one' },
  writeProblem: { zh: '请写几个字说明', en: 'Please say a few words' },
  missing: { zh: '请填写', en: 'Please fill this in' },
  phoneFault: { zh: '请填写能找到您的电话号码', en: 'Please give a number that reaches you' },
  timeFault: { zh: '请填写一个已经过去的时间', en: 'Please give a time that has passed' },

  // case
  promised: { zh: '约定时间', en: 'Promised for' },
  because: { zh: '延期原因', en: 'Why it takes longer' },
  occurred: { zh: '发生时间', en: 'Happened' },
  assistant: { zh: '跟进的客服助理', en: 'Your assistant' },
  answer: { zh: '我们的答复', en: 'Our answer' },
  holding: { zh: '先行回复', en: 'First reply' },
  letter: { zh: '书面回复', en: 'Written reply' },
  wanted: { zh: '需要', en: 'Wanted' },
  letterPrint: { zh: '查看回复函', en: 'View the letter' },
  answerTitle: { zh: '处理结果您满意吗？', en: 'Are you satisfied with the result?' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  notSatisfied: { zh: '不满意', en: 'Not satisfied' },
  stillWrong: { zh: '还有什么没有解决', en: 'What is still wrong' },
  more: { zh: '想说的话（选填）', en: 'Anything to add (optional)' },
  send: { zh: '提交', en: 'Send' },
  satisfiedNotice: { zh: '谢谢您将此事告诉我们', en: 'Thank you for telling us' },
  notSatisfiedNotice: { zh: '非常抱歉，我们马上继续处理', en: 'We are sorry. We will go on at once' },
  yourAnswers: { zh: '您的意见', en: 'What you said' },
} as const satisfies Readonly<Record<string, Both>>
