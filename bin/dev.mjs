// npm run dev: the server restarts when its sources change, the pages rebuild in the browser (Vite passes /api on).
import { join } from 'node:path'
import { ensureInstalled, root } from './install.mjs'
import { foreground, start } from './run.mjs'

const node = ensureInstalled()
const env = { ...process.env, NODE_ENV: 'development' }
console.log(
  `网页：http://127.0.0.1:${env.ATRIUM_WEB_PORT ?? 5173}/ / Pages: http://127.0.0.1:${env.ATRIUM_WEB_PORT ?? 5173}/`,
)
const server = start(node, ['--watch', '--watch-preserve-output', 'src/server/main.ts', ...process.argv.slice(2)], env)
const pages = start(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js')], env)
process.exit(await foreground([server, pages]))
