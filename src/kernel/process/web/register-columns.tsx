import { useMemo } from 'react'
import { departmentWords } from '#kernel/people/words.ts'
import { Countdown } from '#ui/countdown.tsx'
import type { Filter } from '#ui/filter-bar.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { PriorityMark } from '#ui/priority-mark.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import { departments } from '../roles.ts'
import type { CaseRow } from '../view.ts'
import { nameIn } from './name-in.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { controlOf } from './form-fields.ts'
import { useTone } from './tone.ts'
import { words } from './words.ts'

/** The columns of any register, in the order of the daily register on paper. */
export function useColumns(process: string): readonly TableColumn<CaseRow>[] {
  const say = useSay()
  const { language } = useLanguage()
  const own = useProcessWords(process)
  const tone = useTone(process)
  const definition = useProcess(process)
  const option = (value: string) => (value === '' ? '' : say(own.options[value] ?? { zh: value, en: value }))
  return [
    { id: 'number', label: say(words.number), cell: (row) => row.number, width: 140, fixed: true, card: 'title' },
    {
      id: 'state',
      label: say(words.state),
      cell: (row) => (
        <StatePill size="small" tone={tone(row.state)}>
          {say(own.states[row.state] ?? { zh: row.state, en: row.state })}
        </StatePill>
      ),
      width: language === 'zh' ? 125 : 150,
      card: 'beside',
    },
    ...(definition?.priority
      ? [
          {
            id: 'priority',
            label: say(words.priority),
            cell: (row: CaseRow) => row.priority !== null && <PriorityMark level={row.priority as 1 | 2 | 3 | 4} />,
            width: 76,
          },
        ]
      : []),
    { id: 'title', label: say(words.title), cell: (row) => <span title={row.title}>{row.title}</span> },
    {
      id: 'customer',
      label: say(words.customer),
      cell: (row) => (row.customer ? nameIn(row.customer, language) : say(words.commonArea)),
      width: 150,
    },
    { id: 'unit', label: say(words.unit), cell: (row) => row.unit?.code ?? '', width: 84 },
    { id: 'category', label: say(words.category), cell: (row) => option(row.category), width: 110 },
    ...(definition?.departments
      ? [
          {
            id: 'departments',
            label: say(words.department),
            cell: (row: CaseRow) => row.departments.map((one) => say(departmentWords[one])).join(say(common.comma)),
            width: 130,
          },
        ]
      : []),
    { id: 'place', label: say(words.place), cell: (row) => row.place, width: 160, hidden: true },
    { id: 'assignee', label: say(words.assignee), cell: (row) => row.assignee?.name ?? '', width: 96 },
    { id: 'owner', label: say(words.owner), cell: (row) => row.owner?.name ?? '', width: 96, hidden: true },
    { id: 'openedAt', label: say(words.openedAt), cell: (row) => <Time at={row.openedAt} full />, width: 142 },
    {
      id: 'due',
      label: say(words.due),
      cell: (row) =>
        row.closedAt === null &&
        row.dueAt !== null && <Countdown due={row.dueAt} pausedAt={row.paused ? row.enteredAt : null} bar={false} />,
      width: 120,
      align: 'end',
    },
    {
      id: 'closedAt',
      label: say(words.closedAt),
      cell: (row) => row.closedAt !== null && <Time at={row.closedAt} full />,
      width: 142,
      hidden: true,
    },
  ]
}

/** States, categories and priorities come from the definition; the rest is the same for every process. */
export function useFilters(name: string): readonly Filter[] {
  const say = useSay()
  const own = useProcessWords(name)
  const process = useProcess(name)
  return useMemo(() => {
    const states = Object.entries(own.states).map(([value, both]) => ({ value, label: say(both) }))
    const control = process?.category && process.slip.shape.category ? controlOf(process.slip.shape.category) : null
    const categories =
      control?.control === 'choice'
        ? control.values.map((value) => ({ value, label: say(own.options[value] ?? { zh: value, en: value }) }))
        : []
    const yes = [{ value: 'yes', label: say(words.overdueOnly) }]
    return [
      {
        kind: 'choice',
        id: 'open',
        label: say(words.openOrClosed),
        several: false,
        options: [
          { value: 'yes', label: say(words.openOnly) },
          { value: 'no', label: say(words.closedOnly) },
        ],
      },
      { kind: 'choice', id: 'state', label: say(words.state), options: states },
      ...(process?.priority
        ? [
            {
              kind: 'choice' as const,
              id: 'priority',
              label: say(words.priority),
              options: ['1', '2', '3', '4'].map((value) => ({ value, label: `P${value}` })),
            },
          ]
        : []),
      ...(categories.length > 0
        ? [{ kind: 'choice' as const, id: 'category', label: say(words.category), options: categories }]
        : []),
      ...(process?.departments
        ? [
            {
              kind: 'choice' as const,
              id: 'department',
              label: say(words.department),
              options: departments.map((value) => ({ value, label: say(departmentWords[value]) })),
            },
          ]
        : []),
      {
        kind: 'choice',
        id: 'building',
        label: say(words.building),
        several: false,
        options: ['1', '2', '3', '4'].map((value) => ({ value, label: say(words.tower(value)) })),
      },
      { kind: 'choice', id: 'overdue', label: say(words.due), several: false, options: yes },
      { kind: 'period', id: 'period', label: say(words.period) },
    ] satisfies Filter[]
  }, [own, process, say])
}
