/** The two languages of the house. */

export type Language = 'zh' | 'en'

export type Both = { readonly zh: string; readonly en: string }

export function say(both: Both, language: Language): string {
  return both[language]
}

/** The language a browser likes best among ours; Chinese when it names none of them. */
export function fromAcceptLanguage(header: string | undefined): Language {
  let best: { language: Language; quality: number } | undefined
  for (const wish of (header ?? '').split(',')) {
    const [range = '', ...parameters] = wish
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const name = range.split('-')[0]
    const language = name === 'zh' || name === '*' ? 'zh' : name === 'en' ? 'en' : undefined
    const quality = qualityOf(parameters)
    if (language && quality > (best?.quality ?? 0)) best = { language, quality }
  }
  return best?.language ?? 'zh'
}

function qualityOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith('q='))
  if (q === undefined) return 1
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q.slice(2)) : 0
}
