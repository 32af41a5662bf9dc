/** Every sentence about the embedded database, each with the way out, in both languages. */
import type { Both } from '#lib/language.ts'

export const words = {
  initialising: (dataDir: string) => ({
    zh: `首次启动：正在建立数据库（${dataDir}）……`,
    en: `First start: creating the database in ${dataDir} …`,
  }),
  started: (pid: number, milliseconds: number) => ({
    zh: `数据库已启动（进程 ${pid}，${milliseconds} 毫秒）。`,
    en: `Database started (process ${pid}, ${milliseconds} ms).`,
  }),
  recovering: (seconds: number) => ({
    zh: `数据库上次未正常关闭，正在恢复（已 ${seconds} 秒）……`,
    en: `The database was not shut down properly; it is recovering (${seconds} s so far) …`,
  }),
  stoppingOrphan: (pid: number) => ({
    zh: `上次的程序已结束，但其数据库进程 ${pid} 仍在运行，正在关闭它……`,
    en: `Database process ${pid} was left behind by an earlier run; stopping it …`,
  }),
  placeMoved: (wanted: string, used: string, account: string) => ({
    zh: `数据库须以账户 ${account} 运行，而该账户进不了 ${wanted}；数据改存于 ${used}。`,
    en: `The database must run as ${account}, who cannot reach ${wanted}; its data is kept in ${used} instead.`,
  }),
  binariesCopied: (to: string) => ({
    zh: `已把数据库程序复制到 ${to}，使其账户可以执行。`,
    en: `Copied the database programs to ${to}, where the database account can run them.`,
  }),
  noBinaries: (name: string) => ({
    zh: `找不到数据库程序包 ${name}。请删除 node_modules 后重新执行 npm start；若本机平台不受支持，请用 DATABASE_URL 指定一个 PostgreSQL（15 或更新）。`,
    en: `The database package ${name} is not installed. Delete node_modules and run npm start again; where this platform is not supported, name a PostgreSQL (15 or later) in DATABASE_URL.`,
  }),
  noAccount: () => ({
    zh: '以 root 启动时数据库须换用其他账户，但系统中没有 postgres 或 nobody。请建立账户 postgres，或以普通用户启动。',
    en: 'Started as root, the database needs another account, and there is neither postgres nor nobody. Create the account postgres, or start as an ordinary user.',
  }),
  unreachableData: (dataDir: string, account: string) => ({
    zh: `数据库已在 ${dataDir}，但账户 ${account} 进不了其上级文件夹。请对每个上级文件夹执行 chmod o+x，或把该文件夹移到可进入之处。`,
    en: `The database is in ${dataDir}, but ${account} cannot reach it. Run chmod o+x on each folder above it, or move it to where that account can go.`,
  }),
  noPlace: (dataDir: string, tried: string) => ({
    zh: `数据库账户进不了 ${dataDir}，也不能改用 ${tried}。请把程序放到所有账户都能进入的文件夹（如 /opt），或以普通用户启动。`,
    en: `The database account cannot reach ${dataDir}, and ${tried} cannot be used either. Put the program where every account can go (for example /opt), or start as an ordinary user.`,
  }),
  notOurs: (dataDir: string) => ({
    zh: `无权读写数据库文件夹 ${dataDir}，它属于另一账户。请以建立它的账户启动（多为 root），或改变其所有者。`,
    en: `The database folder ${dataDir} belongs to another account. Start as the account that created it (often root), or change its owner.`,
  }),
  notADatabase: (dataDir: string) => ({
    zh: `${dataDir} 中有文件，却不是数据库。请把它移走后再启动。`,
    en: `${dataDir} holds files but no database. Move it away and start again.`,
  }),
  wrongVersion: (dataDir: string, found: string, needed: string) => ({
    zh: `${dataDir} 是 PostgreSQL ${found} 的数据，本程序自带 ${needed}。请用原来的程序备份（npx atrium backup），移走该文件夹，再用新程序恢复。`,
    en: `${dataDir} was written by PostgreSQL ${found}; this program brings ${needed}. Back up with the earlier program (npx atrium backup), move the folder away, and restore with this one.`,
  }),
  alreadyRunning: (pid: number) => ({
    zh: `本程序已在运行（进程 ${pid}），同一数据库只能由一个程序启动。请先停止它，或直接使用它。`,
    en: `Atrium is already running here (process ${pid}); one database is started by one program. Stop that one first, or use it.`,
  }),
  foreignProcess: (pid: number, command: string, file: string) => ({
    zh: `${file} 写着进程 ${pid}，而它是另一程序（${command}）。请确认没有数据库在使用该文件夹，然后删除此文件再启动。`,
    en: `${file} names process ${pid}, which is another program (${command}). Make sure that no database uses the folder, delete that file, and start again.`,
  }),
  orphanStays: (pid: number) => ({
    zh: `数据库进程 ${pid} 不肯结束。请执行 kill -INT ${pid}，等它结束后再启动。`,
    en: `Database process ${pid} does not end. Run kill -INT ${pid}, wait until it is gone, and start again.`,
  }),
  diskFull: (dataDir: string, freeMegabytes: number | null) => ({
    zh: `磁盘空间不足${freeMegabytes === null ? '' : `（${dataDir} 处只剩 ${freeMegabytes} MB）`}，数据库无法启动。请腾出空间后再启动，已保存的数据不受影响。`,
    en: `The disk is full${freeMegabytes === null ? '' : ` (${freeMegabytes} MB left at ${dataDir})`}; the database cannot start. Free some space and start again; what was saved is safe.`,
  }),
  socketTaken: (folder: string) => ({
    zh: `数据库的连接文件夹 ${folder} 不属于我们，不能使用。请删除它后再启动。`,
    en: `The folder for the database's socket, ${folder}, is not ours and cannot be trusted. Delete it and start again.`,
  }),
  initFailed: (output: string) => ({
    zh: `建立数据库失败。initdb 的说明：\n${output}`,
    en: `The database could not be created. What initdb said:\n${output}`,
  }),
  startFailed: (logFile: string, output: string) => ({
    zh: `数据库无法启动。完整日志在 ${logFile}，最后几行见下。`,
    en: `The database could not be started. The whole log is ${logFile}; its last lines:\n${output}`,
  }),
} satisfies Record<string, (...values: never[]) => Both>
