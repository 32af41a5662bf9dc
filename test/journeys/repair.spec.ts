import { expect, test } from '@playwright/test'
import { words as opening } from '#kernel/process/web/opening-words.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { portalWords } from '#modules/repair/words/portal.ts'
import { fromList, paper } from '#test/journey-case.ts'
import {
  companyOf,
  expectHere,
  expectState,
  save,
  sheet,
  step,
  takeCall,
  tap,
  wantedNow,
} from '#test/journey-repair.ts'
import { blank, come, dialog, draw, languages, loaded, pick, stars } from '#test/journey-visitor.ts'
import { words as common } from '#ui/words.ts'

/* The flow chart 客户报修流程 walked by its own roles: desk, tenant, engineer, desk, finance, file. */

const { actions, fields, options, states } = repair

for (const language of languages)
  test(`a charged repair goes from the call to the file (${language})`, async ({ browser }) => {
    test.setTimeout(300_000)
    const tenant = await come(browser, 'TADM', language, { at: '/c/', phone: true })
    const company = await companyOf(tenant)
    const clerk = await come(browser, 'CSA', language, { at: '/' })
    const engineer = await come(browser, 'ENG', language, { at: '/m/', phone: true })
    const finance = await come(browser, 'FIN', language, { at: '/' })
    const { say } = clerk
    const problem = { zh: '前台射灯闪烁', en: 'The reception downlight flickers' }[language]

    const number = await test.step('step 1 and 3: the desk writes the slip while the customer speaks', async () => {
      await loaded(clerk.page, language)
      await clerk.picture('01-workbench')
      const drawer = await takeCall(clerk, { customer: company, category: 'power', problem })
      await expect(drawer.getByText(say(opening.payHint))).toBeVisible()
      await wantedNow(clerk, drawer)
      await clerk.picture('02-call')
      const given = await save(clerk, drawer, 'save')
      await expectState(clerk, 'registered')
      await expectHere(clerk, 'registered')
      await clerk.picture('03-registered')
      return given
    })

    await test.step('the same trouble told twice is pointed out', async () => {
      await clerk.page.goto('/')
      const drawer = await takeCall(clerk, { customer: company, category: 'power', problem })
      await expect(drawer.getByRole('link', { name: number })).toBeVisible()
      await clerk.picture('04-duplicate')
      await clerk.page.keyboard.press('Escape')
      await clerk.page.goto(`/repair/${number}`)
    })

    await test.step('step 2: the price is named by the desk and agreed to by the tenant', async () => {
      await step(clerk, 'quote', 'quoted', async (form) => {
        await form.getByRole('button', { name: say(general.addLine) }).click()
        await fromList(clerk, form, general.item, 'R03')
        await blank(form, say(fields.estimateFen)).fill('400')
        await clerk.picture('05-quote')
      })
      await tenant.page.goto('/c/')
      await expect(
        tenant.page.getByRole('listitem').filter({ hasText: problem }).getByText(say(portalWords.askAgree)).first(),
      ).toBeVisible()
      await tenant.picture('06-tenant-home')
      await tenant.page.goto(`/c/request/repair/${number}`)
      const agree = tenant.page.getByRole('button', { name: say(portalWords.agreeButton('¥')) })
      await expect(agree).toBeVisible()
      await tenant.picture('07-tenant-price')
      await agree.click()
      await expect(tenant.page.getByText(say(portalWords.agreed('¥'))).first()).toBeVisible()
      await expect(agree).toHaveCount(0)
    })

    await test.step('step 4: it goes to engineering, and arrives on the phone by itself', async () => {
      await engineer.page.goto('/m/')
      const card = engineer.page.getByRole('link', { name: number })
      await expect(engineer.page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(card).toHaveCount(0)
      await step(clerk, 'deliver', 'delivered')
      await expect(card).toBeVisible()
      await engineer.picture('08-field-jobs')
      await card.click()
    })

    await test.step('step 5 and 6: accepted, and on site with a companion', async () => {
      await engineer.picture('09-field-job')
      await tap(engineer, 'accept')
      await expect(engineer.page.getByText(say(states.accepted), { exact: true }).first()).toBeVisible()
      await tap(engineer, 'arrive')
      await sheet(engineer, 'arrive', async (form) => {
        // Alone he may not go: the sheet asks who comes along, and says why.
        await expect(form).toContainText(say(repair.needs.accompaniedWhenRequired))
        await engineer.picture('10-field-companion')
        await fromList(engineer, form, fields.companion, clerk.name)
      })
      await expect(engineer.page.getByText(say(states.onSite), { exact: true }).first()).toBeVisible()
      await tap(engineer, 'begin')
      await expect(engineer.page.getByText(say(states.working), { exact: true }).first()).toBeVisible()
      await engineer.picture('11-field-working')
    })

    await test.step('step 8: what was done, for how long, with what', async () => {
      await tap(engineer, 'finish')
      await sheet(engineer, 'finish', async (form) => {
        await blank(form, say(fields.workDone)).fill({ zh: '更换射灯一只', en: 'One downlight replaced' }[language])
        await blank(form, say(fields.workMinutes)).fill('25')
        const labour = form.getByRole('group', { name: say(fields.labour) })
        await labour.getByRole('button', { name: say(general.addLine) }).click()
        await fromList(engineer, labour, general.item, 'R03')
        const used = form.getByRole('group', { name: say(fields.materials) })
        await used.getByRole('button', { name: say(general.addLine) }).click()
        await used
          .getByLabel(say(general.materialName), { exact: true })
          .fill({ zh: '射灯', en: 'Downlight' }[language])
        await used.getByLabel(say(general.materialUnit), { exact: true }).fill({ zh: '只', en: 'piece' }[language])
        await used.getByLabel(say(general.unitYuan)).fill('38.50')
        await engineer.picture('12-field-finish')
      })
    })

    await test.step('step 9: the customer signs on the phone', async () => {
      await tap(engineer, 'sign')
      await sheet(engineer, 'sign', async (form) => {
        await draw(engineer.page, form, say(common.signHere))
        await pick(form, say(fields.satisfaction), say(options.satisfied))
        await engineer.picture('13-field-sign')
      })
      await expect(engineer.page.getByText(say(states.signed), { exact: true }).first()).toBeVisible()
    })

    await test.step('step 9 and 10: called back, billed, the money carried, collected and receipted', async () => {
      await expectState(clerk, 'signed')
      await step(clerk, 'callBack', 'called', async (form) => {
        await pick(form, say(fields.how), say(options.phone))
        await pick(form, say(fields.conclusion), say(options.satisfied))
        for (const field of ['timeliness', 'attitude', 'quality', 'fee'] as const)
          await stars(form, say(fields[field]), say(general.scoreOf(5)))
        await clerk.picture('14-call-back')
      })
      await step(clerk, 'bill', 'billed', (form) => pick(form, say(fields.payment), say(options.now)))
      await step(clerk, 'carry', 'billed')
      await finance.page.goto('/')
      await expect(finance.page.getByRole('link', { name: number })).toBeVisible()
      await finance.picture('15-finance-queue')
      await finance.page.goto(`/repair/${number}`)
      await step(finance, 'collect', 'settled', (form) => pick(form, say(fields.method), say(options.cash)))
      await finance.page.getByRole('tab', { name: say(general.money) }).click()
      await expect(finance.page.getByRole('button', { name: say(general.printReceipt) }).first()).toBeVisible()
      await finance.picture('16-receipt')
      await expectState(clerk, 'settled')
      await step(clerk, 'returnReceipt', 'settled')
    })

    await test.step('step 11: filed, and the chart says so', async () => {
      await step(clerk, 'archive', 'archived')
      await expectHere(clerk, 'archived')
      await clerk.page.getByRole('tab', { name: say(general.flowChart) }).click()
      await expect(clerk.page.getByText(say(general.chartCaption(say(states.archived))).trim())).toBeVisible()
      await clerk.picture('17-flow-chart')
      await clerk.page.getByRole('tab', { name: say(general.papers) }).click()
      await clerk.picture('18-papers')
      await clerk.page.getByRole('tab', { name: say(general.timeline) }).click()
      await clerk.picture('19-timeline')
    })

    await test.step('all four copies are one print', async () => {
      const whole = await paper(clerk, `/api/repair/${number}/paper/slip.pdf`)
      expect(whole.type).toContain('application/pdf')
      expect(whole.pages).toBe(4)
      expect((await paper(tenant, `/api/repair/${number}/paper/slip.pdf?copy=4`)).pages).toBe(1)
    })

    await test.step('the tenant says how it was', async () => {
      await tenant.page.reload()
      await tenant.picture('20-tenant-closed')
      await tenant.page.getByRole('button', { name: say(actions.rate), exact: true }).click()
      const form = dialog(tenant.page)
      for (const field of ['timeliness', 'attitude', 'quality', 'fee'] as const)
        await stars(form, say(fields[field]), say(general.scoreOf(4)))
      await tenant.picture('21-tenant-rates')
      await form.getByRole('button', { name: say(actions.rate), exact: true }).click()
      await expect(tenant.page.getByRole('heading', { name: say(portalWords.rated) })).toBeVisible()
    })
  })
