import { expect, test } from '@playwright/test'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { portalWords } from '#modules/repair/words/portal.ts'
import { photograph } from '#test/journey-photo.ts'
import { come, house, languages } from '#test/journey-visitor.ts'
import { words as common } from '#ui/words.ts'
import { words as portal } from '#web/portal/words.ts'

/* The QR code on a door: a report by somebody without an account, seen by nobody but him and the house. */

for (const language of languages)
  test(`somebody without an account reports at a door (${language})`, async ({ browser }) => {
    const door = house().doors[languages.indexOf(language)]
    if (door === undefined) throw new Error('no unit has a code on its door')
    const guest = await come(browser, null, language, { at: `/q/${door.token}`, phone: true })
    const { page, say } = guest
    const problem = { zh: '走廊灯一直闪', en: 'The corridor lamp keeps flickering' }[language]

    await expect(page.getByText(door.code).first()).toBeVisible()
    await guest.picture('40-door')
    await page.getByRole('button', { name: say(portalWords.submit) }).click()
    await expect(page.getByText(say(portalWords.chooseCategory))).toBeVisible()
    await page.getByText(say(repair.options.power), { exact: true }).click()
    await page.getByRole('textbox', { name: say(portalWords.problem) }).fill(problem)
    const chosen = page.waitForEvent('filechooser')
    await page.getByLabel(say(common.choosePhotos), { exact: true }).click()
    await (await chosen).setFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await photograph() })
    await expect(page.getByRole('button', { name: say(common.removePhoto(1)) })).toBeVisible()
    await page.getByRole('textbox', { name: say(portalWords.name) }).fill({ zh: '过客', en: 'A passer-by' }[language])
    await page.getByRole('textbox', { name: say(portalWords.phone) }).fill('13900001111')
    await guest.picture('41-door-filled')
    await page.getByRole('button', { name: say(portalWords.submit) }).click()
    await expect(page.getByRole('heading', { name: say(portal.sentTitle) })).toBeVisible()
    await guest.picture('42-door-sent')
    await page.getByRole('link', { name: say(portal.follow) }).click()
    await expect(page).toHaveURL(/\/q\/mine\/GW/)
    const number = decodeURIComponent(page.url().split('/').at(-1) ?? '')
    await expect(page.getByText(problem).first()).toBeVisible()
    await guest.picture('43-door-follow')

    const stranger = await come(browser, null, language, { at: '/q/mine', phone: true })
    await expect(stranger.page.getByText(say(portal.onThisPhoneNone))).toBeVisible()
    await stranger.page.goto(`/q/mine/${encodeURIComponent(number)}`)
    await expect(stranger.page.getByText(number).first()).toBeVisible()
    await expect(stranger.page.getByText(problem)).toHaveCount(0)
    expect((await stranger.page.request.get(`/api/repair/${number}`)).status()).toBe(401)

    const clerk = await come(browser, 'CSA', language, { at: `/repair/${encodeURIComponent(number)}?tab=files` })
    await expect(clerk.page.getByRole('heading', { name: problem })).toBeVisible()
    await expect(clerk.page.getByRole('tab', { name: `${say(general.files)} 1` })).toBeVisible()
    await clerk.picture('44-door-at-the-desk')
  })

test('a code that is no longer in use says so and gives a telephone number', async ({ browser }) => {
  for (const language of languages) {
    const guest = await come(browser, null, language, { at: '/q/no-such-code-on-any-door', phone: true })
    await expect(guest.page.getByText(guest.say(portal.doorGone))).toBeVisible()
    await guest.picture('45-door-gone')
  }
})
