import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSay } from '#ui/language.tsx'
import type { CustomerCard } from '../view.ts'
import { premisesWords } from '../words.ts'
import classes from './premises.module.css'
import { SaveForm } from './save-form.tsx'
import { words } from './words.ts'

interface CustomerEditProps {
  /** without one a customer is entered; the house gives the number */
  readonly card?: CustomerCard
  readonly onSaved: (code: string) => void
  readonly onClose: () => void
}

const lines = ['name', 'shortName', 'nameEn', 'trade', 'phone', 'headcount', 'creditCode', 'address'] as const
type Line = (typeof lines)[number]
const needed: readonly Line[] = ['name', 'shortName']

/** The master data of a customer. */
export function CustomerEdit({ card, onSaved, onClose }: CustomerEditProps) {
  const say = useSay()
  const [typed, setTyped] = useState<Record<Line | 'note', string>>({
    name: card?.name ?? '',
    shortName: card?.shortName ?? '',
    nameEn: card?.nameEn ?? '',
    trade: card?.trade ?? '',
    phone: card?.phone ?? '',
    headcount: card?.more?.headcount?.toString() ?? '',
    creditCode: card?.more?.creditCode ?? '',
    address: card?.more?.address ?? '',
    note: card?.more?.note ?? '',
  })
  const [kind, setKind] = useState<string>(card?.kind ?? 'tenant')
  const [language, setLanguage] = useState<string>(card?.language ?? 'zh')
  const [vip, setVip] = useState(card?.vip ?? false)
  const [monthlyBilling, setMonthly] = useState(card?.monthlyBilling ?? false)
  const options = (of: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(of).map(([value, both]) => ({ value, label: say(both) }))
  const body = () => ({
    ...typed,
    headcount: typed.headcount.trim() === '' ? null : Number(typed.headcount),
    creditCode: typed.creditCode.trim() === '' ? null : typed.creditCode.trim(),
    kind,
    language,
    vip,
    monthlyBilling,
  })
  return (
    <SaveForm<{ code: string }>
      method={card ? 'PUT' : 'POST'}
      path={card ? `/api/customers/${card.code}` : '/api/customers'}
      body={body}
      onSaved={({ code }) => onSaved(code)}
      onCancel={onClose}
    >
      {(faults) => (
        <>
          <div className={classes.pair}>
            {lines.map((line) => (
              <TextInput
                key={line}
                label={say(words[line])}
                withAsterisk={needed.includes(line)}
                maxLength={200}
                {...(line === 'headcount' ? { inputMode: 'numeric' as const } : {})}
                value={typed[line]}
                onChange={(event) => setTyped({ ...typed, [line]: event.currentTarget.value })}
                error={faults[line]}
              />
            ))}
            <Select
              label={say(words.kind)}
              data={options(premisesWords.customerKinds)}
              value={kind}
              onChange={(next) => setKind(next ?? kind)}
              allowDeselect={false}
            />
            <Select
              label={say(words.language)}
              data={options(premisesWords.languages)}
              value={language}
              onChange={(next) => setLanguage(next ?? language)}
              allowDeselect={false}
            />
          </div>
          <Checkbox label={say(words.vip)} checked={vip} onChange={(event) => setVip(event.currentTarget.checked)} />
          <Checkbox
            label={say(words.monthlyBilling)}
            checked={monthlyBilling}
            onChange={(event) => setMonthly(event.currentTarget.checked)}
          />
          <Textarea
            label={say(words.note)}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={typed.note}
            onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
            error={faults.note}
          />
        </>
      )}
    </SaveForm>
  )
}
