import type { IsoInstant } from '#lib/time.ts'

/** A line of a person's inbox; `event` and `data` are said in words by the process, or by the kernel part, it comes from. */
export interface InboxItem {
  readonly id: number
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
  readonly at: IsoInstant
  readonly readAt: IsoInstant | null
  readonly case: {
    readonly process: string
    readonly number: string
    readonly title: string
    readonly state: string
  } | null
}

export interface InboxPage {
  readonly items: readonly InboxItem[]
  /** pass as `after` for the next page; null at the end */
  readonly next: number | null
  readonly unread: number
}

/** A line of `GET /api/events`: where to look again. `again`: notices may have been missed, look everywhere. */
export type LiveEvent =
  | { readonly process: string; readonly number: string; readonly what: 'opened' | 'moved' | 'written' | 'inbox' }
  | { readonly what: 'again' }
