import type { JsonValue } from '#kernel/database/json.ts'
import type { Change } from '#kernel/http/server/house.ts'
import type { IsoInstant } from '#lib/time.ts'

/** A line of a person's inbox; `event` and `data` are said in words by the process, or by the kernel part, it comes from. */
export interface InboxItem {
  readonly id: number
  readonly event: string
  readonly data: Readonly<Record<string, JsonValue>>
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
export type LiveEvent = Pick<Change, 'process' | 'number' | 'what'> | { readonly what: 'again' }
