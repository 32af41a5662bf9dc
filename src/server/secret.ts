import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '#kernel/database/start-error.ts'

/** The installation's own key, 32 bytes, made at the first start and kept in var/; without it no TOTP secret can be read again. */
export function readSecret(varDir: string): Uint8Array {
  const path = join(varDir, 'secret.key')
  if (!existsSync(path)) {
    mkdirSync(varDir, { recursive: true })
    const fresh = `${path}.${process.pid}`
    writeFileSync(fresh, randomBytes(32).toString('hex'), { mode: 0o600, flush: true })
    renameSync(fresh, path)
  }
  const text = readFileSync(path, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new StartError({
      zh: `密钥文件 ${path} 已损坏，请从备份恢复。`,
      en: `The key file ${path} is damaged; restore it from a backup.`,
    })
  }
  return Buffer.from(text, 'hex')
}
