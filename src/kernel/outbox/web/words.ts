/** What the inbox, the channels, the deliveries and the choices of a person say. */
export const words = {
  title: { zh: '通知', en: 'Notices' },
  empty: { zh: '没有通知', en: 'No notices' },
  markAll: (count: number) => ({ zh: `全部标为已读（${count}）`, en: `Mark all as read (${count})` }),
  more: { zh: '更早的', en: 'Earlier' },
  unread: { zh: '未读', en: 'unread' },
} as const
