import { createHash } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { normalise } from '#lib/text.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { FactorStart } from '../view.ts'
import { readable } from './passwords.ts'
import { seal, unseal } from './sealed.ts'
import { note, tellOwner } from './security-log.ts'

/** The second factor: six digits of a device (TOTP, RFC 6238), each used once, and ten recovery codes on paper. */

const issuer = 'Atrium 中庭'
const period = 30

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period, digits: 6, algorithm: 'SHA1' })

/** Counter of the 30 seconds a code belongs to, one step of clock difference allowed either way; null: wrong. */
export function counterOf(secret: string, code: string, now: IsoInstant): number | null {
  const timestamp = Date.parse(now)
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

/** A new secret, not in force before `confirmFactor`. */
export async function startFactor(tx: Tx, house: House, personId: string, label: string): Promise<FactorStart> {
  const secret = new Secret({ size: 20 }).base32
  await tx
    .updateTable('accounts')
    .set({ totp_secret: seal(house.secret, 'totp', personId, secret), totp_last_counter: null })
    .where('person_id', '=', personId)
    .where('totp_confirmed_at', 'is', null)
    .execute()
  const uri = totpOf(secret, label).toString()
  return { secret, uri, qr: await QRCode.toDataURL(uri, { margin: 1, width: 240, errorCorrectionLevel: 'M' }) }
}

/** Six digits or a recovery code, each good once. */
export async function codeHolds(tx: Tx, house: House, personId: string, typed: string): Promise<boolean> {
  const code = normalise(typed).replace(/[\s-]/g, '')
  return /^\d{6}$/.test(code)
    ? await digitsHold(tx, house, personId, code)
    : await recoveryHolds(tx, house, personId, code)
}

/** The counter is moved by the statement that checks it: of two requests with the same digits one fails. */
export async function digitsHold(tx: Tx, house: House, personId: string, code: string): Promise<boolean> {
  const account = await tx
    .selectFrom('accounts')
    .select('totp_secret')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (account?.totp_secret == null) return false
  const counter = counterOf(unseal(house.secret, 'totp', personId, account.totp_secret), code, house.now())
  if (counter === null) return false
  const moved = await tx
    .updateTable('accounts')
    .set({ totp_last_counter: counter })
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('totp_last_counter', 'is', null), eb('totp_last_counter', '<', counter)]))
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
}

async function recoveryHolds(tx: Tx, house: House, personId: string, code: string): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_codes')
    .set({ used_at: house.now() })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashOf(personId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) return false
  await note(tx, house.now(), 'recoveryUsed', personId, '')
  await tellOwner(tx, house.now(), 'recoveryUsed', personId)
  return true
}

/** Ten new codes in place of all earlier ones; only their hashes stay. */
export async function renewRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => readable(10))
  await tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  await tx
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ person_id: personId, code_hash: hashOf(personId, code.replaceAll('-', '')) })))
    .execute()
  return codes
}

export async function removeFactor(tx: Tx, personId: string): Promise<boolean> {
  await tx.deleteFrom('recovery_codes').where('person_id', '=', personId).execute()
  const removed = await tx
    .updateTable('accounts')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_counter: null })
    .where('person_id', '=', personId)
    .where('totp_secret', 'is not', null)
    .executeTakeFirst()
  return removed.numUpdatedRows > 0n
}

/** Fifty bits of chance need no slow hash; the person in it keeps two people's codes apart. */
const hashOf = (personId: string, code: string) => createHash('sha256').update(`${personId} ${code}`).digest('hex')
