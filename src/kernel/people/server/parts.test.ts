import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { addressKey } from './address.ts'
import { counterOf } from './factors.ts'
import { hashPassword, oneTimeSecret, passwordFits } from './passwords.ts'
import { spelled } from './pinyin.ts'
import { seal, unseal } from './sealed.ts'
import { sessionRuns } from './sessions.ts'

test('an address is counted the same however it is spelled, IPv6 by its /64', () => {
  expect(new Set(['::ffff:1.2.3.4', '::FFFF:102:304', '1.2.3.4', ' 1.2.3.4'].map(addressKey))).toEqual(
    new Set(['1.2.3.4']),
  )
  expect(
    new Set(['2001:DB8::1', '2001:0db8:0:0:9::', '[2001:db8::ffff]', '2001:db8::a%eth0'].map(addressKey)).size,
  ).toBe(1)
  expect(addressKey('2001:db8:0:1::1')).not.toBe(addressKey('2001:db8::1'))
  expect(addressKey('no address')).toBe('unknown')
})

test('a password is known again by its hash, whole, in either spelling of its accents, and nobody’s fits nothing', async () => {
  const long = 'é'.repeat(128)
  const hash = await hashPassword(long)
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordFits(long.normalize('NFD'), hash)).toBe(true)
  expect(await passwordFits(`${long.slice(0, 127)}e`, hash)).toBe(false)
  expect(await passwordFits(long, null)).toBe(false)
})

test('a secret given out once has no look-alikes and is not given twice', () => {
  const secrets = Array.from({ length: 200 }, oneTimeSecret)
  expect(new Set(secrets).size).toBe(200)
  for (const secret of secrets) expect(secret).toMatch(/^([a-hjkmnp-z2-79]{5}-){3}[a-hjkmnp-z2-79]{5}$/)
})

test('a sealed secret opens for its own row under its own key only', () => {
  const key = new Uint8Array(32).fill(1)
  const sealed = seal(key, 'totp', 'row 1', 'JBSWY3DPEHPK3PXP')
  expect(unseal(key, 'totp', 'row 1', sealed)).toBe('JBSWY3DPEHPK3PXP')
  expect(() => unseal(key, 'totp', 'row 2', sealed)).toThrow()
  expect(() => unseal(key, 'other', 'row 1', sealed)).toThrow()
  expect(() => unseal(new Uint8Array(32), 'totp', 'row 1', sealed)).toThrow()
  expect(sealed).not.toContain('JBSWY')
})

test('a code of the device is good for its half minute and its neighbours', () => {
  const secret = new Secret({ size: 20 }).base32
  const at = Date.parse('2026-11-24T02:00:10.000Z')
  const code = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at + seconds * 1000 })
  const now = new Date(at).toISOString()
  const counter = Math.floor(at / 30_000)
  expect([-30, 0, 30].map((seconds) => counterOf(secret, code(seconds), now))).toEqual([
    counter - 1,
    counter,
    counter + 1,
  ])
  expect(counterOf(secret, code(-90), now)).toBeNull()
})

test('names are spelled as people read them', () => {
  expect(spelled('吕小单', 'person')).toEqual({ pinyin: 'lvxiaodan', initials: 'lxd' })
  expect(spelled('单于琳', 'person').pinyin).toBe('shanyulin')
  expect(spelled('曾思敏', 'person').initials).toBe('zsm')
  expect(spelled('IBM（中国）投资', 'company')).toEqual({ pinyin: 'ibmzhongguotouzi', initials: 'ibmzgtz' })
  expect(spelled('Fengyao Consulting', 'company').initials).toBe('fc')
  expect(spelled('北京砚溪律师事务所', 'company').initials).toBe('bjyxlssws')
})

test('a session runs until it is idle too long or too old', () => {
  const row = { seen_at: '2026-11-24T02:00:00.000Z', expires_at: '2026-11-24T12:00:00.000Z' }
  expect(sessionRuns(row, '2026-11-24T03:00:00.000Z', 60)).toBe(true)
  expect(sessionRuns(row, '2026-11-24T03:00:00.001Z', 60)).toBe(false)
  expect(sessionRuns({ ...row, seen_at: '2026-11-24T11:59:00.000Z' }, '2026-11-24T12:00:00.000Z', 60)).toBe(false)
})
