import type { Both } from '#lib/language.ts'

/** What the server says on its own account at start and stop. */
export const mainWords = {
  migrated: (count: number): Both => ({
    zh: `数据库已升级：执行了 ${count} 个迁移文件。`,
    en: `Database brought up to date: ${count} migration files applied.`,
  }),
  ready: (address: string, ms: number): Both => ({
    zh: `已就绪：${address}（启动用时 ${(ms / 1000).toFixed(1)} 秒；按 Ctrl-C 停止）`,
    en: `Ready at ${address} (started in ${(ms / 1000).toFixed(1)} s; Ctrl-C stops)`,
  }),
  closing: { zh: '正在停止：办完手上的请求……', en: 'Stopping: finishing the requests at work …' },
  closed: { zh: '已停止。', en: 'Stopped.' },
  databaseGone: {
    zh: '数据库进程意外结束，请求将答复“暂时不可用”。请重新启动。',
    en: 'The database process has ended unexpectedly; requests are answered “not available”. Please start again.',
  },
  portBusy: (port: number): Both => ({
    zh: `端口 ${port} 已被占用。请先停止占用它的程序，或换一个端口：PORT=8081 npm start`,
    en: `Port ${port} is in use. Stop the program that uses it, or choose another port: PORT=8081 npm start`,
  }),
  portForbidden: (port: number): Both => ({
    zh: `没有权限使用端口 ${port}。请用 1024 以上的端口：PORT=8080 npm start`,
    en: `Port ${port} may not be used by this account. Choose one above 1024: PORT=8080 npm start`,
  }),
  noSuchHost: (host: string): Both => ({
    zh: `本机没有地址 ${host}。请检查环境变量 HOST。`,
    en: `This machine has no address ${host}. Check the variable HOST.`,
  }),
} as const
