import { lazy, Suspense, useEffect, useState } from 'react'
import type { PaletteSearch } from './palette-search.ts'

interface PaletteHostProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly search: PaletteSearch
}

const load = () => import('./palette.tsx')
const Palette = lazy(() => load().then((module) => ({ default: module.Palette })))

/** Keeps the palette's code out of the first page; it is fetched once the page is quiet, long before anybody opens it. */
export function PaletteHost(props: PaletteHostProps) {
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => void load(), 1500)
    return () => clearTimeout(timer)
  }, [])
  if (props.opened && !wanted) setWanted(true)
  if (!wanted) return null
  return (
    <Suspense>
      <Palette {...props} />
    </Suspense>
  )
}
