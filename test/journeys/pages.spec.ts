import { expect, test } from '@playwright/test'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { faultsOf, foreignText, walk, wider } from '#test/journey-looks.ts'
import { casePages, deskPages } from '#test/journey-pages.ts'
import { come, languages } from '#test/journey-visitor.ts'

/* Every page of the desk: WCAG 2.2 AA in both themes and languages; in English no Chinese that nobody typed. */

const parts = [
  { name: 'page of the desk', pages: deskPages },
  { name: 'register and case', pages: casePages },
] as const

for (const language of languages) {
  for (const { name, pages } of parts)
    test(`every ${name} can be used by everybody (${language})`, async ({ browser }) => {
      test.setTimeout(1_200_000)
      const manager = await come(browser, 'CSM', language, { at: '/' })
      await walk(browser, await pages(manager), language, false, async ({ page }, { at }, heard) => [
        ...(await faultsOf(page, at)),
        ...(await wider(page, at)),
        ...(language === 'en' ? (await foreignText(page, heard)).map((text) => `${at} not English: ${text}`) : []),
      ])
    })

  test(`lists have rows and cells (${language})`, async ({ browser }) => {
    const manager = await come(browser, 'CSM', language, { at: '/repair' })
    const { page, say } = manager
    for (const at of ['/repair', '/complaint', '/service-slip', '/customers', '/staff', '/prices']) {
      await page.goto(at)
      const table = page.getByRole('table').first()
      await expect(table.getByRole('columnheader').first()).toBeVisible()
      await expect(table.getByRole('row').nth(5)).toBeVisible()
      expect(await table.getByRole('row').nth(5).getByRole('cell').count(), at).toBeGreaterThan(1)
    }
    await page.goto('/repair')
    await expect(page.getByRole('table', { name: say(general.register(say(repair.name))) })).toBeVisible()
  })
}
