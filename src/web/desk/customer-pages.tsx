import { CustomerPage } from '#kernel/premises/web/customer-page.tsx'
import { CustomersPage } from '#kernel/premises/web/customers.tsx'
import { useAddress, usePathPart } from './use-address.ts'
import { NewButtons } from './new-buttons.tsx'

export function Customers() {
  const { search, setSearch } = useAddress()
  return <CustomersPage values={search} onChange={setSearch} />
}

export function Customer() {
  const code = usePathPart('code')
  return <CustomerPage key={code} code={code} actions={<NewButtons start={{ customerCode: code }} />} />
}
