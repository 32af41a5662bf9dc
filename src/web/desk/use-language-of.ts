import { useEffect, useRef } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import type { Me } from '#kernel/people/view.ts'
import { useLanguage } from '#ui/language.tsx'

/** A language chosen here is told to the house, so that its letters and notices follow. */
export function useLanguageOf(me: Me | undefined): void {
  const { language } = useLanguage()
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (me?.stage !== 'full' || told.current === language) return
    // The first look takes over what this browser shows; a later change is a choice.
    const chosen = told.current !== null
    told.current = language
    if (chosen && me.language !== language)
      void ask('/api/me', { method: 'PUT', key: freshKey(), body: { language } }).catch(() => undefined)
  }, [language, me])
}
