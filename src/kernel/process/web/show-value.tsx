import type { ReactNode } from 'react'
import { useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { Day, Time } from '#ui/time.tsx'
import { words as common } from '#ui/words.ts'
import { isUuid } from '#lib/uuid.ts'
import type { CaseView } from '../view.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { controlOf, elementOf, shapeOf } from './form-fields.ts'
import classes from './case.module.css'
import { ScoreShown } from './score-shown.tsx'
import { words } from './words.ts'

type ShowValue = (name: string, value: unknown, schema?: unknown) => ReactNode

/** A value of a slip as people read it: words for choices, names for people, Shanghai time, yuan. */
export function useShowValue(view: Pick<CaseView, 'process' | 'names'>): ShowValue {
  const say = useSay()
  const own = useProcessWords(view.process)
  const process = useProcess(view.process)
  const wordOf = (value: string) => say(own.options[value] ?? own.more[value] ?? { zh: value, en: value })

  const show: ShowValue = (name, value, schema = process?.slip.shape[name]) => {
    if (value === null || value === undefined || value === '') return null
    if (typeof value === 'boolean') return say(value ? common.yes : common.no)
    if (typeof value === 'number')
      return name.endsWith('Fen') ? <Money fen={value} /> : shownNumber(name, value, schema)
    if (typeof value === 'string') return shownText(value, schema)
    if (Array.isArray(value)) return shownList(name, value, schema)
    return shownGroup(value as Record<string, unknown>, schema)
  }
  const shownNumber = (name: string, value: number, schema: unknown) => {
    const control = schema === undefined ? null : controlOf(schema)
    if (control?.control === 'score') return <ScoreShown score={value} />
    return <span className="tabular">{name.endsWith('Minutes') ? `${value} ${say(words.unitMinutes)}` : value}</span>
  }
  const shownText = (value: string, schema: unknown) => {
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return <Time at={value} full />
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return <Day date={value} />
    if (isUuid(value)) return view.names[value] ?? null
    const control = schema === undefined ? null : controlOf(schema)
    return control?.control === 'choice' || (schema === undefined && own.options[value]) ? wordOf(value) : value
  }
  const shownList = (name: string, list: readonly unknown[], schema: unknown) => {
    if (list.length === 0) return null
    if (list.every((one) => typeof one !== 'object')) {
      const chosen = schema !== undefined && controlOf(schema)?.control === 'choices'
      const shown = list
        .map((one) => (chosen ? wordOf(String(one)) : show(name, one, elementOf(schema))))
        .filter((one) => one !== null)
      return shown.length === 0
        ? null
        : shown.map((one, at) => (
            <span key={at}>
              {at > 0 ? say(common.comma) : ''}
              {one}
            </span>
          ))
    }
    return (
      <ol className={classes.entries}>
        {list.map((one, at) => (
          <li key={at}>{isLine(one) ? <Line line={one} /> : shownGroup(one as Record<string, unknown>, schema)}</li>
        ))}
      </ol>
    )
  }
  const shownGroup = (group: Record<string, unknown>, schema: unknown) => {
    const shape = schema === undefined ? {} : shapeOf(schema)
    return (
      <span className={classes.group}>
        {Object.entries(group).flatMap(([name, value]) => {
          const shown = show(name, value, shape[name] ?? null)
          return shown === null
            ? []
            : [
                <span key={name}>
                  <span className={classes.soft}>{say(own.fields[name] ?? own.more[name] ?? groupWord(name))}</span>{' '}
                  {shown}
                </span>,
              ]
        })}
      </span>
    )
  }
  return show
}

interface PricedLine {
  readonly amountFen: number
  readonly code?: string
  readonly name?: string
  readonly spec?: string
  readonly quantity?: string
  readonly unit?: string
}
const isLine = (value: unknown): value is PricedLine =>
  typeof value === 'object' && value !== null && 'amountFen' in value && 'quantity' in value

function Line({ line }: { line: PricedLine }) {
  const what = [line.code, line.name, line.spec].filter(Boolean).join(' ')
  return (
    <>
      {`${what} × ${line.quantity ?? ''} ${line.unit ?? ''} `}
      <Money fen={line.amountFen} />
    </>
  )
}

const groupWord = (name: string) =>
  (GROUP as Readonly<Record<string, { zh: string; en: string }>>)[name] ?? { zh: '', en: '' }

/** Parts of what slips keep as a group, in the words of every process. */
const GROUP = {
  code: words.number,
  name: words.materialName,
  spec: words.materialSpec,
  unit: words.materialUnit,
  quantity: words.quantity,
  unitFen: words.unitPrice,
  amountFen: words.amount,
  totalFen: words.total,
  lines: words.item,
  note: words.note,
  number: words.number,
  reason: words.reason,
  expectedAt: words.expected,
}
