import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Small secrets at rest: AES-256-GCM under a key drawn from the installation's, bound to the row they belong to. */

const keyOf = (secret: Uint8Array, use: string) => Buffer.from(hkdfSync('sha256', secret, '', `atrium ${use}`, 32))

/** `owner`: the id of the row; a sealed text moved to another row does not open. */
export function seal(secret: Uint8Array, use: string, owner: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, use), nonce).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Throws when the text was touched, sealed for another row, or under another installation's key. */
export function unseal(secret: Uint8Array, use: string, owner: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, use), bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
}
