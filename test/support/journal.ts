/** Clients that write down what they mean to do before they do it, and repeat it with the same key until somebody answers. */
import { setTimeout as sleep } from 'node:timers/promises'

export interface Intent {
  readonly key: string
  readonly cookie: string
  readonly url: string
  readonly body: string
  /** the answer that at last came; null while nobody has answered */
  answer: { readonly status: number; readonly text: string } | null
  /** how often it had to be sent */
  tries: number
  /** milliseconds until the answer */
  waited: number
}

const hopeless = 30_000

export class Unanswered extends Error {}

/** Sends it until there is an answer that is not "not now"; throws after half a minute. */
export async function insist(intent: Intent): Promise<{ readonly status: number; readonly text: string }> {
  const began = performance.now()
  for (;;) {
    intent.tries += 1
    const answer = await once(intent)
    intent.waited = performance.now() - began
    if (answer !== null) {
      intent.answer = answer
      return answer
    }
    if (intent.waited > hopeless) throw new Unanswered(intent.url)
    await sleep(40 + Math.random() * 60)
  }
}

/** Null: nobody there, the connection broke, or the house says it cannot now. */
export async function once(intent: Intent): Promise<{ readonly status: number; readonly text: string } | null> {
  try {
    const response = await fetch(intent.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': intent.key,
        cookie: `__Host-atrium=${intent.cookie}`,
      },
      body: intent.body,
      signal: AbortSignal.timeout(8_000),
    })
    const text = await response.text()
    return response.status === 503 ? null : { status: response.status, text }
  } catch {
    return null
  }
}
