import type { Both } from '#lib/language.ts'
import type { words } from '../words.ts'

type RepairState = keyof typeof words.states

/* What a repair says to the tenant: his words for its states, never the house's own deadlines. */

export const portalStates: Readonly<Record<RepairState, Both>> = {
  registered: { zh: '已受理', en: 'Received' },
  quoted: { zh: '等您确认费用', en: 'Price to confirm' },
  declined: { zh: '未进行', en: 'Not done' },
  delivered: { zh: '已派工程部', en: 'Passed to engineering' },
  accepted: { zh: '工程师已接单', en: 'An engineer has taken it' },
  appointed: { zh: '已约好时间', en: 'Time agreed' },
  onSite: { zh: '工程师已到场', en: 'The engineer is there' },
  working: { zh: '维修中', en: 'Being repaired' },
  suspended: { zh: '暂停', en: 'Paused' },
  done: { zh: '已完工，等您签字', en: 'Finished, please sign' },
  rework: { zh: '返修中', en: 'Being done again' },
  signed: { zh: '已签字', en: 'Signed' },
  called: { zh: '已签字', en: 'Signed' },
  billed: { zh: '待付款', en: 'To be paid' },
  settled: { zh: '已付款', en: 'Paid' },
  archived: { zh: '已办结', en: 'Closed' },
  joined: { zh: '合并处理', en: 'Dealt with together' },
  cancelled: { zh: '已撤回', en: 'Withdrawn' },
}

export const portalSteps: readonly Both[] = [
  { zh: '已受理', en: 'Received' },
  { zh: '已派单', en: 'Assigned' },
  { zh: '已到场', en: 'On site' },
  { zh: '维修中', en: 'Repair' },
  { zh: '签字', en: 'Signed' },
]

export const portalNext: Readonly<Record<RepairState, Both>> = {
  registered: {
    zh: '客服会核对内容，需要收费的先报价，然后派工程师。',
    en: 'We check it, name a price if there is one, and send an engineer.',
  },
  quoted: {
    zh: '请看报价。您同意后我们马上派工程师。',
    en: 'Please look at the price. As soon as you agree we send an engineer.',
  },
  declined: { zh: '此单已结束。需要时可以重新报修。', en: 'This has ended. Report it again whenever you need.' },
  delivered: { zh: '工程部会指派工程师。', en: 'Engineering names an engineer.' },
  accepted: {
    zh: '工程师会按约定时间上门，来前会与您联系。',
    en: 'The engineer comes at the agreed time and calls before.',
  },
  appointed: { zh: '工程师会按约定时间上门。', en: 'The engineer comes at the agreed time.' },
  onSite: { zh: '工程师正在检查。', en: 'The engineer is looking at it.' },
  working: { zh: '修好后会请您验收签字。', en: 'When it is done you will be asked to check and sign.' },
  suspended: {
    zh: '条件具备后会继续，继续前会通知您。',
    en: 'It goes on as soon as possible; you will be told before.',
  },
  done: { zh: '请检查维修结果并签字；不满意可以退回返修。', en: 'Please check the work and sign, or send it back.' },
  rework: { zh: '工程师会再来一次，直到您满意。', en: 'The engineer comes again until you are content.' },
  signed: { zh: '客服会打电话回访，听取您的意见。', en: 'We will call to hear whether you are content.' },
  called: {
    zh: '有费用的会开账单，没有费用的就此归档。',
    en: 'If there is something to pay you get a bill; otherwise it is filed.',
  },
  billed: { zh: '请按账单付款，或由我们的人员代交。', en: 'Please pay the bill, or let our staff carry the payment.' },
  settled: { zh: '收据会送到您手上。', en: 'The receipt is brought to you.' },
  archived: { zh: '全部办完，谢谢。', en: 'All done. Thank you.' },
  joined: {
    zh: '同一故障我们已在处理，修好后会告诉您并打电话回访。',
    en: 'We are already dealing with the same fault. You will hear when it is repaired, and we will call you.',
  },
  cancelled: { zh: '此单已撤回。', en: 'This was withdrawn.' },
}

export const portalWords = {
  tile: { zh: '报修', en: 'Repair' },
  guestDone: { zh: '已完工', en: 'Finished' },
  guestDoneNext: {
    zh: '请检查维修结果。不满意请打客服电话。',
    en: 'Please check the work. Call us if you are not content.',
  },
  guestQuoted: { zh: '与您确认费用', en: 'Agreeing the price with you' },
  guestQuotedNext: { zh: '客服会打电话与您确认费用。', en: 'We will call you about the price.' },

  priceAgreed: { zh: '已同意报价', en: 'Price agreed' },
  priceAgreedNext: { zh: '您已同意报价，我们马上派工程师。', en: 'You agreed to the price; we send an engineer now.' },
  priceObjected: { zh: '已提出异议', en: 'You objected' },
  priceObjectedNext: {
    zh: '我们已收到您对报价的意见，客服会与您联系。您也可以直接同意。',
    en: 'We have your objection and will be in touch. You may still agree.',
  },
  objection: { zh: '您的异议', en: 'Your objection' },

  // home
  askAgree: { zh: '请确认维修费用', en: 'Please confirm the price' },
  askAgreeButton: { zh: '看报价', en: 'See the price' },
  askSign: { zh: '维修已完成，请签字确认', en: 'The repair is done: please sign' },
  askSignButton: { zh: '去签字', en: 'Sign' },
  askRate: { zh: '请评价这次维修', en: 'How was the repair?' },
  askRateButton: { zh: '去评价', en: 'Rate' },

  // report
  category: { zh: '什么坏了', en: 'What is broken' },
  problem: { zh: '怎么了', en: 'What is wrong' },
  problemHint: { zh: '例如：会议室空调出风口滴水', en: 'For example: the air outlet in the meeting room drips' },
  location: { zh: '具体位置', en: 'Exactly where' },
  locationHint: { zh: '例如：前台左侧；不填就是整个单元', en: 'For example: left of reception; blank means the unit' },
  photos: { zh: '照片', en: 'Photos' },
  when: { zh: '希望什么时候来', en: 'When should we come' },
  soonest: { zh: '尽快', en: 'As soon as possible' },
  today: { zh: '今天', en: 'Today' },
  tomorrow: { zh: '明天', en: 'Tomorrow' },
  otherTime: { zh: '其他时间', en: 'Another time' },
  from: { zh: '从', en: 'From' },
  until: { zh: '到', en: 'Until' },
  name: { zh: '您的姓名', en: 'Your name' },
  phone: { zh: '联系电话', en: 'Phone' },
  submit: { zh: '提交报修', en: 'Send the report' },
  chooseCategory: { zh: '请选一类', en: 'Please choose one' },
  writeProblem: { zh: '请写几个字说明', en: 'Please say a few words' },
  missing: { zh: '请填写', en: 'Please fill this in' },
  phoneFault: { zh: '请填写能找到您的电话号码', en: 'Please give a number that reaches you' },
  endBeforeStart: { zh: '结束要晚于开始', en: 'The end must come after the start' },
  timePast: { zh: '这个时间已经过了', en: 'That time has passed' },
  dangerHelp: {
    zh: '漏水、冒烟、触电、困人请不要填表，马上打电话！',
    en: 'Flooding, smoke, electric shock, somebody trapped: do not fill this in, call at once!',
  },
  houseFree: { zh: '这一类通常由物业免费维修。', en: 'Repairs of this kind are usually free.' },
  mayCost: {
    zh: '您单元内的维修按价目表收费，材料另计。开工前先报价，您同意后才开工。',
    en: 'Repairs inside your unit are charged by the price list, material extra. We quote first and start only after you agree.',
  },
  fromPrice: { zh: '常见项目', en: 'Common items' },

  // case
  time: { zh: '约定时间', en: 'Agreed time' },
  wished: { zh: '希望时间', en: 'Wished time' },
  reporter: { zh: '报修人', en: 'Reported by' },
  workers: { zh: '工程师', en: 'Engineer' },
  paying: { zh: '收费', en: 'Price' },
  free: { zh: '免费', en: 'Free' },
  charged: { zh: '有偿，您同意报价后开工', en: 'Charged; we start once you agree' },
  workDone: { zh: '维修结果', en: 'Work done' },
  items: { zh: '用工用料', en: 'Work and material' },
  quote: { zh: '报价', en: 'Price offered' },
  material: { zh: '材料估价', en: 'Material, estimated' },
  total: { zh: '合计', en: 'Total' },
  agreeButton: (amount: string) => ({ zh: `同意 ${amount}`, en: `Agree to ${amount}` }),
  agreed: (amount: string) => ({ zh: `已同意 ${amount}`, en: `Agreed to ${amount}` }),
  agreeHelp: { zh: '超过这个金额时，我们会重新征求您的同意。', en: 'If it comes to more, we will ask you again.' },
  agreedNotice: { zh: '已同意报价，我们马上安排', en: 'Agreed. We will see to it at once' },
  signTitle: { zh: '验收签字', en: 'Check and sign' },
  signHow: { zh: '签字方式', en: 'How to sign' },
  signOnline: { zh: '在此确认', en: 'Confirm here' },
  signDrawn: { zh: '手写签名', en: 'Sign by hand' },
  signer: { zh: '签字人', en: 'Signed by' },
  opinion: { zh: '您的意见', en: 'Your opinion' },
  signButton: (amount: string) => ({ zh: `签字确认 ${amount}`, en: `Sign for ${amount}` }),
  signFreeButton: { zh: '签字确认（免费）', en: 'Sign (free of charge)' },
  signMissing: { zh: '请先签名', en: 'Please sign first' },
  signedNotice: { zh: '已签字，谢谢', en: 'Signed. Thank you' },
  rated: { zh: '您的评价', en: 'Your rating' },
} as const
