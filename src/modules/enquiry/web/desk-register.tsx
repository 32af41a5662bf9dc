import '#ui/controls.css'
import { Button, Popover, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useHasRole } from '#kernel/people/web/me.ts'
import { useProcess } from '#kernel/process/web/catalogue.tsx'
import { list } from '#kernel/process/define.ts'
import { isoOfEpoch } from '#lib/shanghai.ts'
import { dateOf } from '#lib/show-time.ts'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { usePrint } from '#ui/use-print.ts'
import { words as common } from '#ui/words.ts'
import { daily } from '../words/daily.ts'

/** 《问询登记》 F-141 of a day, for whoever may print the slip. */
export function RegisterActions() {
  const say = useSay()
  const print = usePrint()
  const has = useHasRole()
  const enquiry = useProcess('enquiry')
  const today = dateOf(isoOfEpoch(useNow(60_000)))
  const [date, setDate] = useState(today)
  if (!has(...list(enquiry?.papers.slip?.by))) return null
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={260}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          {say(daily.button)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say(daily.title)}>
        <form
          style={{ display: 'grid', gap: '0.75rem' }}
          onSubmit={(event) => {
            event.preventDefault()
            print(`/api/enquiry/daily/${date}`)
          }}
        >
          <TextInput
            type="date"
            label={say(daily.date)}
            required
            withAsterisk={false}
            min="2000-01-01"
            max={today}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <Button type="submit">{say(common.print)}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
