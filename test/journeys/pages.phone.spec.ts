import { test } from '@playwright/test'
import { faultsOf, foreignText, walk, wider } from '#test/journey-looks.ts'
import { fieldPages, portalPages } from '#test/journey-pages.ts'
import { come, languages } from '#test/journey-visitor.ts'

/* Every page of the field and of the portal at the width of a telephone: WCAG 2.2 AA, both themes, both languages. */

const areas = [
  { name: 'the field', role: 'ENG', at: '/m/', pages: fieldPages },
  { name: 'the portal', role: 'TADM', at: '/c/', pages: portalPages },
] as const

for (const language of languages)
  for (const { name, role, at, pages } of areas)
    test(`every page of ${name} can be used by everybody (${language})`, async ({ browser }) => {
      test.setTimeout(1_200_000)
      const reader = await come(browser, role, language, { at, phone: true })
      await walk(browser, await pages(reader), language, true, async ({ page }, stop, heard) => [
        ...(await faultsOf(page, stop.at)),
        ...(await wider(page, stop.at)),
        ...(language === 'en' ? (await foreignText(page, heard)).map((text) => `${stop.at} not English: ${text}`) : []),
      ])
    })
