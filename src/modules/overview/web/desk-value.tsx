import { duration } from '#lib/show-time.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import type { FigureSpec } from '../rules.ts'
import { words } from '../words.ts'

/** A figure as people read it: percent and rates with two decimals, yuan, hours and minutes. Null is not applicable. */
export function useShownValue(): (spec: Pick<FigureSpec, 'kind'>, value: number | null, missing?: boolean) => string {
  const say = useSay()
  const { language } = useLanguage()
  return (spec, value, missing = false) => {
    if (missing) return say(words.missing)
    if (value === null) return say(words.notApplicable)
    switch (spec.kind) {
      case 'share':
      case 'ratio':
        return `${value.toFixed(2)}%`
      case 'density':
        return value.toFixed(2)
      case 'count':
        return String(value)
      case 'money':
        return yuan(value)
      case 'duration':
        return duration(value, language)
    }
  }
}

const yuan = (fen: number): string =>
  new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(fen / 100)
