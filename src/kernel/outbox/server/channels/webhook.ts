/** Webhooks as Standard Webhooks has them: any 2xx is yes, 410 is never again, everything else is later. */
import { post } from './post.ts'
import { secretsOf, type WebhookSecret, type WebhookSettings } from './settings.ts'
import { webhookHeaders } from './signatures.ts'
import type { Answered } from './post.ts'
import type { Outcome, Parcel, Way } from './way.ts'

export const webhook: Way<WebhookSettings, WebhookSecret> = {
  repeatable: true,
  async send(parcel, { url }, secret, outbound) {
    const body = JSON.stringify(payloadOf(parcel))
    const seconds = Math.floor(Date.parse(parcel.now) / 1000)
    const headers = webhookHeaders(parcel.id, seconds, body, secretsOf(secret, parcel.now))
    return judged(await post(outbound, { url, headers, body }))
  },
}

/** What leaves: no names, no numbers of people, nothing of the slip but number, title and state. */
export function payloadOf(parcel: Parcel): object {
  return {
    id: parcel.id,
    type: parcel.event,
    timestamp: parcel.at,
    data: parcel.case === null ? {} : { ...parcel.case, link: parcel.link },
  }
}

export function judged({ status, retryAfter }: Answered): Outcome {
  const detail = String(status)
  if (status >= 200 && status < 300) return { done: 'sent', providerId: null }
  if (status === 410) return { done: 'failed', error: 'refused', detail, final: true }
  const wait = retryAfter === null ? {} : { wait: retryAfter }
  if (status === 429) return { done: 'failed', error: 'rateLimited', detail, ...wait }
  return { done: 'failed', error: 'refused', detail, ...wait }
}
