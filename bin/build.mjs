// The web, built when its sources changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const sources = ['src/web', 'src/ui', 'src/kernel', 'src/modules', 'src/lib', 'vite.config.ts', 'package-lock.json']
const stamp = join(root, 'dist', '.sources')

/** Builds if stale. Returns the exit code of the build; 0 when there was nothing to do. */
export function buildWeb(node) {
  const hash = hashOf(sources)
  if (existsSync(stamp) && existsSync(join(root, 'dist', 'web')) && readFileSync(stamp, 'utf8') === hash) return 0
  console.log('正在生成网页…… / Building the web pages …')
  const env = { ...process.env, NODE_ENV: 'production' }
  const args = [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn']
  const code = spawnSync(node, args, { cwd: root, stdio: 'inherit', env }).status ?? 1
  if (code !== 0) return code
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, hash)
  return 0
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesBelow))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(join(root, path))) return []
  if (/\.\w+$/.test(path)) return [path]
  const entries = readdirSync(join(root, path), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const wanted = entries.filter((entry) => entry.isDirectory() || !/\.test\.tsx?$|\.sql$|\.md$/.test(entry.name))
  return wanted.flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${path}/${entry.name}`) : [`${path}/${entry.name}`],
  )
}
