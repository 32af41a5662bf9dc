import type { Logger } from 'pino'
import type { IsoInstant } from '#lib/time.ts'
import type { WorkingCalendar } from '#lib/working-calendar.ts'
import type { Database, Tx } from '#kernel/database/database.ts'
import type { Process } from '#kernel/process/define.ts'
import type { PriceItem } from '#kernel/process/moment.ts'
import type { PaperMaker } from '#kernel/process/papers.ts'
import type { AnyWords } from '#kernel/process/words.ts'

/** What every handler may use: the house's parts, passed in, never imported as a running thing. */
export interface House {
  readonly database: Database
  readonly now: () => IsoInstant
  readonly modules: readonly LoadedModule[]
  readonly rulebook: Rulebook
  /** 32 bytes from var/: encrypts TOTP secrets, signs nothing else */
  readonly secret: Uint8Array
  readonly log: Logger
  readonly events: Events
  /** folder of uploaded files */
  readonly filesDir: string
  /** http(s)://host:port as printed at start, for QR codes */
  readonly origin: string
}

export interface LoadedModule {
  readonly process: Process
  readonly words: AnyWords
  /** absolute folder of the module, where its forms lie */
  readonly folder: string
  /** what stands on its papers, by name; a paper without a maker is printed field by field */
  readonly papers: Readonly<Record<string, PaperMaker>>
}

/** Parameters, calendar and price list as they hold at a moment; kept in memory and renewed when one changes. */
export interface Rulebook {
  parameter<T>(key: string, at: IsoInstant): T
  calendar(): WorkingCalendar
  price(code: string, at: IsoInstant): PriceItem | null
  prices(at: IsoInstant): readonly PriceItem[]
  /** reads everything again; called after a change, and when another server says so */
  renew(tx: Tx): Promise<void>
}

/** What changed, for open screens: never content, only where to look again. */
export interface Change {
  readonly process: string
  readonly number: string
  readonly customerId: string | null
  readonly people: readonly string[]
  readonly what: 'opened' | 'moved' | 'written' | 'inbox'
}

export interface Events {
  listen(hear: (change: Change) => void): () => void
  close(): Promise<void>
}
