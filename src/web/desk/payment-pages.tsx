import { PaymentsPage } from '#kernel/ledger/web/payments.tsx'
import { useAddress } from './use-address.ts'

export function PaymentsRoute() {
  const { search, setSearch } = useAddress()
  return <PaymentsPage values={search} onChange={setSearch} />
}
