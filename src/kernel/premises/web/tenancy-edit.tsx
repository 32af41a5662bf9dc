import { Select, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '#ui/language.tsx'
import type { Tenancy } from '../view.ts'
import { premisesWords } from '../words.ts'
import classes from './premises.module.css'
import { SaveForm } from './save-form.tsx'
import { words } from './words.ts'

interface TenancyEditProps {
  readonly customerCode: string
  /** without one a lease is entered */
  readonly tenancy?: Tenancy
  readonly onClose: () => void
}

/** A lease: contract, time and units. */
export function TenancyEdit({ customerCode, tenancy, onClose }: TenancyEditProps) {
  const say = useSay()
  const [contract, setContract] = useState(tenancy?.contract ?? '')
  const [starts, setStarts] = useState(tenancy?.starts ?? '')
  const [ends, setEnds] = useState(tenancy?.ends ?? '')
  const [restoration, setRestoration] = useState<string>(tenancy?.restoration ?? 'negotiable')
  const [units, setUnits] = useState<string[]>(tenancy?.units.map((unit) => unit.code) ?? [])
  return (
    <SaveForm
      method={tenancy ? 'PUT' : 'POST'}
      path={tenancy ? `/api/tenancies/${tenancy.id}` : `/api/customers/${customerCode}/tenancies`}
      body={() => ({ contract, starts, ends, restoration, units: units.map((code) => code.trim().toUpperCase()) })}
      onSaved={onClose}
      onCancel={onClose}
    >
      {(faults) => (
        <>
          <div className={classes.pair}>
            <TextInput
              label={say(words.contract)}
              withAsterisk
              maxLength={60}
              value={contract}
              onChange={(event) => setContract(event.currentTarget.value)}
              error={faults.contract}
            />
            <Select
              label={say(words.restoration)}
              data={Object.entries(premisesWords.restorations).map(([value, both]) => ({ value, label: say(both) }))}
              value={restoration}
              onChange={(next) => setRestoration(next ?? restoration)}
              allowDeselect={false}
            />
            <TextInput
              type="date"
              label={say(words.from)}
              withAsterisk
              value={starts}
              onChange={(event) => setStarts(event.currentTarget.value)}
              error={faults.starts}
            />
            <TextInput
              type="date"
              label={say(words.to)}
              withAsterisk
              min={starts}
              value={ends}
              onChange={(event) => setEnds(event.currentTarget.value)}
              error={faults.ends}
            />
          </div>
          <TagsInput
            label={say(words.units)}
            description={say(words.unitsHelp)}
            withAsterisk
            value={units}
            onChange={setUnits}
            splitChars={[',', '，', '、', ' ']}
            acceptValueOnBlur
            maxTags={400}
            error={faults.units ?? Object.entries(faults).find(([path]) => path.startsWith('units.'))?.[1]}
          />
        </>
      )}
    </SaveForm>
  )
}
