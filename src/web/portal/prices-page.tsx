import '#ui/controls.css'
import { Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import type { PriceRow } from '#kernel/ledger/price-view.ts'
import { usePrices } from '#kernel/process/web/price-lines.tsx'
import { formatYuan } from '#lib/money.ts'
import { formatDate } from '#lib/show-time.ts'
import { normalise } from '#lib/text.ts'
import { Empty } from '#ui/empty.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import classes from './portal.module.css'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** The price list, open to everybody, with what is already announced. */
export function PricesPage() {
  const say = useSay()
  const { data, error, refetch } = usePrices()
  const [typed, setTyped] = useState('')
  const asked = normalise(typed)
  const items = (data?.items ?? []).filter((item) =>
    normalise(`${item.code} ${item.nameZh} ${item.nameEn}`).includes(asked),
  )
  const shown = shownProblem(error)
  return (
    <Shell title={say(words.prices)} back="/c/">
      <p className={classes.soft}>{say(words.priceNote)}</p>
      <TextInput
        type="search"
        aria-label={say(words.findPrice)}
        placeholder={say(words.findPrice)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {shown && <ProblemAlert problem={shown} onRetry={() => void refetch()} />}
      {data === undefined && shown === null && <Skeleton height={300} radius="md" />}
      {data && (
        <Section flush>
          {items.length === 0 && <Empty title={say(words.noPrices)} />}
          {items.map((item) => (
            <Price key={item.code} item={item} />
          ))}
        </Section>
      )}
    </Shell>
  )
}

function Price({ item }: { item: PriceRow }) {
  const say = useSay()
  const { language } = useLanguage()
  const zh = language === 'zh'
  const unit = zh ? item.unitZh : item.unitEn
  const notes = [
    zh ? item.noteZh : item.noteEn,
    item.includesMaterial ? say(words.withMaterial) : '',
    item.minimum === null ? '' : say(words.atLeast(item.minimum, unit)),
    ...item.upcoming.map((next) => {
      const when = formatDate(next.effectiveFrom, language)
      return say(next.withdrawn ? words.withdrawn(when) : words.changes(when, formatYuan(next.priceFen, language)))
    }),
  ].filter((note) => note !== '')
  return (
    <div className={classes.price}>
      <span>{zh ? item.nameZh : item.nameEn}</span>
      <strong>{say(words.perUnit(formatYuan(item.priceFen, language), unit))}</strong>
      {notes.length > 0 && <span className={classes.soft}>{notes.join(' · ')}</span>}
    </div>
  )
}
