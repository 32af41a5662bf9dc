/**
 * SMS by whatever gateway the building has: an `SmsGateway` is what a provider's adapter must do. The one here posts JSON
 * to an address, signed like a webhook; the gateway must take the same `id` only once.
 */
import { letterWords } from '../../words.ts'
import { lineOf } from './letter.ts'
import type { Outbound } from './outbound.ts'
import { post } from './post.ts'
import type { SmsSecret, SmsSettings } from './settings.ts'
import { webhookHeaders } from './signatures.ts'
import type { Outcome, Way } from './way.ts'
import { judged } from './webhook.ts'

export interface Sms {
  /** the same over every attempt */
  readonly id: string
  readonly to: string
  readonly text: string
  readonly seconds: number
}

export interface SmsGateway {
  send(sms: Sms, outbound: Outbound): Promise<Outcome>
}

export const signedGateway = ({ url }: SmsSettings, { key }: SmsSecret): SmsGateway => ({
  async send({ seconds, ...sms }, outbound) {
    const body = JSON.stringify(sms)
    const secret = `whsec_${Buffer.from(key).toString('base64')}`
    const answer = await post(outbound, { url, headers: webhookHeaders(sms.id, seconds, body, [secret]), body })
    const outcome = judged(answer)
    return outcome.done === 'sent' ? { done: 'sent', providerId: idIn(answer.body) } : outcome
  },
})

function idIn(body: string): string | null {
  try {
    const { id } = JSON.parse(body) as { id?: unknown }
    return typeof id === 'string' ? id.slice(0, 100) : null
  } catch {
    return null
  }
}

export const sms: Way<SmsSettings, SmsSecret> = {
  repeatable: true,
  async send(parcel, settings, secret, outbound) {
    if (parcel.reader === null) return { done: 'failed', error: 'noAddress', detail: '', final: true }
    const { language, address } = parcel.reader
    const signature = settings.signature === '' ? letterWords.brand[language] : settings.signature
    const text = `【${signature}】${lineOf(parcel, language)}`
    const seconds = Math.floor(Date.parse(parcel.now) / 1000)
    return await signedGateway(settings, secret).send({ id: parcel.id, to: address, text, seconds }, outbound)
  },
}

/** A number an SMS can go to: a mobile of the mainland, or any with its country code; null for anything else. */
export function mobileOf(phone: string): string | null {
  const bare = phone.replaceAll(/[\s()-]/g, '')
  if (/^1[3-9]\d{9}$/.test(bare)) return `+86${bare}`
  return /^\+[1-9]\d{6,14}$/.test(bare) ? bare : null
}
