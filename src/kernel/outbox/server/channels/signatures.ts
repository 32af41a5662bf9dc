/** How the other side knows that it is us: webhooks as Standard Webhooks say, robots as their makers say. */
import { createHmac } from 'node:crypto'

const base64 = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64')

/** `whsec_` and 24 to 64 bytes in base64, as Standard Webhooks spell it. */
export function isWebhookSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(text)) return false
  const bytes = keyOf(text)
  return bytes.length >= 24 && bytes.length <= 64
}

const keyOf = (secret: string) => Buffer.from(secret.slice('whsec_'.length), 'base64')

/** The three headers; while a secret is being changed the text is signed with both. `seconds` since 1970. */
export function webhookHeaders(
  id: string,
  seconds: number,
  body: string,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': secrets.map((secret) => `v1,${base64(keyOf(secret), `${id}.${seconds}.${body}`)}`).join(' '),
  }
}

/** DingTalk signs time and secret with the secret; the time is in milliseconds. */
export const dingtalkSign = (ms: number, secret: string): string => base64(secret, `${ms}\n${secret}`)

/** Feishu signs nothing with time and secret; the time is in seconds. */
export const feishuSign = (seconds: number, secret: string): string => base64(`${seconds}\n${secret}`, '')
