import { usePrices } from '#kernel/process/web/price-lines.tsx'
import { formatYuan } from '#lib/money.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'
import type { Category } from './portal-categories.tsx'

/** Who pays, and what such work usually costs (明码标价). */
export function PriceNotice({ category, common }: { category: Category; common: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const { data } = usePrices()
  const free = common || category === 'airCon' || category === 'lift' || category === 'fire'
  const items = (data?.items ?? []).filter(({ code }) => usual[category]?.includes(code))
  return (
    <div className={classes.notice} role="status">
      <p>{say(free ? own.houseFree : own.mayCost)}</p>
      {!free && items.length > 0 && (
        <>
          <p className={classes.soft}>{say(own.fromPrice)}</p>
          <ul className={classes.prices}>
            {items.map((item) => (
              <li key={item.code}>
                <span>{language === 'zh' ? item.nameZh : item.nameEn}</span>
                <span className="tabular">
                  {formatYuan(item.priceFen, language)}/{language === 'zh' ? item.unitZh : item.unitEn}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const usual: Partial<Record<Category, readonly string[]>> = {
  power: ['R01', 'R04', 'R09'],
  network: ['R11', 'R12'],
  plumbing: ['R14', 'R16', 'R21'],
  doors: ['R27', 'R30', 'R32'],
  finishes: ['R35', 'R37', 'R39'],
  furniture: ['R34', 'R40'],
  cleaning: ['R41', 'R43'],
}
