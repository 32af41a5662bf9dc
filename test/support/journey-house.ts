/** Before the journeys: the house is opened in a process of its own, and its address and sign-ins are left in the environment. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface JourneyHouse {
  readonly origin: string
  readonly passphrase: string
  readonly signIns: readonly { readonly role: string; readonly name: string; readonly login: string }[]
  /** units with the token of the QR code on their door */
  readonly doors: readonly { readonly code: string; readonly token: string }[]
}

const longest = 180_000

export default async function openJourneyHouse(): Promise<() => Promise<void>> {
  // A house that is already open is used as it stands, and left open.
  if (process.env['ATRIUM_JOURNEY'] !== undefined) return () => Promise.resolve()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'journey-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<never>((_resolve, reject) =>
    child.once('exit', (code) => reject(new Error(`the house for the journeys ended with ${code}`))),
  )
  ended.catch(() => undefined)
  const late = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('the house for the journeys did not open in time')), longest).unref(),
  )
  const line = new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve))
  process.env['ATRIUM_JOURNEY'] = await Promise.race([line, ended, late])
  return async () => {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    await gone
  }
}
