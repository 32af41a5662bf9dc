import type { Both } from '#lib/language.ts'
import { formatDateTime } from '#lib/show-time.ts'
import type { IsoInstant } from '#lib/time.ts'

/* Every sentence of the commands, each with the way out. */

const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(1)
const reachedBy = {
  outside: { zh: '由 DATABASE_URL 指定', en: 'named by DATABASE_URL' },
  running: { zh: '自带，正在使用', en: 'the embedded one, in use' },
  started: { zh: '自带，为此次检查而启动', en: 'the embedded one, started for this look' },
} as const satisfies Record<string, Both>

export const cliWords = {
  about: { zh: '中庭的维护命令', en: 'keeps an installation of Atrium' },
  help: { zh: '显示用法', en: 'show how it is used' },
  aboutVerify: {
    zh: '核对流水、账目与附件',
    en: 'check the timelines, the books and the uploaded files',
  },
  aboutDoctor: { zh: '检查运行所需的一切', en: 'check everything the house needs to run' },
  aboutUser: { zh: '首批用户与找回登录', en: 'the first people, and a way back in' },
  aboutUserAdd: {
    zh: '建立首位系统管理员（或项目经理、总经理）',
    en: 'add the first system administrator (or project manager, or general manager)',
  },
  aboutUserReset: { zh: '为某人换发一次性密码', en: 'give somebody a new one-time secret' },
  optionName: { zh: '姓名', en: 'name of the person' },
  optionLogin: { zh: '登录名', en: 'name to sign in with' },
  optionRole: { zh: '岗位：SYS、PM 或 GM', en: 'role: SYS, PM or GM' },
  optionPhone: { zh: '电话', en: 'telephone' },
  optionLanguage: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  optionFactor: { zh: '同时解除两步验证', en: 'take the second factor away too' },

  noDatabaseYet: {
    zh: '还没有数据库。请先执行一次 npm start（或 npx atrium user add）。',
    en: 'There is no database yet. Run npm start once (or npx atrium user add).',
  },
  notMigrated: (count: number): Both => ({
    zh: `数据库还有 ${count} 个迁移文件未执行。请先执行一次 npm start。`,
    en: `The database lacks ${count} migrations. Run npm start once, then try again.`,
  }),

  chains: {
    good: (lines: number): Both => ({
      zh: `流水：${lines} 行，链条完整。`,
      en: `Timelines: ${lines} lines, every chain whole.`,
    }),
    bad: (count: number): Both => ({
      zh: `流水：${count} 张单的链条断裂。请从备份恢复，并查明是谁改动了数据库。`,
      en: `Timelines: the chains of ${count} cases are broken. Restore them from a backup and find out who changed the database.`,
    }),
  },
  books: {
    good: (entries: number): Both => ({
      zh: `账目：${entries} 笔分录，全部平衡。`,
      en: `Books: ${entries} entries, everything balances.`,
    }),
    bad: (count: number): Both => ({
      zh: `账目：${count} 处不符。请停止收款，交财务与维护人员查明。`,
      en: `Books: ${count} things do not hold. Stop taking payments and have finance and the keeper look into them.`,
    }),
  },
  files: {
    good: (count: number): Both => ({
      zh: `附件：${count} 个文件，与登记一致。`,
      en: `Files: ${count} of them, each as it was uploaded.`,
    }),
    bad: (count: number): Both => ({
      zh: `附件：${count} 个文件缺失或被改动。请从备份恢复这些文件。`,
      en: `Files: ${count} are missing or changed. Restore them from a backup.`,
    }),
  },
  brokenLine: (number: string, seq: number): Both => ({
    zh: `  ${number} 的流水从第 ${seq} 行起不符`,
    en: `  ${number}: its timeline does not hold from line ${seq} on`,
  }),
  brokenBook: (fault: string, what: string, detail: string): Both => {
    const named = [what, detail].filter((part) => part !== '').join(' · ')
    return { zh: `  ${bookFaults[fault] ?? fault}：${named}`, en: `  ${fault}: ${named}` }
  },
  fileMissing: (what: string, path: string): Both => ({
    zh: `  ${what}：文件 files/${path} 不在`,
    en: `  ${what}: files/${path} is not there`,
  }),
  fileChanged: (what: string, path: string): Both => ({
    zh: `  ${what}：文件 files/${path} 的内容已变`,
    en: `  ${what}: files/${path} is no longer what was uploaded`,
  }),
  andMore: (count: number): Both => ({ zh: `  另有 ${count} 处`, en: `  and ${count} more` }),

  nodeFine: (version: string): Both => ({ zh: `Node ${version}`, en: `Node ${version}` }),
  nodeOld: (version: string, wanted: string): Both => ({
    zh: `Node ${version} 太旧，需要 ${wanted}。请删除 node_modules 后执行 npm start。`,
    en: `Node ${version} is too old, ${wanted} is needed. Delete node_modules and run npm start.`,
  }),
  programsFine: {
    zh: '程序：数据库、排版与图片程序都已安装。',
    en: 'Programs: database, typesetter and picture program are installed.',
  },
  programsMissing: (reason: string): Both => ({
    zh: `程序：有一个不能装载（${reason}）。请删除 node_modules 后执行 npm start。`,
    en: `Programs: one cannot be loaded (${reason}). Delete node_modules and run npm start.`,
  }),
  roomFine: (bytes: number): Both => ({
    zh: `磁盘：可用 ${gigabytes(bytes)} GB。`,
    en: `Disk: ${gigabytes(bytes)} GB free.`,
  }),
  roomShort: (place: string, bytes: number): Both => ({
    zh: `磁盘：${place} 处只剩 ${gigabytes(bytes)} GB。请腾出空间，或用 ATRIUM_VAR 把数据移到别处。`,
    en: `Disk: only ${gigabytes(bytes)} GB left at ${place}. Free some space, or move the data elsewhere by ATRIUM_VAR.`,
  }),
  varNotYet: (place: string): Both => ({
    zh: `文件夹：${place} 尚未建立，首次启动时会建立。`,
    en: `Folders: ${place} is not there yet; the first start makes it.`,
  }),
  rightsFine: (place: string): Both => ({
    zh: `文件夹：${place} 可以写入，密钥只有本账户能读。`,
    en: `Folders: ${place} can be written to, and its key is readable by this account only.`,
  }),
  notWritable: (place: string): Both => ({
    zh: `文件夹：本账户不能写入 ${place}。请改变其所有者，或以建立它的账户运行。`,
    en: `Folders: this account may not write to ${place}. Change its owner, or run as the account that made it.`,
  }),
  openToOthers: (place: string): Both => ({
    zh: `文件夹：其他账户可以进入 ${place}。请执行 chmod go-rwx ${place}`,
    en: `Folders: other accounts can reach ${place}. Run chmod go-rwx ${place}`,
  }),
  webFine: { zh: '网页：已生成。', en: 'Web pages: built.' },
  webMissing: {
    zh: '网页：尚未生成。请执行 npm start，它会先生成网页。',
    en: 'Web pages: not built. Run npm start, which builds them first.',
  },
  databaseFine: (version: string, how: keyof typeof reachedBy): Both => ({
    zh: `数据库：PostgreSQL ${version}（${reachedBy[how].zh}）。`,
    en: `Database: PostgreSQL ${version} (${reachedBy[how].en}).`,
  }),
  migrationsFine: { zh: '数据结构：最新。', en: 'Schema: up to date.' },
  migrationsPending: (names: readonly string[]): Both => ({
    zh: `数据结构：有 ${names.length} 个迁移文件待执行（${names.join('、')}）。请重新启动：npm start`,
    en: `Schema: ${names.length} migrations are pending (${names.join(', ')}). Restart with npm start.`,
  }),
  calendarFine: (year: number): Both => ({
    zh: `工作日历：已录入至 ${year} 年。`,
    en: `Working calendar: entered up to ${year}.`,
  }),
  calendarSoon: (year: number): Both => ({
    zh: `工作日历：${year} 年的放假安排尚未录入，通知公布后请在“参数”中录入。`,
    en: `Working calendar: ${year} is not entered yet; enter it under Parameters when the notice is out.`,
  }),
  calendarMissing: (years: readonly number[]): Both => ({
    zh: `工作日历：缺 ${years.join('、')} 年的放假安排，时限会把节假日算作工作日。请在“参数”中录入。`,
    en: `Working calendar: ${years.join(', ')} is missing, so deadlines would count holidays as work. Enter it under Parameters.`,
  }),
  outboxFine: (waiting: number): Both => ({
    zh: `通知：${waiting === 0 ? '全部送达' : `${waiting} 条正在送出`}。`,
    en: `Messages: ${waiting === 0 ? 'all delivered' : `${waiting} on their way`}.`,
  }),
  outboxLate: (late: number, minutes: number): Both => ({
    zh: `通知：${late} 条已等待 ${minutes} 分钟以上。服务停着就请启动（npm start）；若正在运行，请看它的日志。`,
    en: `Messages: ${late} have waited for more than ${minutes} minutes. Start the house if it is closed (npm start); if it is open, look into its log.`,
  }),

  badOptions: (names: readonly string[]): Both => ({
    zh: `这些选项的值不对：${names.join('、')}。`,
    en: `These options have unusable values: ${names.join(', ')}.`,
  }),
  roleHeld: (role: string): Both => ({
    zh: `已有人担任 ${role}。其余人员请由系统管理员在“人员”中建立；忘记密码用 npx atrium user reset。`,
    en: `Somebody holds ${role} already. The system administrator adds everybody else under Staff; for a lost password use npx atrium user reset.`,
  }),
  noSuchLogin: (login: string): Both => ({
    zh: `没有登录名 ${login}。`,
    en: `Nobody signs in as ${login}.`,
  }),
  hasLeft: (name: string): Both => ({
    zh: `${name} 已离职，不能登录。请先由人事或系统管理员恢复。`,
    en: `${name} has left and cannot sign in. Personnel or the system administrator reactivates first.`,
  }),
  userAdded: (name: string, role: string): Both => ({
    zh: `已建立 ${name}（${role}）。`,
    en: `Added ${name} (${role}).`,
  }),
  userReset: (name: string): Both => ({
    zh: `已为 ${name} 换发密码，原有登录全部失效。`,
    en: `${name} has a new secret; every session was ended.`,
  }),
  secret: (logins: string, secret: string, until: IsoInstant): Both => ({
    zh: `登录名 ${logins}，一次性密码 ${secret}（${formatDateTime(until, 'zh')} 前有效，首次登录须更换，只显示这一次）`,
    en: `Sign in as ${logins} with the one-time secret ${secret} (valid until ${formatDateTime(until, 'en')}, to be replaced at the first sign-in, shown only now)`,
  }),
} as const

/** The sentences of kernel/ledger/invariants.sql in Chinese. */
const bookFaults: Readonly<Record<string, string>> = {
  'unbalanced entry': '分录不平',
  'unbalanced books': '总账不平',
  'entry without postings': '分录没有明细',
  'receivables differ': '应收与单据不符',
  'charge overpaid': '收款超过应收',
  'payment and allocations differ': '收款与核销不符',
  'tax outside the charge': '税额超出金额',
  'gap in payments': '收款编号不连续',
  'gap in receipts': '收据编号不连续',
  'payment without receipt': '收款没有收据',
  'receipt of a reversed payment': '已冲销的收款仍有有效收据',
  'reversal by one hand': '冲销只经一人之手',
}
