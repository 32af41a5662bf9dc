/** PostgreSQL refuses to run as root: who runs it instead, and which places that account can reach. */
import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { StartError } from '#kernel/database/start-error.ts'
import { words } from './words.ts'

export type Account = { name: string; uid: number; gid: number }

/**
 * The account for the database, or null when we are an ordinary user and it runs as ourselves.
 * A folder that an ordinary user made before keeps that user.
 */
export async function databaseAccount(dataDir: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(dataDir).catch(() => null)
  if (owner !== null && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid }
  const accounts = parseAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''))
  const account = ['postgres', 'nobody'].map((name) => accounts.find((one) => one.name === name)).find(Boolean)
  if (account === undefined) throw new StartError(words.noAccount())
  return account
}

export function parseAccounts(passwd: string): Account[] {
  return passwd
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7 && fields[2] !== '0')
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

/** Whether `account` may pass every folder on the way to `path` (the path itself included when it exists). */
export async function reachable(path: string, account: Account): Promise<boolean> {
  const entry = await stat(path).catch(() => null)
  if (entry !== null && !mayPass(entry, account)) return false
  const parent = dirname(resolve(path))
  return parent === resolve(path) || (await reachable(parent, account))
}

function mayPass(entry: { mode: number; uid: number; gid: number }, account: Account): boolean {
  if (entry.uid === account.uid) return (entry.mode & 0o100) !== 0
  if (entry.gid === account.gid) return (entry.mode & 0o010) !== 0
  return (entry.mode & 0o001) !== 0
}
