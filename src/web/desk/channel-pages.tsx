import { DeliveriesPage } from '#kernel/outbox/web/deliveries.tsx'
import { useAddress } from './use-address.ts'

export function DeliveriesRoute() {
  const { search, setSearch } = useAddress()
  return <DeliveriesPage values={search} onChange={setSearch} />
}
