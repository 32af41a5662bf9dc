/** What is asked of every page: no fault of access in both themes, and no Chinese on an English page but what people typed. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { words as common } from '#ui/words.ts'
import type { Stop } from './journey-pages.ts'
import { come, type Visitor } from './journey-visitor.ts'
import type { Browser } from '@playwright/test'
import type { Language } from '#lib/language.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** All rules in the light; in the dark only what a theme can change. */
export async function faultsOf(page: Page, where: string): Promise<readonly string[]> {
  // The whole page at once: what a fixed bar covers until one scrolls is not too small.
  const size = page.viewportSize() ?? { width: 1440, height: 900 }
  // The whole page in view, so that nothing stands under a bar; a page may grow while it is made larger.
  for (let times = 0; times < 3; times += 1) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...size, height: Math.max(size.height, Math.min(height + 100, 12_000)) })
    await page.waitForTimeout(100)
  }
  const light = await new AxeBuilder({ page }).withTags(tags).analyze()
  await page.evaluate(async () => {
    document.documentElement.setAttribute('data-mantine-color-scheme', 'dark')
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    // Colours on their way are not judged.
    await Promise.allSettled(
      document
        .getAnimations()
        .map((one) => (one.effect?.getComputedTiming().iterations === 1 ? one.finished : Promise.resolve(one))),
    )
  })
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.evaluate(() => document.documentElement.setAttribute('data-mantine-color-scheme', 'light'))
  await page.setViewportSize(size)
  const say = (theme: string, found: typeof light.violations) =>
    found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${where} ${theme} ${id}: ${target.join(' ')} — ${failureSummary}`),
    )
  return [...say('light', light.violations), ...say('dark', dark.violations)]
}

export const wider = async (page: Page, where: string): Promise<readonly string[]> =>
  (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    ? [`${where} is wider than the screen`]
    : []

/** Everything the house sent to this page: names, texts, numbers. What is left on the page is the screen's own. */
export function hear(page: Page): ReadonlySet<string> {
  const heard = new Set<string>()
  const keep = (value: unknown, typed = false): void => {
    if (typeof value === 'string') heard.add(value.trim())
    else if (Array.isArray(value)) for (const one of value) keep(one, typed)
    else if (typeof value === 'object' && value !== null)
      // A text that the house keeps in both languages is not excused; what people set as a parameter is theirs in both.
      for (const [key, inner] of Object.entries(value))
        if (typed || !/Zh$|^zh$/.test(key)) keep(inner, typed || key === 'value' || key === 'default')
  }
  page.on('response', (response) => {
    if (!response.headers()['content-type']?.includes('json')) return
    void response.json().then(
      (body: unknown) => keep(body),
      () => undefined,
    )
  })
  return heard
}

const han = /\p{Script=Han}/u
const ours = [common.otherLanguage.en, common.otherLanguageShort.en]

/** The mark of a person without a picture: the last sign of his name. */
const isMark = (text: string, names: readonly string[]): boolean =>
  /^\p{Script=Han}$/u.test(text) && names.some((name) => name.endsWith(text))

/** Chinese on the page that nobody typed. */
export async function foreignText(page: Page, heard: ReadonlySet<string>): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      // What says of itself that it is Chinese is meant to be: a phrase shown beside its English.
      if (parentElement?.closest('script,style,noscript,[lang="zh"]') === null) found.push((textContent ?? '').trim())
    }
    for (const element of document.querySelectorAll('[aria-label],[placeholder],[title],[alt]'))
      if (element.closest('[lang="zh"]') === null)
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '')
    return found
  })
  const data = [...ours, ...heard].filter((one) => han.test(one)).toSorted((one, other) => other.length - one.length)
  return [...new Set(texts)]
    .filter((text) => han.test(text) && !isMark(text, data))
    .filter((text) => han.test(data.reduce((rest, one) => rest.replaceAll(one, ''), text)))
}

/** Walks through pages as their own readers, and looks at each. */
export async function walk(
  browser: Browser,
  stops: readonly Stop[],
  language: Language,
  phone: boolean,
  look: (visitor: Visitor, stop: Stop, heard: ReadonlySet<string>) => Promise<readonly string[]>,
): Promise<void> {
  for (const role of new Set(stops.map((stop) => stop.role))) {
    const visitor = await come(browser, role, language, { at: phone && role?.startsWith('T') ? '/c/' : '/', phone })
    const heard = hear(visitor.page)
    for (const stop of stops.filter((one) => one.role === role)) {
      await visitor.page.goto(stop.at)
      await settled(visitor.page)
      await stop.first?.(visitor)
      if (stop.first !== undefined) await settled(visitor.page)
      // One page's faults do not hide another's.
      const at = `${stop.at}${stop.as === undefined ? '' : ` ${stop.as}`}`
      expect.soft(await look(visitor, { ...stop, at }, heard), at).toEqual([])
      await visitor.picture(`page-${phone ? 'phone' : 'desk'}-${role ?? 'nobody'}${at.replaceAll(/[^\w-]+/g, '_')}`)
    }
    await visitor.context.close()
  }
}

/** Drawn, and nothing on its way any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main').first()).toBeVisible()
  // A page's code comes first, then what it asks for: quiet twice, with a moment between.
  for (let times = 0; times < 2; times += 1) {
    await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0)
    await page.waitForTimeout(250)
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })))
  }
}
