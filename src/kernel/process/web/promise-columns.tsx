import { departmentWords, roleWords } from '#kernel/people/words.ts'
import { Countdown } from '#ui/countdown.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { KindChip, StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import type { PromiseRow } from '../promises.ts'
import type { CaseRow } from '../view.ts'
import { nameIn } from './name-in.ts'
import { useEveryWord } from './catalogue.tsx'
import classes from './promises.module.css'
import { words } from './promise-words.ts'

/** The words every list of promises shares: clocks, departments, whose it is, the case. */
export function usePromiseNames() {
  const say = useSay()
  const { language } = useLanguage()
  const every = useEveryWord()
  const ownWord = (process: string, of: 'clocks' | 'options' | 'states' | 'more', name: string) =>
    every[process]?.[of][name]
  return {
    process: (name: string) => say(every[name]?.name ?? { zh: name, en: name }),
    clock: (process: string, name: string) => say(ownWord(process, 'clocks', name) ?? { zh: name, en: name }),
    reason: (process: string, name: string) =>
      say(ownWord(process, 'options', name) ?? ownWord(process, 'states', name) ?? { zh: name, en: name }),
    /** a clock that was missed, whichever round, or a word of the process's own */
    cause: (process: string, name: string) => {
      const clock = ownWord(process, 'clocks', name.split(':')[0] ?? name)
      return say(clock ? words.missed(say(clock)) : (ownWord(process, 'more', name) ?? { zh: name, en: name }))
    },
    department: (name: string) => say(isDepartment(name) ? departmentWords[name] : { zh: name, en: name }),
    role: (name: string) => say(words.waitsFor(say(isRole(name) ? roleWords[name] : { zh: name, en: name }))),
    where: (row: CaseRow) =>
      [row.unit?.code ?? row.place, row.customer ? nameIn(row.customer, language) : say(words.commonArea)]
        .filter(Boolean)
        .join(' · '),
  }
}

const isDepartment = (name: string): name is keyof typeof departmentWords => Object.hasOwn(departmentWords, name)
const isRole = (name: string): name is keyof typeof roleWords => Object.hasOwn(roleWords, name)

export function usePromiseColumns(): readonly TableColumn<PromiseRow>[] {
  const say = useSay()
  const { language } = useLanguage()
  const names = usePromiseNames()
  return [
    { id: 'number', label: say(words.case), cell: (row) => row.case.number, width: 132, fixed: true, card: 'title' },
    {
      id: 'left',
      label: say(words.left),
      cell: (row) => (
        <Countdown due={row.dueAt} since={row.startedAt} pausedAt={row.pausedAt} label={row.case.number} bar={false} />
      ),
      width: 112,
      card: 'beside',
    },
    {
      id: 'promise',
      label: say(words.promise),
      cell: (row) => (
        <>
          <KindChip>{names.process(row.case.process)}</KindChip> {names.clock(row.case.process, row.clock)}
        </>
      ),
      width: 152,
    },
    { id: 'subject', label: say(words.subject), cell: (row) => <span title={row.case.title}>{row.case.title}</span> },
    {
      id: 'customer',
      label: say(words.customer),
      cell: (row) => names.where(row.case),
      width: 150,
    },
    {
      id: 'department',
      label: say(words.department),
      cell: (row) => row.departments.map(names.department).join(', '),
      width: 128,
      hidden: true,
    },
    {
      id: 'person',
      label: say(words.person),
      cell: (row) => row.person?.name ?? <span className={classes.soft}>{names.role(row.role)}</span>,
      width: 116,
    },
    {
      id: 'ladder',
      label: say(words.ladder),
      cell: (row) => <Ladder row={row} />,
      width: language === 'zh' ? 128 : 142,
    },
  ]
}

/** How far up it went; red until everybody it went to has taken it. */
function Ladder({ row }: { row: PromiseRow }) {
  const say = useSay()
  if (row.level === null) return null
  return (
    <StatePill size="small" tone={row.accepted ? 'warn' : 'danger'}>
      {say(words.level(row.level))} · {say(row.accepted ? words.accepted : words.notAccepted)}
    </StatePill>
  )
}
