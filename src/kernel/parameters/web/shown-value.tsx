import type { Both } from '#lib/language.ts'
import { useSay } from '#ui/language.tsx'
import type { ParameterUnit } from '../declare.ts'
import { parameterUnitWords } from '../words.ts'
import classes from './parameters.module.css'
import { keyOf, type Leaf, leavesOf } from './value-leaves.ts'
import { words } from './words.ts'

const partWords: Readonly<Record<string, Both>> = {
  workday: words.workday,
  weekend: words.weekend,
  '6': words.saturday,
  '7': words.sunday,
  holiday: words.holiday,
  zh: words.chinese,
  en: words.english,
}

/** What a part of a value is called: `P1`, 周六. */
export function usePartName(): (leaf: Pick<Leaf, 'path'>) => string {
  const say = useSay()
  return ({ path }) =>
    path
      .filter((part) => part !== 'weekend')
      .map((part) => say(partWords[part] ?? { zh: part, en: part }))
      .join(' ')
}

/** A value as people read it. */
export function ShownValue({ value, unit }: { value: unknown; unit: ParameterUnit }) {
  const say = useSay()
  const nameOf = usePartName()
  const suffix = say(parameterUnitWords[unit])
  const text = (leaf: Leaf) => {
    if (leaf.kind === 'flag') return say(leaf.typed === 'yes' ? words.yes : words.no)
    if (leaf.kind === 'spans' && leaf.typed === '') return say(words.none)
    return leaf.kind === 'number' || leaf.kind === 'yuan' || leaf.kind === 'percent'
      ? `${leaf.typed} ${suffix}`
      : leaf.typed
  }
  return (
    <span className={classes.value}>
      {leavesOf(value, unit, null).map((leaf) => (
        <span key={keyOf(leaf)}>
          {leaf.path.length > 0 && <span className={classes.soft}>{nameOf(leaf)} </span>}
          {text(leaf)}
        </span>
      ))}
    </span>
  )
}
