import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type Both, type Language, say } from '#lib/language.ts'

/** The reader's language: remembered in a cookie (the server writes letters and errors in it) and on this device. */

interface LanguageChoice {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | null>(null)
const KEY = 'lang'

export function LanguageProvider({ children, start }: { children: ReactNode; start?: Language }) {
  const [language, keep] = useState<Language>(() => start ?? remembered())
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const setLanguage = useCallback((next: Language) => {
    remember(next)
    keep(next)
  }, [])
  const choice = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (!choice) throw new Error('useLanguage outside LanguageProvider')
  return choice
}

/** `say(words.save)` gives the text in the reader's language. */
export function useSay(): (both: Both) => string {
  const { language } = useLanguage()
  return useCallback((both: Both) => say(both, language), [language])
}

const known = (value: string | null | undefined): Language | null => (value === 'zh' || value === 'en' ? value : null)

function remembered(): Language {
  const cookie = document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${KEY}=`))
    ?.slice(KEY.length + 1)
  return known(cookie) ?? known(readStored()) ?? 'zh'
}

function remember(language: Language): void {
  document.cookie = `${KEY}=${language}; Path=/; Max-Age=31536000; SameSite=Lax${location.protocol === 'https:' ? '; Secure' : ''}`
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser may refuse storage; the cookie is enough.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
