import { useCallback, useRef, useState } from 'react'
import { isUuid } from '#lib/uuid.ts'

export interface Send<Body, Answer> {
  /** null when it was refused; `problem` then says why */
  readonly send: (body: Body) => Promise<Answer | null>
  readonly busy: boolean
  readonly problem: unknown
  readonly reset: () => void
}

/**
 * One intention of the person: the same content keeps the same Idempotency-Key over every retry until it is through, and
 * a second click while the first is on its way is the first.
 */
export function useSend<Body, Answer>(
  deliver: (body: Body, key: string) => Promise<Answer>,
  after?: (answer: Answer, body: Body) => void,
): Send<Body, Answer> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const intention = useRef<{ content: string; key: string; running: Promise<Answer | null> | null } | null>(null)
  const latest = useRef({ deliver, after })
  latest.current = { deliver, after }

  const send = useCallback(async (body: Body): Promise<Answer | null> => {
    const content = JSON.stringify(body) ?? ''
    if (intention.current?.running) return intention.current.running
    const key = intention.current?.content === content ? intention.current.key : freshKey()
    const run = async () => {
      setBusy(true)
      setProblem(null)
      try {
        const answer = await latest.current.deliver(body, key)
        intention.current = null
        latest.current.after?.(answer, body)
        return answer
      } catch (error) {
        if (intention.current) intention.current.running = null
        setProblem(error)
        return null
      } finally {
        setBusy(false)
      }
    }
    const held = { content, key, running: null as Promise<Answer | null> | null }
    intention.current = held
    held.running = run()
    return held.running
  }, [])
  const reset = useCallback(() => setProblem(null), [])
  return { send, busy, problem, reset }
}

/** Pages served over plain HTTP from another machine have no randomUUID. */
export function freshKey(): string {
  const made = typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : ''
  return isUuid(made) ? made : [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16)).join('')
}
