/** Where data, log and socket of the embedded database lie, for an account that may not be ours. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, lstat, mkdir, readdir, readFile, realpath, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { StartError } from '#kernel/database/start-error.ts'
import { type Account, databaseAccount, reachable } from './account.ts'
import { words } from './words.ts'

export type Places = {
  dataDir: string
  /** Folder above the data: log, owner file, copied programs. */
  house: string
  socketDir: string
  logFile: string
  account: Account | null
  /** True when the wanted place could not be reached and another one is used. */
  moved: boolean
}

/** Longest path of a unix socket that every platform takes, in bytes. */
const longestSocket = 103
/** Below this many bytes a start would only fail later and worse. */
const leastRoom = { first: 150e6, later: 32e6 }

export async function choosePlaces(wanted: string): Promise<Places> {
  const first = await place(resolve(wanted), false)
  if (first.account === null || (await reachable(first.dataDir, first.account))) {
    const other = existsSync(first.dataDir) ? null : await elsewhere(first.dataDir)
    return other !== null && existsSync(join(other, 'PG_VERSION')) ? await place(other, true) : first
  }
  if (existsSync(join(first.dataDir, 'PG_VERSION'))) {
    throw new StartError(words.unreachableData(first.dataDir, first.account.name))
  }
  const second = await place(await elsewhere(first.dataDir), true)
  await mkdir(second.house, { mode: 0o711 }).catch(() => undefined)
  const house = await lstat(second.house).catch(() => null)
  if (house === null || !house.isDirectory() || house.uid !== 0)
    throw new StartError(words.noPlace(wanted, second.house))
  await chmod(second.house, 0o711)
  if (!(await reachable(second.dataDir, second.account ?? first.account))) {
    throw new StartError(words.noPlace(wanted, second.house))
  }
  return second
}

/** One fixed place per wanted folder. Not a temporary folder: those are swept by the system. */
async function elsewhere(wanted: string): Promise<string> {
  return join('/var/lib', `atrium-${shortHash(await real(wanted))}`, 'postgres')
}

async function place(wanted: string, moved: boolean): Promise<Places> {
  const dataDir = await real(wanted)
  const house = dirname(dataDir)
  const name = basename(dataDir)
  const account = await databaseAccount(dataDir)
  return {
    dataDir,
    house,
    account,
    moved,
    logFile: join(house, `${name}.log`),
    socketDir: await socketFolder(join(house, `${name}.socket`), dataDir, account),
  }
}

/** The real path also of what does not exist yet: its nearest existing parent decides. */
async function real(path: string): Promise<string> {
  const found = await realpath(path).catch(() => null)
  if (found !== null || dirname(path) === path) return found ?? path
  return join(await real(dirname(path)), basename(path))
}

async function socketFolder(wanted: string, dataDir: string, account: Account | null): Promise<string> {
  const name = `atrium-${shortHash(dataDir)}`
  for (const folder of [wanted, join(tmpdir(), name), join('/tmp', name)]) {
    const short = Buffer.byteLength(join(folder, '.s.PGSQL.5432.lock')) <= longestSocket
    if (short && (account === null || (await reachable(folder, account)))) return folder
  }
  return join('/tmp', name)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Makes the folder that holds the socket: 0700, the database account's, and no link. */
export async function makeSocketFolder(places: Places): Promise<void> {
  await mkdir(places.socketDir, { recursive: true, mode: 0o700 })
  const entry = await lstat(places.socketDir)
  const expected = places.account?.uid ?? process.getuid?.() ?? entry.uid
  const mine = entry.uid === expected || entry.uid === process.getuid?.()
  if (!entry.isDirectory() || !mine) throw new StartError(words.socketTaken(places.socketDir))
  await giveTo(places.socketDir, places.account)
}

export async function giveTo(folder: string, account: Account | null): Promise<void> {
  await chmod(folder, 0o700)
  if (account !== null) await chown(folder, account.uid, account.gid)
}

/** Whether the folder holds a database yet. Throws StartError when it is another version, another's, or no database. */
export async function inspectData(places: Places, version: string): Promise<'empty' | 'ready'> {
  const names = await readdir(places.dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[]
    throw new StartError(words.notOurs(places.dataDir), { cause: error })
  })
  if (names.length === 0) return 'empty'
  if (!names.includes('PG_VERSION')) throw new StartError(words.notADatabase(places.dataDir))
  const found = (await readFile(join(places.dataDir, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (found !== version) throw new StartError(words.wrongVersion(places.dataDir, found, version))
  return 'ready'
}

export async function requireRoom(places: Places, state: 'empty' | 'ready'): Promise<void> {
  const disk = await statfs(places.house)
  const free = disk.bavail * disk.bsize
  if (free >= (state === 'empty' ? leastRoom.first : leastRoom.later)) return
  throw new StartError(words.diskFull(places.dataDir, Math.floor(free / 1e6)))
}
