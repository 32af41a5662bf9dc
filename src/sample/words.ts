import type { Both } from '#lib/language.ts'

/** What the loading of the sample building says on the terminal. */
export const sampleWords = {
  loading: {
    zh: '数据库是空的：正在建立示例楼宇（四栋楼、60 家客户、半年的报修、投诉和前台事务），约需一分多钟。',
    en: 'The database is empty: putting up the sample building (four towers, 60 companies, half a year of repairs, complaints and what comes over the counter); a good minute.',
  },
  days: { zh: '天', en: 'days' },
  loaded: (slips: number, ms: number): Both => ({
    zh: `示例楼宇已建立：${slips} 张工程维修单，以及相应的投诉、服务单、留言、问询和意见，用时 ${(ms / 1000).toFixed(1)} 秒。`,
    en: `Sample building loaded: ${slips} repair slips, and the complaints, service slips, messages, enquiries and opinions that go with them, in ${(ms / 1000).toFixed(1)} s.`,
  }),
  halved: {
    zh: '建立示例楼宇时出错，未写入任何数据。下次启动会重新建立。',
    en: 'Putting up the sample building failed; nothing of it was written. The next start tries again.',
  },
  signIns: {
    zh: '登录账号（每个角色一行，密码都一样）',
    en: 'Sign-ins (one row a role, all with the same passphrase)',
  },
  role: { zh: '角色', en: 'Role' },
  name: { zh: '姓名', en: 'Name' },
  login: { zh: '登录名', en: 'Sign-in name' },
  passphrase: { zh: '密码', en: 'Passphrase' },
  kept: (file: string): Both => ({
    zh: `密码只保存在 ${file}（仅本账户可读）。`,
    en: `The passphrase is kept in ${file} only, readable by this account alone.`,
  }),
} as const
