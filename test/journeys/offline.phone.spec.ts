import { expect, test } from '@playwright/test'
import { words as repair } from '#modules/repair/words.ts'
import { caseOf, moved, opened } from '#test/journey-data.ts'
import { tap } from '#test/journey-repair.ts'
import { blank, come, dialog, languages } from '#test/journey-visitor.ts'
import { words as fieldWords } from '#web/field/words.ts'

/* In a cellar there is no network: what the engineer does there is kept, and sent once. */

const { actions, fields, states } = repair

for (const language of languages)
  test(`steps taken without a network are sent once, in their order (${language})`, async ({ browser }) => {
    const clerk = await come(browser, 'CSA', language, { at: '/' })
    const engineer = await come(browser, 'ENG', language, { at: '/m/', phone: true })
    const { page, say, context } = engineer
    const { number } = await opened(clerk, null, { problem: `Pump ${Date.now()}`, priority: 'P3' })
    await moved(clerk, number, 'deliver', {})
    const work = { zh: '更换水泵密封', en: 'Pump seal replaced' }[language]

    await page.goto(`/m/job/repair/${number}`)
    await expect(page.getByText(say(states.delivered), { exact: true }).first()).toBeVisible()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
    await context.setOffline(true)
    for (const action of ['accept', 'arrive', 'begin'] as const) await tap(engineer, action)
    await tap(engineer, 'finish')
    await blank(dialog(page), say(fields.workDone)).fill(work)
    await blank(dialog(page), say(fields.workMinutes)).fill('30')
    await dialog(page)
      .getByRole('button', { name: say(actions.finish), exact: true })
      .click()
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByText(say(fieldWords.asOnPhone))).toBeVisible()
    await engineer.picture('60-offline')
    expect((await caseOf(clerk, number)).state).toBe('delivered')

    await context.setOffline(false)
    await expect.poll(async () => (await caseOf(clerk, number)).state, { timeout: 45_000 }).toBe('done')
    const { timeline, slip } = await caseOf(clerk, number)
    expect(slip.workDone).toBe(work)
    for (const action of ['accept', 'arrive', 'begin', 'finish'])
      expect(
        timeline.filter((entry) => entry.action === action),
        action,
      ).toHaveLength(1)
    await expect(page.getByText(say(fieldWords.asOnPhone))).toHaveCount(0)
    await engineer.picture('61-online-again')
  })
