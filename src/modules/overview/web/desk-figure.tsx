import { Button, SegmentedControl } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { ask, withQuery } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { departmentWords } from '#kernel/people/words.ts'
import { caseHref } from '#kernel/process/web/case-order.ts'
import { nameIn } from '#kernel/process/web/name-in.ts'
import { useProcessWords } from '#kernel/process/web/catalogue.tsx'
import type { Page as PageOf } from '#kernel/process/view.ts'
import { words as caseWords } from '#kernel/process/web/words.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { monthName } from '#ui/month-picker.tsx'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import { specOf } from '../process/figures.ts'
import type { FigureCase, FigureMonth, FigurePart } from '../rules.ts'
import { words } from '../words.ts'
import { type FigureKey, figureWords } from '../words/figures.ts'
import { useShownValue } from './desk-value.tsx'
import classes from './desk.module.css'

type Values = Readonly<Record<string, string>>
interface FigureCasesProps {
  readonly figure: FigureKey
  readonly month: string
  readonly values: Values
  readonly onChange: (values: Values) => void
}

/** The cases a figure counts, its parts, and how it is counted. The list has exactly what the number says. */
export function FigureCases({ figure, month, values, onChange }: FigureCasesProps) {
  const say = useSay()
  const { language } = useLanguage()
  const spec = specOf(figure)
  const own = useProcessWords(spec.process)
  const { says, formula } = figureWords[figure]
  const { part, hit } = values
  const asked = { part, hit: hit === 'yes' || hit === 'no' ? hit : undefined }
  const all = useQuery({
    queryKey: ['figures', 'month', month],
    queryFn: ({ signal }) => ask<FigureMonth>(`/api/figures/${month}`, { signal }),
  })
  const list = useInfiniteQuery({
    queryKey: ['figures', 'cases', figure, month, asked],
    queryFn: ({ pageParam, signal }) =>
      ask<PageOf<FigureCase>>(withQuery(`/api/figures/${month}/${figure}`, { ...asked, after: pageParam }), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const view = all.data?.items.find(({ key }) => key === figure)
  const partName = (name: string) =>
    name === '' ? '—' : say(own.options[name] ?? (isDepartment(name) ? departmentWords[name] : { zh: name, en: name }))
  const set = (more: Record<string, string | undefined>) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...values, month, figure, ...more }).flatMap(([name, value]) =>
          value === undefined || value === '' ? [] : [[name, value]],
        ),
      ),
    )
  const first = list.data?.pages[0]
  const columns = useColumns(figure, partName)
  return (
    <Page
      title={say(words.listOf(say(says), monthName(month, language)))}
      crumbs={[{ label: say(words.figures), href: `/figures?month=${month}` }]}
    >
      <p className={classes.soft}>
        {spec.no} · {say(formula)}
      </p>
      {view && view.parts.length > 0 && (
        <Parts
          whole={view}
          parts={view.parts}
          figure={figure}
          chosen={part}
          partName={partName}
          onPick={(name) => set({ part: name })}
        />
      )}
      <DataTable
        id="figures.cases"
        label={say(words.list)}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.items)}
        rowKey={(row) => `${row.case.number}/${row.part}`}
        rowName={(row) => row.case.number}
        href={(row) => caseHref(row.case.process, row.case.number)}
        {...(first ? { total: first.count } : {})}
        more={{ hasMore: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        problem={shownProblem(list.error)}
        onRetry={() => void list.refetch()}
        empty={<Empty title={say(words.noCases)} />}
        actions={
          <>
            {spec.kind === 'share' && (
              <SegmentedControl
                aria-label={say(words.isCounted)}
                value={asked.hit ?? ''}
                onChange={(next) => set({ hit: next })}
                data={[
                  { value: '', label: say(words.everyCase) },
                  { value: 'yes', label: say(words.hitsOnly) },
                  { value: 'no', label: say(words.missesOnly) },
                ]}
              />
            )}
            <Button
              component="a"
              href={withQuery(`/api/figures/${month}/${figure}/export.xlsx`, asked)}
              download
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            >
              {say(words.exportExcel)}
            </Button>
          </>
        }
      />
    </Page>
  )
}

const isDepartment = (name: string): name is keyof typeof departmentWords => Object.hasOwn(departmentWords, name)

interface PartsProps {
  readonly whole: FigurePart
  readonly parts: readonly FigurePart[]
  readonly figure: FigureKey
  readonly chosen: string | undefined
  readonly partName: (name: string) => string
  readonly onPick: (name: string | undefined) => void
}

/** A figure by category, department or priority; of times also the median and P90, gross and net. */
function Parts({ whole, parts, figure, chosen, partName, onPick }: PartsProps) {
  const say = useSay()
  const spec = specOf(figure)
  const shown = useShownValue()
  const times = spec.kind === 'duration'
  const spread = [words.mean, words.median, words.p90]
  const heads = times
    ? [words.gross, words.net].flatMap((time) => spread.map((which) => words.ofTime(say(time), say(which))))
    : [words.value, ...(spec.kind === 'share' ? [words.counted] : [])]
  return (
    <Section flush>
      <div className={classes.scroller} role="region" tabIndex={0} aria-label={say(words.partsOf)}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say(words.part)}</th>
              {heads.map((head, at) => (
                <th key={at} scope="col" data-end>
                  {say(head)}
                </th>
              ))}
              {times && (
                <th scope="col" data-end>
                  {say(words.cases)}
                </th>
              )}
            </tr>
          </thead>
          <tbody className="tabular">
            {[whole, ...parts].map((one, row) => (
              <tr key={row === 0 ? '' : one.part}>
                <th scope="row">
                  <button
                    type="button"
                    className={classes.pick}
                    aria-pressed={row === 0 ? chosen === undefined : chosen === one.part}
                    onClick={() => onPick(row === 0 || chosen === one.part ? undefined : one.part)}
                  >
                    {row === 0 ? say(words.allParts) : partName(one.part)}
                  </button>
                </th>
                {!times && <td data-end>{shown(spec, one.value)}</td>}
                {spec.kind === 'share' && <td data-end>{`${one.hits} / ${one.of}`}</td>}
                {times &&
                  [
                    one.gross?.mean,
                    one.gross?.median,
                    one.gross?.p90,
                    one.net?.mean,
                    one.net?.median,
                    one.net?.p90,
                  ].map((value, at) => (
                    <td key={at} data-end>
                      {shown(spec, value ?? null)}
                    </td>
                  ))}
                {times && <td data-end>{one.of}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function useColumns(figure: FigureKey, partName: (name: string) => string): readonly TableColumn<FigureCase>[] {
  const say = useSay()
  const { language } = useLanguage()
  const spec = specOf(figure)
  const own = useProcessWords(spec.process)
  const shown = useShownValue()
  const share: TableColumn<FigureCase> = {
    id: 'hit',
    label: say(words.isCounted),
    cell: (row) => (
      <StatePill size="small" tone={row.hit === (spec.good === 'more') ? 'done' : 'warn'}>
        {say(row.hit ? words.isCounted : words.isNotCounted)}
      </StatePill>
    ),
    width: 110,
    card: 'beside',
  }
  const amount: TableColumn<FigureCase> = {
    id: 'value',
    label: say(spec.kind === 'duration' ? words.gross : words.value),
    cell: (row) => shown(spec, row.value),
    width: 110,
    align: 'end',
  }
  const net: TableColumn<FigureCase> = {
    id: 'net',
    label: say(words.net),
    cell: (row) => shown(spec, row.net),
    width: 110,
    align: 'end',
  }
  return [
    {
      id: 'number',
      label: say(caseWords.number),
      cell: (row) => row.case.number,
      width: 132,
      fixed: true,
      card: 'title',
    },
    ...(spec.kind === 'share' ? [share] : []),
    ...(spec.kind === 'money' || spec.kind === 'duration' ? [amount] : []),
    ...(spec.kind === 'duration' ? [net] : []),
    {
      id: 'title',
      label: say(caseWords.title),
      cell: (row) => <span title={row.case.title}>{row.case.title}</span>,
    },
    {
      id: 'customer',
      label: say(caseWords.customer),
      cell: (row) => (row.case.customer ? nameIn(row.case.customer, language) : say(caseWords.commonArea)),
      width: 130,
    },
    { id: 'unit', label: say(caseWords.unit), cell: (row) => row.case.place, width: 80 },
    ...(spec.parts === undefined
      ? []
      : [{ id: 'part', label: say(words.part), cell: (row: FigureCase) => partName(row.part), width: 110 }]),
    {
      id: 'state',
      label: say(caseWords.state),
      cell: (row) => say(own.states[row.case.state] ?? { zh: row.case.state, en: row.case.state }),
      width: 120,
    },
    { id: 'openedAt', label: say(caseWords.openedAt), cell: (row) => <Time at={row.case.openedAt} full />, width: 142 },
  ]
}
