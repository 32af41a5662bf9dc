import { Suspense } from 'react'
import { CasePage } from '#kernel/process/web/case-page.tsx'
import { useCatalogue } from '#kernel/process/web/catalogue.tsx'
import { RegisterPage } from '#kernel/process/web/register.tsx'
import { Lost } from './lost.tsx'
import { NewButton } from './new-button.tsx'
import { registerActions } from './register-actions.ts'
import { useAddress, usePathPart } from './use-address.ts'

export function RegisterRoute() {
  const process = usePathPart('process')
  const { chapters } = useCatalogue()
  const { search, setSearch } = useAddress()
  const Actions = registerActions[process]
  if (!Object.hasOwn(chapters, process)) return <Lost />
  return (
    <RegisterPage
      key={process}
      process={process}
      values={search}
      onChange={setSearch}
      actions={
        <>
          {Actions && (
            <Suspense>
              <Actions />
            </Suspense>
          )}
          <NewButton process={process} />
        </>
      }
    />
  )
}

export function CaseRoute() {
  const process = usePathPart('process')
  const number = usePathPart('number')
  const { chapters } = useCatalogue()
  const { search, setSearch } = useAddress()
  if (!Object.hasOwn(chapters, process)) return <Lost />
  return (
    <CasePage
      process={process}
      number={number}
      tab={search.tab ?? 'slip'}
      onTab={(tab) => setSearch(tab === 'slip' ? {} : { tab })}
    />
  )
}
