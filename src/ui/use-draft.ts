import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetStored, readStored, writeStored } from './stored.ts'

export interface Draft<Values extends object> {
  /** what was typed before, over the initial values */
  readonly values: Values
  /** something typed earlier was brought back: tell the person */
  readonly restored: boolean
  /** call on every change; written once typing pauses and when the page is hidden */
  readonly keep: (values: Values) => void
  /** after a successful save, or when the person discards it */
  readonly clear: () => void
}

/**
 * Typed text survives a crash, a closed tab and a flat battery. `key` names the form and, for an existing case, its
 * number. Drafts are kept for 14 days; `forgetDrafts` when somebody signs out.
 */
export function useDraft<Values extends object>(key: string, initial: Values): Draft<Values> {
  const name = START + key
  const [found] = useState(() => readStored<Stored | null>(name, null, isFresh))
  const [values] = useState<Values>(() => (found ? { ...initial, ...found.values } : initial))
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; values: Values } | null>(null)

  const flush = useCallback(() => {
    if (!waiting.current) return
    clearTimeout(waiting.current.timer)
    writeStored(name, { at: Date.now(), values: waiting.current.values } satisfies Stored)
    waiting.current = null
  }, [name])
  const keep = useCallback(
    (next: Values) => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = { values: next, timer: setTimeout(flush, PAUSE) }
    },
    [flush],
  )
  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    writeStored(name, undefined)
  }, [name])

  useEffect(() => {
    // On phones a hidden page may never be woken again.
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [flush])
  return { values, restored: found !== null, keep, clear }
}

export const forgetDrafts = (): void => forgetStored(START)

interface Stored {
  readonly at: number
  readonly values: object
}

const START = 'draft.'
const PAUSE = 800
const KEPT = 14 * 86_400_000
const isFresh = (value: unknown): value is Stored =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  Date.now() - value.at < KEPT &&
  'values' in value &&
  typeof value.values === 'object'
