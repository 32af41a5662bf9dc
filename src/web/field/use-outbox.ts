import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { OutboxItem, Outcome } from '#kernel/http/web/outbox.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { laneOf, outbox, type Step } from './carry.ts'

/** What this person did on this phone and the server has not taken yet. */
export const useUnsent = (): readonly OutboxItem<Step>[] =>
  useSyncExternalStore(outbox.subscribe, outbox.items, outbox.items)

export function useUnsentOf(process: string, number: string): readonly OutboxItem<Step>[] {
  const all = useUnsent()
  return useMemo(() => all.filter(({ lane }) => lane === laneOf({ process, number })), [all, process, number])
}

/** Sends in the background as long as somebody is signed in. */
export function useSending(owner: string): void {
  const client = useQueryClient()
  useEffect(() => outbox.start(owner), [owner])
  useEffect(() => {
    let before = outbox.items()
    return outbox.subscribe(() => {
      const now = outbox.items()
      const gone = before.filter((item) => !now.some((one) => one.key === item.key))
      before = now
      for (const { work } of gone) void client.invalidateQueries({ queryKey: ['case', work.process, work.number] })
      if (gone.length > 0) void client.invalidateQueries({ queryKey: ['queue'] })
    })
  }, [client])
}

export interface Taking {
  /** Resolves when the server took the step, refused it, or it waits on this phone. */
  readonly take: (step: Step) => Promise<Outcome<CaseView>>
  readonly busy: boolean
}

/** Takes steps of a case through the outbox. The same step pressed twice is one, and keeps its key until it is settled. */
export function useTake(): Taking {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const take = useCallback(
    async (step: Step) => {
      setBusy(true)
      try {
        const key = keyOf(step)
        // Taken anew, and better: the refused try makes room for it.
        const before = outbox.items().filter(({ lane, refusal }) => lane === laneOf(step) && refusal !== null)
        for (const item of before) if (item.work.action === step.action) await outbox.drop(item.key)
        const outcome = await outbox.add({ key, lane: laneOf(step), work: step })
        if (outcome.how === 'sent') client.setQueryData(['case', step.process, step.number], outcome.answer)
        // The person stands before it and decides at once; nothing has to wait behind it.
        if (outcome.how === 'refused') await outbox.drop(key)
        if (outcome.how !== 'waiting') keys.delete(contentOf(step))
        return outcome
      } finally {
        setBusy(false)
      }
    },
    [client],
  )
  return { take, busy }
}

/** One key for one intention: the same step of the same version, with the same content. */
const keys = new Map<string, string>()
function keyOf(step: Step): string {
  const content = contentOf(step)
  const key = keys.get(content) ?? freshKey()
  keys.set(content, key)
  return key
}
const contentOf = ({ files, ...step }: Step) => JSON.stringify([step, files.map(({ key }) => key)])

/** True while the browser says that there is no network at all. */
export const useOffline = (): boolean => useSyncExternalStore(hearNetwork, isOffline, () => false)
const isOffline = () => !navigator.onLine
function hearNetwork(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
