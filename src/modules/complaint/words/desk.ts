import type { Both } from '#lib/language.ts'

/** What the desk's form for a complaint says besides the words of the process (plan, 处理客户投诉流程, steps 1 to 3). */
export const deskWords = {
  apologyFirst: { zh: '先致歉', en: 'Apologise first' },
  apology: {
    zh: '非常抱歉给您带来不便，请您把情况详细告诉我。',
    en: 'I am very sorry for the inconvenience. Please tell me exactly what happened.',
  },
  apologised: { zh: '已致歉', en: 'I have apologised' },
  apologyMissing: { zh: '请先向客户致歉', en: 'Apologise to the customer first' },
  thanks: { zh: '谢谢您将此事告诉我们。', en: 'Thank you for telling us.' },
  tips: { zh: '应注意的态度', en: 'How to meet a complaint' },
  visitor: { zh: '访客（不是客户）', en: 'A visitor (no customer)' },
  customerMissing: {
    zh: '请先找到客户；不是客户的，选“访客”',
    en: 'Find the customer first, or choose “a visitor”',
  },
  directYes: { zh: '是，正在影响', en: 'Yes, right now' },
  directNo: { zh: '否', en: 'No' },
  directMissing: { zh: '请问清是否直接影响客户', en: 'Ask whether it affects the customer directly' },
  directHelp: {
    zh: '直接影响客户的，当场处理，时限最短。',
    en: 'What affects the customer directly is dealt with at once.',
  },
  when: { zh: '什么时候发生', en: 'When it happened' },
  whenNow: { zh: '刚才', en: 'Just now' },
  whenOther: { zh: '另填', en: 'Another time' },
  alsoTrue: { zh: '还有', en: 'Also' },
  departments: { zh: '责任部门（同时发服务单）', en: 'Department (a service slip goes out at once)' },
  proposed: { zh: '建议', en: 'proposed' },
  departmentsHelp: {
    zh: '不选则只登记，由跟进的客服助理发服务单。',
    en: 'Leave it open to register only; the assistant who follows it sends the slips.',
  },
  save: { zh: '登记', en: 'Register' },
  saveAndSend: { zh: '登记并发服务单', en: 'Register and send' },
  saved: (number: string) => ({ zh: `已登记 ${number}`, en: `Registered ${number}` }),
  sent: (number: string) => ({ zh: `已登记 ${number}，服务单已发出`, en: `Registered ${number}; the slips are out` }),
  savedNotSent: (number: string) => ({
    zh: `已登记 ${number}，但服务单没有发出`,
    en: `Registered ${number}, but the slips did not go out`,
  }),
  alike: (count: number) => ({
    zh: `同一楼座还有 ${count} 件同类投诉未了结，可能是同一件事：`,
    en: `${count} open complaint(s) of this kind in the same tower, perhaps the same trouble:`,
  }),
  hint: { zh: 'Ctrl + Enter 登记', en: 'Ctrl + Enter registers' },
} as const satisfies Record<string, Both | ((...told: never[]) => Both)>
