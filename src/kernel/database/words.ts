/** What keeps the schema from being brought up to date, in both languages. */
import type { Both } from '#lib/language.ts'

export const words = {
  tooOld: (found: string, needed: number) => ({
    zh: `数据库是 PostgreSQL ${found}，本程序需要 ${needed} 或更新。请升级该数据库，或去掉 DATABASE_URL 使用自带的数据库。`,
    en: `The database is PostgreSQL ${found}; ${needed} or later is needed. Upgrade it, or leave DATABASE_URL out to use the database that comes along.`,
  }),
  unreachable: (reason: string) => ({
    zh: `连接不上数据库：${reason}。请检查 DATABASE_URL 以及该数据库是否在运行。`,
    en: `The database cannot be reached: ${reason}. Check DATABASE_URL and whether that database is running.`,
  }),
  badName: (file: string) => ({
    zh: `迁移文件 ${file} 的名称不合规则，应为“0001-名称.sql”，且编号不重复。`,
    en: `The migration ${file} is misnamed: it should read 0001-name.sql, with a number of its own.`,
  }),
  changed: (file: string) => ({
    zh: `迁移 ${file} 已执行过，其后又被改动。请恢复原文件，把改动写成新的迁移。`,
    en: `The migration ${file} was applied and has been changed since. Restore the file and write the change as a new migration.`,
  }),
  unknown: (file: string) => ({
    zh: `数据库里已执行过迁移 ${file}，而本程序没有这个文件：数据库比程序新。请换用更新的程序。`,
    en: `The database has had the migration ${file}, which this program does not know: it is newer than the program. Use the newer program.`,
  }),
  failed: (file: string, line: number | null, reason: string) => ({
    zh: `迁移 ${file}${line === null ? '' : `（第 ${line} 行）`}失败，数据库保持原样：${reason}`,
    en: `The migration ${file}${line === null ? '' : ` (line ${line})`} failed and the database is as it was: ${reason}`,
  }),
} satisfies Record<string, (...values: never[]) => Both>
