import { lazy } from 'react'
import type { Openers, OpenerProps } from '#kernel/process/web/catalogue.tsx'

interface DeskPages {
  /** a form of its own for a new case */
  readonly Opener?: (props: OpenerProps) => React.ReactNode
}

/** Modules with a desk page of their own are found by the name of the file; its code comes when it is opened. */
const found = import.meta.glob<DeskPages>('../../modules/*/web/desk.tsx')

export const openers: Openers = Object.fromEntries(
  Object.entries(found).map(([path, load]) => {
    const name = /modules\/([^/]+)\//.exec(path)?.[1] ?? ''
    const Opener = lazy(async () => {
      const { Opener: own } = await load()
      if (own === undefined) throw new Error(`${path} has no Opener`)
      return { default: own }
    })
    return [name, Opener]
  }),
)
