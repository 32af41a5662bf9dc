import { PersonPage } from '#kernel/people/web/staff-card.tsx'
import { StaffPage } from '#kernel/people/web/staff.tsx'
import { useAddress, usePathPart } from './use-address.ts'

export function StaffRoute() {
  const { search, setSearch } = useAddress()
  return <StaffPage values={search} onChange={setSearch} />
}

export function PersonRoute() {
  const id = usePathPart('id')
  return <PersonPage key={id} id={id} />
}
