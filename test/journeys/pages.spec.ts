import { expect, test } from '@playwright/test'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { faultsOf, foreignText, walk } from '#test/journey-looks.ts'
import { deskPages } from '#test/journey-pages.ts'
import { come, languages } from '#test/journey-visitor.ts'

/* Every page of the desk: WCAG 2.2 AA in both themes and languages; in English no Chinese that nobody typed. */

for (const language of languages) {
  test(`every page of the desk can be used by everybody (${language})`, async ({ browser }) => {
    test.setTimeout(1_200_000)
    const manager = await come(browser, 'CSM', language, { at: '/' })
    await walk(browser, await deskPages(manager), language, false, async ({ page }, { at }, heard) => [
      ...(await faultsOf(page, at)),
      ...(language === 'en' ? (await foreignText(page, heard)).map((text) => `${at} not English: ${text}`) : []),
    ])
  })

  test(`lists have rows and cells (${language})`, async ({ browser }) => {
    const manager = await come(browser, 'CSM', language, { at: '/repair' })
    const { page, say } = manager
    for (const at of ['/repair', '/customers', '/staff', '/prices']) {
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
