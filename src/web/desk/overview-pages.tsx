import { PromisesPage } from '#kernel/process/web/promises-page.tsx'
import { FiguresPage } from '#modules/overview/web/desk-figures.tsx'
import { QualityPage } from '#modules/overview/web/desk-quality.tsx'
import { useAddress } from './use-address.ts'

export function PromisesRoute() {
  const { search, setSearch } = useAddress()
  return <PromisesPage values={search} onChange={setSearch} />
}

export function FiguresRoute() {
  const { search, setSearch } = useAddress()
  return <FiguresPage values={search} onChange={setSearch} />
}

export function QualityRoute() {
  const { search, setSearch } = useAddress()
  return <QualityPage values={search} onChange={setSearch} />
}
