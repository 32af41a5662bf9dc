/** What the inbox says. Sentences about a case are put together from the words of its process. */
export const words = {
  title: { zh: '通知', en: 'Notices' },
  empty: { zh: '没有通知', en: 'No notices' },
  markAll: (count: number) => ({ zh: `全部标为已读（${count}）`, en: `Mark all as read (${count})` }),
  more: { zh: '更早的', en: 'Earlier' },
  unread: { zh: '未读', en: 'unread' },
  late: (what: string) => ({ zh: `${what}：已超时`, en: `${what}: overdue` }),
  escalated: { zh: '升级到您，请签收批示', en: 'Escalated to you: accept it with an instruction' },
  instructed: { zh: '上级已签收并批示', en: 'Accepted with an instruction by a superior' },
  opened: { zh: '新单', en: 'New slip' },
  note: { zh: '新的备注', en: 'New note' },
  changed: { zh: '有变化', en: 'Has changed' },
  paymentReversed: { zh: '收款已冲正', en: 'Payment reversed' },
  reversalAsked: { zh: '有一笔冲正等待复核', en: 'A reversal waits for a second person' },
  reversalDenied: { zh: '冲正申请未批准', en: 'Reversal refused' },
} as const
