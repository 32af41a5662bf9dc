/** What the inbox says besides the names of steps. */
export const inboxWords = {
  empty: { zh: '没有消息', en: 'No messages' },
  unread: { zh: '未读', en: 'Unread' },
  readAll: (count: number) => ({ zh: `全部标为已读（${count}）`, en: `Mark all as read (${count})` }),
  news: { zh: '有新情况', en: 'News' },
  events: {
    open: { zh: '新单', en: 'New slip' },
    escalation: { zh: '升级', en: 'Escalated' },
    instruction: { zh: '批示', en: 'Instruction' },
    note: { zh: '新备注', en: 'New note' },
    attach: { zh: '新附件', en: 'New files' },
    correct: { zh: '内容已更正', en: 'Corrected' },
    reversalAsked: { zh: '申请冲正', en: 'Reversal asked for' },
    paymentReversed: { zh: '收款已冲正', en: 'Payment reversed' },
    reversalDenied: { zh: '冲正未批准', en: 'Reversal refused' },
  },
} as const
