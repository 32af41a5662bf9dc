import { halfWidth } from '#lib/text.ts'
import type { Phrase } from './view.ts'

/*
 * Finds 服务忌语 in a text (domain §6.2): the same function while somebody types and at the door. Pure.
 *
 * A matcher is the words themselves. `^` before them: only where a clause begins; `$` after them: only where one ends, a
 * particle aside (不知道吧). `…` stands for up to eight characters. A mark inside a matcher may be there or not; elsewhere
 * a hit never reaches over one, so that “不归我。管理处…” is no 不归我管. Blanks and stray signs inside a word hide nothing.
 */

export type Taboo = Pick<Phrase, 'code' | 'textZh' | 'preferredZh' | 'preferredEn' | 'matches' | 'harmless'>

export interface Hit {
  /** where in the text, in UTF-16 units, end exclusive */
  readonly from: number
  readonly to: number
  readonly code: string
  /** the words found, as they stand in the text */
  readonly phrase: string
  /** what the house says instead, in the language of what was found; `…` and `×` are for the writer to fill in */
  readonly instead: string
}

/** From left to right, the longest where several begin together; hits never overlap. */
export function findTaboo(text: string, taboos: readonly Taboo[]): readonly Hit[] {
  const { line, places } = condensed(text)
  if (line === '') return []
  const found = taboos.flatMap((taboo) => {
    const { patterns, harmless } = compiled(taboo)
    const safe = harmless.flatMap((pattern) => spans(line, pattern))
    return patterns
      .flatMap((pattern) => spans(line, pattern))
      .filter(([from, to]) => !safe.some(([start, end]) => start < to && from < end && end - start > to - from))
      .map(([from, to]) => ({ from, to, taboo }))
  })
  const hits: Hit[] = []
  let reached = -1
  for (const { from, to, taboo } of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < reached) continue
    reached = to
    const start = places[from]?.from ?? 0
    const end = places[to - 1]?.to ?? text.length
    const phrase = text.slice(start, end)
    const instead = insteadOf(languageOf(phrase) === 'zh' ? taboo.preferredZh : taboo.preferredEn || taboo.preferredZh)
    hits.push({ from: start, to: end, code: taboo.code, phrase, instead })
  }
  return hits
}

/** The language a phrase is in, so that it is read aloud as such. */
export const languageOf = (text: string): 'zh' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** The text with the better wording in the place of a hit, and no mark twice. */
export function replaced(text: string, { from, to, instead }: Hit): string {
  const rest = text.slice(to)
  const closed = /[。！？…!?.]$/u.test(instead) && /^\s*[，。！？；：,.!?;:]/u.test(rest)
  return `${text.slice(0, from)}${closed ? instead.replace(/[。！？!?.]$/u, '') : instead}${rest}`
}

/** A matcher must say enough: one character alone would stop every sentence. */
export function isMatcher(text: string): boolean {
  const signs = text.match(/[\p{L}\p{N}]/gu) ?? []
  return signs.length >= 2 && text.length <= 40 && (text.match(/…/gu) ?? []).length <= 2
}

/** Without the remark in brackets: ×女士/×先生(按姓氏尊称) → ×女士/×先生. */
const insteadOf = (preferred: string): string => withoutRemarks(preferred).trim()
const withoutRemarks = (text: string): string => text.replace(/[(（][^)）]*[)）]/gu, '')

/** How a phrase without matchers of its own is recognised: 没空/等着吧。 → 没空, 等着吧; remarks in brackets are not said. */
export const derivedMatches = (textZh: string): readonly string[] =>
  withoutRemarks(textZh)
    .split(/[/／]/u)
    .map((part) => part.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, ''))
    .filter(isMatcher)

// What is read: letters and figures, `.` for the end of a sentence, `,` for every other mark.

interface Place {
  readonly from: number
  readonly to: number
}

const ENDS = /[。．.!?;\n\r]/u
const INVISIBLE = /[\p{Cf}\p{M}\s·•*_~^-]/u
const WORD = /[\p{L}\p{N}]/u
const LATIN = /[a-z0-9]/u

function condensed(text: string): { readonly line: string; readonly places: readonly Place[] } {
  let line = ''
  const places: Place[] = []
  let at = 0
  const put = (sign: string, from: number, to: number) => {
    line += sign
    for (let unit = 0; unit < sign.length; unit += 1) places.push({ from, to })
  }
  for (const original of text) {
    const from = at
    at += original.length
    const sign = halfWidth(original).toLowerCase()
    const next = text[at]?.toLowerCase() ?? ''
    const between = LATIN.test(line.at(-1) ?? '') && LATIN.test(halfWidth(next))
    if (WORD.test(sign)) put(sign, from, at)
    else if (between && /['’‘]/u.test(sign)) put("'", from, at)
    else if (between && /[ \t]/u.test(sign)) put(' ', from, at)
    else if (ENDS.test(sign)) put(between && sign === '.' ? ',' : '.', from, at)
    else if (!INVISIBLE.test(sign)) put(',', from, at)
  }
  return { line, places }
}

interface Compiled {
  readonly patterns: readonly RegExp[]
  readonly harmless: readonly RegExp[]
}
const known = new WeakMap<Taboo, Compiled>()

function compiled(taboo: Taboo): Compiled {
  const before = known.get(taboo)
  if (before !== undefined) return before
  const matches = taboo.matches.length > 0 ? taboo.matches : derivedMatches(taboo.textZh)
  const made = { patterns: matches.flatMap(patternOf), harmless: taboo.harmless.flatMap(patternOf) }
  known.set(taboo, made)
  return made
}

const PARTICLES = '[啊呀呢吧哦噢嘛啦哈喔呗诶欸哎耶嗯]{0,2}'

function patternOf(matcher: string): readonly RegExp[] {
  const begins = matcher.startsWith('^')
  const ends = matcher.endsWith('$')
  const body = matcher.slice(begins ? 1 : 0, ends ? -1 : undefined)
  const parts = body.split('…').map((part) =>
    condensed(part)
      .line.replace(/^[,.]+|[,.]+$/gu, '')
      .replace(/[,.]+/gu, '[,.]*'),
  )
  if (!isMatcher(body)) return []
  const words = parts.join('[^.]{0,8}?')
  const left = begins ? '(?<=^|[,.])' : LATIN.test(words[0] ?? '') ? "(?<![a-z0-9'])" : ''
  const right = ends ? `(?=${PARTICLES}(?:$|[,.]))` : LATIN.test(words.at(-1) ?? '') ? '(?![a-z0-9])' : ''
  return [new RegExp(`${left}${words}${right}`, 'gu')]
}

/** Where a pattern fits, from left to right. The same pattern serves every text: making one anew is what would take time. */
function spans(line: string, pattern: RegExp): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(line); match !== null; match = pattern.exec(line)) {
    if (match[0] === '') pattern.lastIndex += 1
    else found.push([match.index, pattern.lastIndex])
  }
  return found
}
