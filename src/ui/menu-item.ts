import type { ComponentType } from 'react'

/** A place in a shell's menu. */
export interface MenuItem {
  readonly href: string
  readonly label: string
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** work waiting there */
  readonly count?: number | undefined
  /** `g w` */
  readonly keys?: string | undefined
}

/** What the person may do with himself: profile, password, sign out. */
export interface PersonAction {
  readonly label: string
  readonly icon?: MenuItem['icon']
  readonly run: () => void
}

export interface Person {
  readonly name: string
  readonly role: string
  readonly actions: readonly PersonAction[]
}
