import { PhrasesPage } from '#kernel/phrases/web/phrases.tsx'
import { useAddress } from './use-address.ts'

export function PhrasesRoute() {
  const { search, setSearch } = useAddress()
  return <PhrasesPage values={search} onChange={setSearch} />
}
