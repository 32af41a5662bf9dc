// npm start: from a fresh clone to the running house. Arguments are passed on to the server.
import { buildWeb } from './build.mjs'
import { ensureInstalled, refuse } from './install.mjs'
import { foreground, start } from './run.mjs'

const node = ensureInstalled()
if (buildWeb(node) !== 0) {
  refuse('网页生成失败，原因见上。', 'The web pages could not be built; the reason stands above.')
}
console.log('正在启动…… / Starting …')
const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' }
process.exit(await foreground([start(node, ['src/server/main.ts', ...process.argv.slice(2)], env)]))
