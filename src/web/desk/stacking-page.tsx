import { StackingPlan } from '#kernel/premises/web/stacking.tsx'
import { NewButtons } from './new-buttons.tsx'
import { useAddress } from './use-address.ts'

export function StackingPage() {
  const { search, setSearch } = useAddress()
  const { unit, only, ...rest } = search
  const keep = (next: { unit?: string | null; only?: string }) => {
    const values = { unit: unit ?? '', only: only ?? '', ...next }
    setSearch({ ...rest, ...(values.unit ? { unit: values.unit } : {}), ...(values.only ? { only: values.only } : {}) })
  }
  return (
    <StackingPlan
      unit={unit ?? null}
      onUnit={(code) => keep({ unit: code })}
      only={only ?? ''}
      onOnly={(mark) => keep({ only: mark })}
      verbs={verbs}
    />
  )
}

const verbs = (customerCode: string | undefined, unitCode: string) => <NewButtons start={{ customerCode, unitCode }} />
