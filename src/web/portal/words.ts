/** The portal's own words. What a procedure says to tenants is in its module. */
export const words = {
  brand: { zh: '客户之家', en: 'Tenant portal' },
  home: { zh: '首页', en: 'Home' },
  requests: { zh: '我的申请', en: 'My requests' },
  notices: { zh: '通知', en: 'Notices' },
  me: { zh: '我的', en: 'Me' },
  notTenant: { zh: '这里是客户的页面。', en: 'This page is for tenants.' },
  toDesk: { zh: '去客服工作台', en: 'Go to the service desk' },
  toField: { zh: '去现场页面', en: 'Go to the field page' },
  bigText: (size: string) => ({ zh: `字号：${size}`, en: `Text size: ${size}` }),

  // home
  morning: (name: string) => ({ zh: `${name}，上午好`, en: `Good morning, ${name}` }),
  afternoon: (name: string) => ({ zh: `${name}，下午好`, en: `Good afternoon, ${name}` }),
  evening: (name: string) => ({ zh: `${name}，晚上好`, en: `Good evening, ${name}` }),
  needsYou: (count: number) => ({
    zh: `有 ${count} 件事需要您处理`,
    en: count === 1 ? 'One thing needs you' : `${count} things need you`,
  }),
  nothingNeedsYou: { zh: '现在没有需要您处理的事', en: 'Nothing needs you now' },
  services: { zh: '服务', en: 'Services' },
  prices: { zh: '价目表', en: 'Price list' },
  people: { zh: '公司人员', en: 'Our people' },
  onPhone: { zh: '扫码报修', en: 'By QR code' },
  call: { zh: '客服电话', en: 'Call us' },
  openRequests: { zh: '进行中', en: 'In progress' },
  closedRequests: { zh: '已结束', en: 'Finished' },
  allRequests: { zh: '全部申请', en: 'All requests' },
  noRequests: { zh: '还没有申请', en: 'No requests yet' },
  noRequestsHelp: { zh: '有东西坏了？点“报修”告诉我们。', en: 'Something broken? Tap the repair tile to tell us.' },
  noOpen: { zh: '没有进行中的申请', en: 'Nothing in progress' },
  expected: (when: string) => ({ zh: `预计 ${when}`, en: `Expected ${when}` }),
  wished: (when: string) => ({
    zh: `您希望的时间 ${when}，我们会与您确认`,
    en: `You wished for ${when}; we will confirm it`,
  }),
  phone: (number: string) => ({ zh: `客服电话 ${number}`, en: `Call ${number}` }),

  // case
  notThere: { zh: '没有这张单', en: 'There is no such request' },
  notThereHelp: {
    zh: '单号可能有误，或不是本公司的申请。',
    en: 'The number may be wrong, or it is not your company’s.',
  },
  whatNext: { zh: '接下来：', en: 'Next:' },
  details: { zh: '申请内容', en: 'What you told us' },
  money: { zh: '费用', en: 'Charges' },
  photos: { zh: '照片', en: 'Photos' },
  timeline: { zh: '进程', en: 'History' },
  flow: { zh: '流程图', en: 'Flow chart' },
  show: { zh: '展开', en: 'Show' },
  hide: { zh: '收起', en: 'Hide' },
  paper: { zh: '查看单据（客户联）', en: 'View the slip (customer’s copy)' },
  otherSteps: { zh: '您还可以', en: 'You can also' },
  sentTitle: { zh: '已提交', en: 'Sent' },
  sentNumber: (number: string) => ({ zh: `单号 ${number}`, en: `Number ${number}` }),
  follow: { zh: '查看进度', en: 'Follow it' },
  another: { zh: '再报一件', en: 'Report another' },

  // door
  doorTitle: { zh: '扫码报事', en: 'Report here' },
  doorWhat: { zh: '要报什么', en: 'What would you like to tell us' },
  doorPlace: (building: string, unit: string) => ({ zh: `${building} ${unit}`, en: `${building}, unit ${unit}` }),
  doorHelp: {
    zh: '不用登录。留下姓名和电话，我们会与您联系。',
    en: 'No account needed. Leave your name and phone and we will be in touch.',
  },
  doorGone: { zh: '这个二维码无效或已停用', en: 'This code is not, or no longer, in use' },
  doorGoneHelp: {
    zh: '请打客服电话，我们会尽快更换门上的二维码。',
    en: 'Please call customer service; the code on the door will be replaced.',
  },
  tooMany: { zh: '刚才提交得太快了', en: 'That was a little too fast' },
  tooManyHelp: { zh: '请稍等一分钟再试，您填写的内容还在。', en: 'Please wait a minute; what you typed is kept.' },
  onThisPhone: { zh: '这部手机上的记录', en: 'Reported from this phone' },
  onThisPhoneNone: { zh: '这部手机上还没有记录', en: 'Nothing was reported from this phone yet' },
  onThisPhoneHelp: {
    zh: '扫门上的二维码就可以报修或投诉。清除浏览器数据后，这里的记录会消失。',
    en: 'Scan the code on a door to report. Clearing the browser’s data removes this list.',
  },
  forget: { zh: '从这部手机删除', en: 'Remove from this phone' },
  reportedAt: { zh: '报修时间', en: 'Reported' },
  place: { zh: '地点', en: 'Place' },
  withAccount: { zh: '有账号？登录', en: 'Have an account? Sign in' },

  // payments
  payments: { zh: '付款收据', en: 'Payments' },
  receipt: (number: string) => ({ zh: `收据 ${number}`, en: `Receipt ${number}` }),
  noPayments: { zh: '还没有付款', en: 'No payments yet' },
  noPaymentsHelp: { zh: '付款后，收据会出现在这里。', en: 'Receipts appear here once something is paid.' },
  paymentStates: {
    reversed: { zh: '已冲销', en: 'Taken back' },
    reversal: { zh: '冲销', en: 'Reversal' },
  },

  // prices
  findPrice: { zh: '搜索项目', en: 'Search items' },
  perUnit: (amount: string, unit: string) => ({ zh: `${amount} / ${unit}`, en: `${amount} / ${unit}` }),
  atLeast: (quantity: string, unit: string) => ({ zh: `最低 ${quantity} ${unit}`, en: `at least ${quantity} ${unit}` }),
  withMaterial: { zh: '含材料', en: 'material included' },
  changes: (when: string, amount: string) => ({ zh: `${when} 起 ${amount}`, en: `${amount} from ${when}` }),
  withdrawn: (when: string) => ({ zh: `${when} 起取消`, en: `withdrawn from ${when}` }),
  priceNote: {
    zh: '人工价，材料另计（注明“含材料”的除外）。开工前会先报价，您同意后才开工。',
    en: 'Labour only, material extra unless included. We quote first and start only after you agree.',
  },
  noPrices: { zh: '没有这个项目', en: 'No such item' },
} as const
