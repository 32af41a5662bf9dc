/** What happened, in the kernel's own words, and what leaves the building around it. Processes bring theirs. */
export const eventWords = {
  late: (what: string) => ({ zh: `${what}：已超时`, en: `${what}: overdue` }),
  escalated: { zh: '升级到您，请签收批示', en: 'Escalated to you: accept it with an instruction' },
  instructed: { zh: '上级已签收并批示', en: 'Accepted with an instruction by a superior' },
  opened: { zh: '新单', en: 'New slip' },
  note: { zh: '新的备注', en: 'New note' },
  changed: { zh: '有变化', en: 'Has changed' },
  paymentReversed: { zh: '收款已冲正', en: 'Payment reversed' },
  reversalAsked: { zh: '有一笔冲正等待复核', en: 'A reversal waits for a second person' },
  reversalDenied: { zh: '冲正申请未批准', en: 'Reversal refused' },
  undelivered: {
    zh: '有消息未能送出，请查看投递记录',
    en: 'Messages could not be delivered: look at the deliveries',
  },
} as const

export const letterWords = {
  brand: { zh: '中庭', en: 'Atrium' },
  greeting: (name: string) => ({ zh: `${name}：`, en: `Dear ${name},` }),
  open: { zh: '打开单据', en: 'Open the slip' },
  number: { zh: '单号', en: 'Number' },
  subject: { zh: '事项', en: 'Subject' },
  foot: {
    zh: '本消息由系统发送，只含单号、标题和事项。接收哪些消息可在“我的账号”中设置：',
    en: 'Sent by the system; it holds only the number, the title and what happened. Choose what you receive under “My account”:',
  },
  test: { zh: '测试消息：这个渠道可以使用。', en: 'Test message: this channel works.' },
} as const

/** Refusals about channels and deliveries. */
export const channelRefusals = {
  badSettings: { zh: '设置不完整或不正确。', en: 'The settings are incomplete or wrong.' },
  badField: { zh: '请填写或改正这一项。', en: 'Fill this in, or correct it.' },
  badAddress: {
    zh: '地址不可用：须为 https 地址，不得带用户名、密码或特殊端口。',
    en: 'This address cannot be used: it must be https, without user name, password or unusual port.',
  },
  innerAddress: {
    zh: '该地址指向内部网络，不允许使用。确需使用时，请由运维加入允许名单。',
    en: 'This address lies in an inner network and is not allowed. Whoever runs the server may add it to the allow-list.',
  },
  oneOfAKind: {
    zh: '邮件和短信各只能有一个渠道，请修改已有的。',
    en: 'There is one channel for mail and one for SMS. Change the one that exists.',
  },
  changedMeanwhile: {
    zh: '别人刚修改过，请重新打开再改。',
    en: 'Somebody has just changed it. Open it again before you change it.',
  },
  secretNeeded: { zh: '请填写密钥或地址。', en: 'The secret or address is needed.' },
  badSecret: {
    zh: '密钥格式不对：以 whsec_ 开头，其后为 24 到 64 字节的 base64。',
    en: 'This is no such secret: whsec_ followed by 24 to 64 bytes in base64.',
  },
  noOwnAddress: {
    zh: '您的资料里没有可用的邮箱或手机号，测试消息无处可发。',
    en: 'Your own record has no e-mail or mobile number, so there is nowhere to send a test.',
  },
  switchedOff: { zh: '渠道已停用。', en: 'The channel is switched off.' },
  notResendable: {
    zh: '这条消息已送出、正在发送或已不再需要，不能重发。',
    en: 'This message was delivered, is on its way or is no longer wanted, and cannot be sent again.',
  },
  notDiscardable: {
    zh: '这条消息已送出或正在发送，不能放弃。',
    en: 'This message was delivered or is on its way and cannot be discarded.',
  },
} as const

/** Why a delivery did not succeed, by the code that is kept with it. */
export const deliveryErrors = {
  refused: { zh: '对方拒收', en: 'Refused' },
  unreachable: { zh: '连接不上', en: 'Not reachable' },
  timeout: { zh: '对方没有回应', en: 'No answer' },
  blocked: { zh: '地址在内部网络，已拦截', en: 'Blocked: an inner address' },
  badAddress: { zh: '地址不可用', en: 'Unusable address' },
  signIn: { zh: '登录邮件服务器失败', en: 'The mail server refused the sign-in' },
  certificate: { zh: '证书不可信', en: 'The certificate is not trusted' },
  rateLimited: { zh: '对方限流', en: 'Too many messages for the other side' },
  badAnswer: { zh: '对方的回应看不懂', en: 'The answer makes no sense' },
  interrupted: { zh: '发送途中服务中断', en: 'Interrupted while sending' },
  tooOld: { zh: '超过保留时间', en: 'Too old to be sent' },
  notTold: { zh: '收件人已停用或已看不到该单', en: 'The person left or no longer sees the slip' },
  noAddress: { zh: '收件人没有邮箱或手机号', en: 'The person has no address any more' },
  unreadable: { zh: '渠道设置无法读取', en: 'The settings of the channel cannot be read' },
} as const
export type DeliveryError = keyof typeof deliveryErrors

export const outboxParameterWords = {
  attempts: { zh: '外发消息最多尝试次数', en: 'Attempts to deliver a message at most' },
  hours: { zh: '外发消息最长保留', en: 'Longest time a message is tried' },
  firstWait: { zh: '外发失败后首次重试间隔', en: 'Wait before the first retry of a message' },
} as const
