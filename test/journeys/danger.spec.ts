import { expect, test } from '@playwright/test'
import { words as opening } from '#kernel/process/web/opening-words.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { fromList } from '#test/journey-case.ts'
import { companyOf, expectState, other, save, sheet, step, takeCall, tap } from '#test/journey-repair.ts'
import { blank, come, draw, languages, pick, stars } from '#test/journey-visitor.ts'
import { words as common } from '#ui/words.ts'

/* Danger: no appointment, no price, two persons on site, control reported, and the slip is filed the same way. */

const { fields, options, states, actions } = repair

for (const language of languages)
  test(`danger is attended to at once and costs nothing (${language})`, async ({ browser }) => {
    test.setTimeout(180_000)
    const tenant = await come(browser, 'TADM', language, { at: '/c/', phone: true })
    const company = await companyOf(tenant)
    await tenant.context.close()
    const clerk = await come(browser, 'CSA', language, { at: '/' })
    const engineer = await come(browser, 'ENG', language, { at: '/m/', phone: true })
    const { say } = clerk
    const problem = { zh: '走廊空调冒烟，有焦味', en: 'Smoke from the air-conditioning' }[language]
    const shows = (state: keyof typeof states) =>
      expect(engineer.page.getByText(say(states[state]), { exact: true }).first()).toBeVisible()

    const drawer = await takeCall(clerk, { customer: company, category: 'airCon', problem })
    await expect(drawer.getByText(say(opening.whenAtOnce))).toBeVisible()
    await expect(drawer.getByText(say(opening.payFree))).toBeVisible()
    await clerk.picture('30-danger-call')
    const number = await save(clerk, drawer, 'saveAndSend')
    await expectState(clerk, 'delivered')

    await engineer.page.getByRole('link', { name: number }).click()
    await tap(engineer, 'accept')
    await shows('accepted')
    await tap(engineer, 'arrive')
    await sheet(engineer, 'arrive', (form) => fromList(engineer, form, fields.companion, clerk.name))
    await shows('onSite')
    await engineer.picture('31-danger-on-site')
    await other(engineer, 'control')
    await sheet(engineer, 'control', () => Promise.resolve())
    await expect(engineer.page.getByRole('button', { name: say(actions.begin), exact: true })).toBeVisible()
    await tap(engineer, 'begin')
    await shows('working')
    await tap(engineer, 'finish')
    await sheet(engineer, 'finish', async (form) => {
      await blank(form, say(fields.workDone)).fill(
        { zh: '断电，更换风机电容', en: 'Isolated, capacitor replaced' }[language],
      )
      await blank(form, say(fields.workMinutes)).fill('40')
    })
    await shows('done')
    await tap(engineer, 'sign')
    await sheet(engineer, 'sign', async (form) => {
      await draw(engineer.page, form, say(common.signHere))
      await pick(form, say(fields.satisfaction), say(options.satisfied))
    })
    await shows('signed')

    await expectState(clerk, 'signed')
    await step(clerk, 'callBack', 'called', async (form) => {
      await pick(form, say(fields.how), say(options.phone))
      await pick(form, say(fields.conclusion), say(options.satisfied))
      for (const field of ['timeliness', 'attitude', 'quality', 'fee'] as const)
        await stars(form, say(fields[field]), say(general.scoreOf(5)))
    })
    await step(clerk, 'archive', 'archived')
    await clerk.picture('32-danger-filed')
  })
