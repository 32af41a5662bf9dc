import { usePrices } from '#kernel/process/web/price-lines.tsx'
import { formatYuan } from '#lib/money.ts'
import { useLanguage } from '#ui/language.tsx'
import type { MaterialLine, PricedLine } from '../slip.ts'
import classes from './portal.module.css'

interface LinesProps {
  readonly title: string
  readonly lines: readonly (PricedLine | MaterialLine)[]
}

/** Work and material on a phone: what it is, how much of it, and what that comes to. */
export function Lines({ title, lines }: LinesProps) {
  const { language } = useLanguage()
  const { data } = usePrices()
  const inEnglish = (line: PricedLine | MaterialLine) =>
    language === 'en' && 'code' in line ? data?.items.find(({ code }) => code === line.code) : undefined
  return (
    <ul className={classes.lines} aria-label={title}>
      {lines.map((line, at) => {
        const item = inEnglish(line)
        const name = item?.nameEn || [line.name, 'spec' in line ? line.spec : ''].filter(Boolean).join(' ')
        return (
          <li key={at}>
            <span>{name}</span>
            <strong>{formatYuan(line.amountFen, language)}</strong>
            <span className={classes.soft}>
              {line.quantity} {item?.unitEn || line.unit} × {formatYuan(line.unitFen, language)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
