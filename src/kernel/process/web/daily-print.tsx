import '#ui/controls.css'
import { Button, Popover, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useHasRole } from '#kernel/people/web/me.ts'
import { isoOfEpoch } from '#lib/shanghai.ts'
import { dateOf } from '#lib/show-time.ts'
import { useSay } from '#ui/language.tsx'
import { useNow } from '#ui/now.ts'
import { usePrint } from '#ui/use-print.ts'
import { words as common } from '#ui/words.ts'
import { dailyPrinters } from '../daily.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { words } from './words.ts'

/** The button that prints the register of a day, for whoever may print the paper it is made from. */
export function DailyPrint({ process: name, paper, form }: { process: string; paper: string; form: string }) {
  const say = useSay()
  const print = usePrint()
  const has = useHasRole()
  const process = useProcess(name)
  const own = useProcessWords(name)
  const today = dateOf(isoOfEpoch(useNow(60_000)))
  const [date, setDate] = useState(today)
  if (process === null || !has(...dailyPrinters(process, paper))) return null
  return (
    <Popover position="bottom-end" trapFocus returnFocus width={260}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />}>
          {say(words.printDaily)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say(words.dailyTitle(say(own.name), form))}>
        <form
          style={{ display: 'grid', gap: '0.75rem' }}
          onSubmit={(event) => {
            event.preventDefault()
            print(`/api/${name}/daily/${date}`)
          }}
        >
          <TextInput
            type="date"
            label={say(words.dailyDate)}
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
