import { expect, test } from '@playwright/test'
import { words as people } from '#kernel/people/web/words.ts'
import { peopleWords } from '#kernel/people/words.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { caseOf, moved, opened, register } from '#test/journey-data.ts'
import { companyOf, expectState, takeCall } from '#test/journey-repair.ts'
import { blank, choose, come, dialog, enter, holderOf, languages, pick } from '#test/journey-visitor.ts'
import { words as opening } from '#kernel/process/web/opening-words.ts'
import { words as portal } from '#web/portal/words.ts'

/* What goes wrong says why, changes nothing, and takes nothing from who typed. */

const { actions, fields, needs, options } = repair

for (const language of languages) {
  test(`a refused step says what is missing and keeps what was typed (${language})`, async ({ browser }) => {
    const tenant = await come(browser, 'TADM', language, { at: '/c/', phone: true })
    const company = await companyOf(tenant)
    const clerk = await come(browser, 'CSA', language, { at: '/' })
    const { say, page } = clerk
    const { number } = await opened(clerk, company, { category: 'power', problem: `Socket ${Date.now()}` })
    await moved(clerk, number, 'quote', { lines: [{ code: 'R04', quantity: '2' }], estimateFen: 1000 })
    await page.goto(`/repair/${number}`)
    await choose(clerk, actions.agree, general.moreActions)
    const form = dialog(page)
    await pick(form, say(fields.how), say(options.phone))
    await blank(form, say(fields.agreedFen)).fill('12.50')
    await form.getByRole('button', { name: say(actions.agree), exact: true }).click()
    await expect(form.getByRole('alert')).toContainText(say(needs.consentGiven))
    await expect(blank(form, say(fields.agreedFen))).toHaveValue('12.50')
    await clerk.picture('50-refused')
    expect((await caseOf(clerk, number)).slip.consent).toBeNull()
  })

  test(`somebody was faster: what was typed is kept and can be sent again (${language})`, async ({ browser }) => {
    const tenant = await come(browser, 'TADM', language, { at: '/c/', phone: true })
    const company = await companyOf(tenant)
    const clerk = await come(browser, 'CSA', language, { at: '/' })
    const lead = await come(browser, 'CSS', language, { at: '/' })
    const { say, page } = clerk
    const { number } = await opened(clerk, company, { category: 'power', problem: `Switch ${Date.now()}` })
    // The live line is cut, so that this page cannot know.
    await clerk.context.route('**/api/events', (route) => route.abort())
    await page.goto(`/repair/${number}`)
    await choose(clerk, actions.cancel, general.moreActions)
    const form = dialog(page)
    const reason = { zh: '客户自行修好', en: 'The customer mended it' }[language]
    await blank(form, say(fields.reason)).fill(reason)
    await moved(lead, number, 'triage', { category: 'power', priority: 'P2', pricing: 'free', freeReason: 'ours' })
    await form.getByRole('button', { name: say(actions.cancel), exact: true }).click()
    await expect(form.getByText(say(general.changedMeanwhile))).toBeVisible()
    await expect(blank(form, say(fields.reason))).toHaveValue(reason)
    await clerk.picture('51-stale')
    await form.getByRole('button', { name: say(actions.cancel), exact: true }).click()
    await expect(form).toBeHidden()
    await expectState(clerk, 'cancelled')
  })

  test(`a wrong password is refused and the name stays (${language})`, async ({ browser }) => {
    const stranger = await come(browser, null, language, { at: '/' })
    const { page, say } = stranger
    const { login } = holderOf('HR')
    await enter(stranger, login, 'not-the-password')
    await expect(page.getByRole('alert')).toContainText(say(peopleWords.signInFailed))
    await expect(page.getByLabel(say(people.name))).toHaveValue(login)
    await stranger.picture('52-wrong-password')
  })

  test(`the number of another company is no number at all (${language})`, async ({ browser }) => {
    const tenant = await come(browser, 'TADM', language, { at: '/c/', phone: true })
    const company = await companyOf(tenant)
    const clerk = await come(browser, 'CSA', language, { at: '/' })
    const foreign = (await register(clerk, 'size=50')).find(
      ({ customer }) => customer !== null && customer.code !== company.code,
    )
    if (foreign === undefined) throw new Error('the sample building has one customer only')
    await tenant.page.goto(`/c/request/repair/${foreign.number}`)
    await expect(tenant.page.getByText(tenant.say(portal.notThere)).first()).toBeVisible()
    await expect(tenant.page.getByText(foreign.title)).toHaveCount(0)
    await tenant.picture('53-foreign')
  })
}

test('a double click opens one slip and takes one step', async ({ browser }) => {
  const tenant = await come(browser, 'TADM', 'zh', { at: '/c/', phone: true })
  const company = await companyOf(tenant)
  const clerk = await come(browser, 'CSA', 'zh', { at: '/' })
  const { page, say } = clerk
  const problem = `水龙头 ${Date.now()}`
  const drawer = await takeCall(clerk, { customer: company, category: 'furniture', problem })
  await drawer.getByRole('button', { name: say(opening.save), exact: true }).dblclick()
  await expect(page).toHaveURL(/\/repair\/GW/)
  const found = await register(clerk, `q=${encodeURIComponent(problem)}`)
  expect(found).toHaveLength(1)
  const number = found[0]?.number ?? ''
  await choose(clerk, actions.cancel, general.moreActions)
  await blank(dialog(page), say(fields.reason)).fill('重复')
  await dialog(page)
    .getByRole('button', { name: say(actions.cancel), exact: true })
    .dblclick()
  await expectState(clerk, 'cancelled')
  const { timeline } = await caseOf(clerk, number)
  expect(timeline.filter(({ action }) => action === 'cancel')).toHaveLength(1)
})
