// What the tests need from the machine beside npm: a browser with Chinese fonts, and a PostgreSQL server from elsewhere.
// On Debian as root it is installed; otherwise a sentence says what is missing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const browsers = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const serverHomes = ['/usr/lib/postgresql', '/usr/local/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']

/** Returns { chromium, postgresBin }, each a path or null. */
export function findNeeds() {
  const missing = []
  if (findBrowser() === null) missing.push('chromium')
  if (!hasChineseFont()) missing.push('fonts-noto-cjk')
  if (findServer() === null) missing.push('postgresql')
  if (missing.length > 0) installPackages(missing)
  const found = { chromium: findBrowser(), postgresBin: findServer() }
  if (found.chromium === null) {
    console.log('没有 Chromium，浏览器测试无法运行。请安装它，或用 CHROMIUM_PATH 指明其位置。')
    console.log('No Chromium: the journeys cannot run. Install it, or name its path in CHROMIUM_PATH.')
  }
  if (found.postgresBin === null) {
    console.log('没有另装的 PostgreSQL 服务器，只在自带的数据库上测试。')
    console.log('No PostgreSQL server beside the embedded one: the server tests run on the embedded one only.')
  }
  return found
}

function findBrowser() {
  return browsers.find((path) => path !== '' && existsSync(path)) ?? null
}

/** Only fontconfig can tell; where there is none, the system brings its fonts. */
function hasChineseFont() {
  const asked = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return asked.status === 0 ? asked.stdout.trim() !== '' : process.platform !== 'linux'
}

/** Folder with initdb and postgres of the newest server of version 15 or later. */
function findServer() {
  const folders = serverHomes.flatMap((home) =>
    (existsSync(home) ? readdirSync(home) : []).map((name) => ({
      version: Number(/^(?:postgresql@)?(\d+)$/.exec(name)?.[1] ?? 0),
      bin: join(home, name, 'bin'),
    })),
  )
  const usable = folders.filter(({ version, bin }) => version >= 15 && existsSync(join(bin, 'initdb')))
  return usable.toSorted((a, b) => b.version - a.version)[0]?.bin ?? null
}

function installPackages(names) {
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!asRoot) return
  console.log(`正在安装测试所需的系统软件：${names.join('、')} / Installing for the tests: ${names.join(', ')} …`)
  keepServerAsleep()
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  for (const name of names) {
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', name],
      quiet,
    )
  }
}

/** Debian would create and start a database of its own; only the programs are wanted. */
function keepServerAsleep() {
  const folder = '/etc/postgresql-common'
  const file = join(folder, 'createcluster.conf')
  if (existsSync(file)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, 'create_main_cluster = false\n')
}
