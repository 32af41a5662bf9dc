import { existsSync } from 'node:fs'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Both } from '#lib/language.ts'
import { openDatabase } from '#kernel/database/database.ts'
import { words as databaseWords } from '#kernel/database/words.ts'
import { StartError } from '#kernel/database/start-error.ts'
import type { Config } from '../config.ts'
import { binariesFor } from '../embedded/binaries.ts'
import { readSecret } from '../secret.ts'
import { calendarLook, type Look, outboxLook } from './doctor-rows.ts'
import { pendingMigrations, reach, type Reached, withClient } from './reach.ts'
import { tell } from './tell.ts'
import { cliWords } from './words.ts'

/* npx atrium doctor: is everything there that the house needs? Each line is fine, or says what to do. */

const top = join(import.meta.dirname, '..', '..', '..')
/** Below this many bytes somebody should look before the disk is full. */
const enoughRoom = 1e9
const leastPostgres = 15

export async function doctor(config: Config): Promise<number> {
  const webDir = join(top, 'dist', 'web')
  const looks = [
    nodeLook(process.versions.node, createRequire(import.meta.url)('node/package.json') as { version: string }),
    await programsLook(config),
    await roomLook(config.varDir),
    await rightsLook(config.varDir),
    webLook(webDir),
    ...(await databaseLooks(config)),
  ]
  for (const look of looks) (look.fine ? tell.good : tell.bad)(look.says)
  return looks.every(({ fine }) => fine) ? 0 : 1
}

const fine = (says: Both): Look => ({ fine: true, says })
const wrong = (says: Both): Look => ({ fine: false, says })
const majorOf = (version: string) => Number(version.split('.')[0])

export function nodeLook(running: string, wanted: { readonly version: string }): Look {
  return majorOf(running) >= majorOf(wanted.version)
    ? fine(cliWords.nodeFine(running))
    : wrong(cliWords.nodeOld(running, wanted.version))
}

/** The native parts of npm packages: database, typesetter, pictures. */
async function programsLook(config: Config): Promise<Look> {
  try {
    if (config.databaseUrl === null) await binariesFor(null, '')
    await import('@myriaddreamin/typst-ts-node-compiler')
    await import('sharp')
    return fine(cliWords.programsFine)
  } catch (error) {
    if (error instanceof StartError) return wrong(error.sentence)
    return wrong(
      cliWords.programsMissing(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)),
    )
  }
}

async function roomLook(varDir: string): Promise<Look> {
  const disk = await statfs(nearestExisting(varDir))
  const free = disk.bavail * disk.bsize
  return free >= enoughRoom ? fine(cliWords.roomFine(free)) : wrong(cliWords.roomShort(varDir, free))
}

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)))

/** Ours to write, and the key readable by nobody else. */
export async function rightsLook(varDir: string): Promise<Look> {
  const place = nearestExisting(varDir)
  const writable = await access(place, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!writable) return wrong(cliWords.notWritable(place))
  if (!existsSync(varDir)) return fine(cliWords.varNotYet(varDir))
  for (const name of ['secret.key', 'files']) {
    const found = await stat(join(varDir, name)).catch(() => null)
    const open = found !== null && process.platform !== 'win32' && (found.mode & 0o077) !== 0
    if (open) return wrong(cliWords.openToOthers(join(varDir, name)))
  }
  try {
    if (existsSync(join(varDir, 'secret.key'))) readSecret(varDir)
  } catch (error) {
    if (error instanceof StartError) return wrong(error.sentence)
    throw error
  }
  return fine(cliWords.rightsFine(varDir))
}

export function webLook(webDir: string): Look {
  const missing = ['desk.html', 'field.html', 'portal.html'].filter((page) => !existsSync(join(webDir, page)))
  return missing.length === 0 ? fine(cliWords.webFine) : wrong(cliWords.webMissing)
}

/** Everything asked of the database; when it cannot be reached, one line says so and why. */
async function databaseLooks(config: Config): Promise<Look[]> {
  let reached: Reached | null = null
  try {
    reached = await reach(config, false)
    return await looksAt(reached.url, reached.how)
  } catch (error) {
    if (error instanceof StartError) return [wrong(error.sentence)]
    throw error
  } finally {
    await reached?.leave()
  }
}

export async function looksAt(url: string, how: Reached['how']): Promise<Look[]> {
  const { number, shown, waiting } = await withClient(url, async (client) => {
    const { rows } = await client.query<{ number: number; shown: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as shown",
    )
    return { number: 0, shown: '', ...rows[0], waiting: await pendingMigrations(client) }
  })
  if (number < leastPostgres * 10_000) return [wrong(databaseWords.tooOld(shown, leastPostgres))]
  const server = fine(cliWords.databaseFine(shown, how))
  if (waiting.length > 0) return [server, wrong(cliWords.migrationsPending(waiting))]
  const now = Temporal.Now.instant().toString({ fractionalSecondDigits: 3 })
  const database = openDatabase({ connectionString: url, max: 1 })
  try {
    return await database.asHouse(async (tx) => [
      server,
      fine(cliWords.migrationsFine),
      await calendarLook(tx, now),
      await outboxLook(tx, now),
    ])
  } finally {
    await database.close()
  }
}
