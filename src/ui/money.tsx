import { formatYuan } from '#lib/money.ts'
import { useLanguage } from './language.tsx'

/** An amount in fen, figures aligned in columns. `strong` for totals. */
export function Money({ fen, strong = false }: { fen: number; strong?: boolean }) {
  const { language } = useLanguage()
  const amount = formatYuan(fen, language)
  return strong ? <strong className="tabular">{amount}</strong> : <span className="tabular">{amount}</span>
}
