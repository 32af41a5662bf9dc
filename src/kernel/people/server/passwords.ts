import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Refused } from '#kernel/http/problem.ts'
import { doorWords } from '#kernel/http/words.ts'

/** Passwords are kept as argon2id in PHC spelling: 19 MiB, two passes, one lane. */

const memory = 19_456
const passes = 2
const tagLength = 32
const derive = promisify(argon2)

/** Compared against when there is no account, so that an unknown name takes as long as a wrong password. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$jO4r0f6gYxk1mJrGk5h3Cw$b0O0Fh1Ykz3c9tS2gqvQm8XoYwL5n7RrD4uJpEiTzKs'

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await taggedBy(password, salt, { memory, passes, parallelism: 1, tagLength })
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${base64(salt)}$${base64(tag)}`
}

/** False for a wrong password; with a null hash always false, after the same work. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const fits = await fitsHash(password, hash ?? nobody)
  return fits && hash !== null
}

async function fitsHash(password: string, hash: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash)
  if (!parts) throw new Error('a password hash of another kind')
  const [, m, t, p, salt = '', tag = ''] = parts
  const wanted = Buffer.from(tag, 'base64')
  const settings = { memory: Number(m), passes: Number(t), parallelism: Number(p), tagLength: wanted.length }
  return timingSafeEqual(await taggedBy(password, Buffer.from(salt, 'base64'), settings), wanted)
}

type Settings = { memory: number; passes: number; parallelism: number; tagLength: number }

/** Two at a time, so that a rush of sign-ins leaves threads for files; a long queue is turned away at once. */
const atOnce = 2
const queueMost = 60
let running = 0
const queue: (() => void)[] = []

async function taggedBy(password: string, nonce: Uint8Array, settings: Settings): Promise<Buffer> {
  if (queue.length >= queueMost) throw new Refused({ status: 503, code: 'busy', says: doorWords.busy, retryAfter: 5 })
  if (running >= atOnce) await new Promise<void>((go) => queue.push(go))
  else running++
  try {
    return await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...settings })
  } finally {
    const next = queue.shift()
    if (next) next()
    else running--
  }
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** Twenty signs without look-alikes in groups of five, about 98 bits: `k7mfq-2xq9p-…`. */
export function oneTimeSecret(): string {
  return readable(20)
}

/** Signs that nobody takes for another, in groups of five; five bits (less one sign's worth) each. */
export function readable(signs: number): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz2345679'
  let text = ''
  while (text.length < signs) {
    for (const byte of randomBytes(signs)) {
      if (byte < 240 && text.length < signs) text += alphabet[byte % 30]
    }
  }
  return text.replace(/(.{5})(?=.)/g, '$1-')
}
