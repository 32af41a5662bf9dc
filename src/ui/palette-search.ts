import type { ReactNode } from 'react'

export interface PaletteItem {
  readonly id: string
  readonly label: string
  /** number, unit, phone … */
  readonly hint?: string | undefined
  readonly icon?: ReactNode
  /** where it leads; or `run` */
  readonly href?: string | undefined
  readonly run?: (() => void) | undefined
}

export interface PaletteGroup {
  readonly id: string
  readonly label: string
  readonly items: readonly PaletteItem[]
}

/** Asked on every pause in typing, also with the empty text (recent things); a newer question aborts the older. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>
