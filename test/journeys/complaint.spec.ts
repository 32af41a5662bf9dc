import { expect, test } from '@playwright/test'
import { words as premises } from '#kernel/premises/web/words.ts'
import { localMoment } from '#kernel/process/web/form-values.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { words as complaint } from '#modules/complaint/words.ts'
import { deskWords } from '#modules/complaint/words/desk.ts'
import { portalStates, portalWords } from '#modules/complaint/words/portal.ts'
import { words as plan } from '#modules/corrective-action/words.ts'
import { words as slip } from '#modules/service-slip/words.ts'
import { paper, stepsOf } from '#test/journey-case.ts'
import { caseIn, movedIn } from '#test/journey-data.ts'
import { companyOf, initials } from '#test/journey-repair.ts'
import { blank, come, dialog, languages, loaded, pick, stars, whole } from '#test/journey-visitor.ts'
import { words as desk } from '#web/desk/words.ts'

/* The flow chart 处理客户投诉流程 walked by its own roles: reception, assistant, two departments, manager, customer. */

const { actions, fields, options, states } = complaint
const here = stepsOf(complaint)
const atSlip = stepsOf(slip)
const atPlan = stepsOf(plan)
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const dayFromNow = (days: number) => minutesFromNow(days * 1440).slice(0, 10)

for (const language of languages)
  test(`an angry call goes up the ladder and ends with a customer who is content (${language})`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    const tenant = await come(browser, 'TADM', language, { at: '/c/', phone: true })
    const company = await companyOf(tenant)
    const reception = await come(browser, 'REC', language, { at: '/' })
    const clerk = await come(browser, 'CSA', language, { at: '/?scope=team' })
    const { say } = clerk
    const problem = {
      zh: `会议室空调不冷，地毯也被漏水泡湿 ${Date.now()}`,
      en: `The meeting room is hot and its carpet is wet ${Date.now()}`,
    }[language]

    const number =
      await test.step('step 2 and 3: reception apologises and writes it down in under a minute', async () => {
        await loaded(reception.page, language)
        const { page } = reception
        const began = Date.now()
        await page
          .getByRole('button', { name: say(desk.newCase(say(complaint.name))) })
          .first()
          .click()
        const drawer = dialog(page)
        await drawer.getByText(say(deskWords.apologised), { exact: true }).click()
        await drawer.getByPlaceholder(say(premises.findCustomer)).fill(initials(company.shortName))
        await page.getByRole('option', { name: company.code }).click()
        await pick(drawer, say(fields.channel), say(options.phone))
        await pick(drawer, say(fields.category), say({ zh: options.temperature, en: options.repairs }[language]))
        await blank(drawer, say(fields.problem)).fill(problem)
        await pick(drawer, say(fields.direct), say(deskWords.directYes))
        await drawer.getByText(say(fields.written), { exact: true }).click()
        await blank(drawer, say(fields.complainantPhone)).fill('13900001234')
        await reception.picture('c01-angry-call')
        await drawer.getByRole('button', { name: say(deskWords.save), exact: true }).click()
        await expect(page).toHaveURL(/\/complaint\/TS/)
        expect(Date.now() - began).toBeLessThan(60_000)
        await here.expectState(reception, 'registered')
        await reception.picture('c02-registered')
        return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
      })

    await test.step('step 2: an assistant takes it up, and the customer hears from him', async () => {
      await expect(clerk.page.getByRole('link', { name: number })).toBeVisible()
      await clerk.page.goto(`/complaint/${number}`)
      await here.step(clerk, 'take', 'assigned')
      await here.step(clerk, 'contact', 'assigned', async (form) => {
        await pick(form, say(fields.how), say(options.phone))
        await blank(form, say(fields.spokeWith)).fill('Ms Gao')
        await blank(form, say(fields.said)).fill(
          { zh: '已致歉，马上安排', en: 'Apologised; we come at once' }[language],
        )
      })
    })

    const [toEngineering = '', toCleaning = ''] =
      await test.step('step 3: two departments get their service slips', async () => {
        await here.step(clerk, 'dispatch', 'dispatched', async (form) => {
          const sent = [
            [options.engineering, minutesFromNow(90)],
            [options.cleaning, minutesFromNow(1)],
          ] as const
          for (const [at, [department, requiredBy]] of sent.entries()) {
            const line = form.getByRole('group', { name: say(general.line(at + 1)) })
            if ((await line.count()) === 0) await form.getByRole('button', { name: say(general.addLine) }).click()
            await pick(line, say(fields.department), say(department))
            await blank(line, say(fields.requiredBy)).fill(localMoment(requiredBy))
            await blank(line, say(fields.content)).fill(problem)
          }
          await clerk.picture('c03-dispatch')
        })
        await expect(clerk.page.getByRole('link', { name: /FW-/ })).toHaveCount(2)
        await clerk.picture('c04-dispatched')
        const { linked } = await caseIn(clerk, 'complaint', number)
        return ['engineering', 'cleaning'].map(
          (department) =>
            linked.find((one) => one.process === 'service-slip' && one.departments.includes(department as 'cleaning'))
              ?.number ?? '',
        )
      })

    await test.step('step 4: the assistant goes along; engineering solves its part', async () => {
      await here.step(clerk, 'goOnSite', 'onSite', async (form) => {
        await form.getByText(say(fields.together), { exact: true }).click()
        await blank(form, say(fields.withWhom)).fill('Engineering')
      })
      const chief = await come(browser, 'ENGM', language, { at: `/service-slip/${toEngineering}` })
      await atSlip.step(chief, 'accept', 'accepted')
      await chief.picture('c05-service-slip')
      await atSlip.step(chief, 'finish', 'done', (form) =>
        blank(form, say(slip.fields.result)).fill({ zh: '风机盘管已更换', en: 'Fan coil replaced' }[language]),
      )
      expect((await paper(chief, `/api/service-slip/${toEngineering}/paper/slip.pdf`)).pages).toBe(2)
      const { linked } = await caseIn(clerk, 'complaint', number)
      const report = linked.find(
        (one) => one.process === 'corrective-action' && one.departments.includes('engineering'),
      )
      await chief.page.goto(`/corrective-action/${report?.number}`)
      await atPlan.step(chief, 'submitPlan', 'planned', async (form) => {
        await form.getByText(say(plan.options.machine), { exact: true }).click()
        await blank(form, say(plan.fields.causeText)).fill({ zh: '盘管老化', en: 'Worn fan coil' }[language])
        await blank(form, say(plan.fields.responsible)).fill(chief.name)
        for (const [what, by] of [
          ['corrective', 'correctiveBy'],
          ['preventive', 'preventiveBy'],
        ] as const) {
          await blank(form, say(plan.fields[what])).fill({ zh: '逐台检查', en: 'Check every unit' }[language])
          await blank(form, say(plan.fields[by])).fill(dayFromNow(7))
        }
        await chief.picture('c06-corrective-action')
      })
      await chief.context.close()
    })

    const manager = await come(browser, 'CSM', language, { at: '/' })
    await test.step('the other department misses; the manager accepts with an instruction', async () => {
      const late = manager.page.getByRole('listitem').filter({ hasText: toCleaning })
      await expect(late.first()).toBeVisible({ timeout: 120_000 })
      await manager.picture('c07-manager')
      await manager.page.goto(`/service-slip/${toCleaning}`)
      await manager.page
        .getByRole('button', { name: say(general.acceptEscalation), exact: true })
        .first()
        .click()
      const form = dialog(manager.page)
      const accept = form.getByRole('button', { name: say(general.acceptEscalation), exact: true })
      await form.getByRole('textbox').fill({ zh: '十分钟内到场', en: 'Be there in ten minutes' }[language])
      await manager.picture('c08-instruction')
      await accept.click()
      await expect(form).toBeHidden()
    })

    await test.step('cleaning follows, both reports are accepted, the head says that it is solved', async () => {
      const head = await come(browser, 'CLNM', language, { at: '/' })
      await movedIn(head, 'service-slip', toCleaning, 'accept')
      await movedIn(head, 'service-slip', toCleaning, 'finish', { result: '地毯已吸干' })
      const reports = (await caseIn(clerk, 'complaint', number)).linked.filter(
        (one) => one.process === 'corrective-action',
      )
      const ours = reports.find((one) => one.departments.includes('cleaning'))
      await movedIn(head, 'corrective-action', ours?.number ?? '', 'submitPlan', {
        causes: ['method'],
        causeText: '巡查不到位',
        responsible: head.name,
        corrective: '吸水风干',
        correctiveBy: dayFromNow(1),
        preventive: '雨天加巡',
        preventiveBy: dayFromNow(7),
      })
      for (const report of reports) await movedIn(manager, 'corrective-action', report.number, 'acceptPlan')
      await head.page.goto(`/complaint/${number}`)
      await here.step(head, 'resolve', 'resolved', (form) =>
        blank(form, say(fields.result)).fill({ zh: '空调恢复，地毯已干', en: 'Cool again, carpet dry' }[language]),
      )
      await head.context.close()
    })

    await test.step('step 6: confirmed, and answered in writing over the name of the manager', async () => {
      for (const one of [toEngineering, toCleaning]) await movedIn(clerk, 'service-slip', one, 'verify', {})
      await clerk.page.goto(`/complaint/${number}`)
      await here.step(clerk, 'confirm', 'replyPending', (form) =>
        blank(form, say(fields.answer)).fill({ zh: '空调已恢复', en: 'The cooling works again' }[language]),
      )
      await here.step(clerk, 'draftReply', 'replyPending', async (form) => {
        await blank(form, say(fields.addressee)).fill(company.shortName)
        // What may not be said is pointed out as it is typed, with the better wording.
        await blank(form, say(fields.matter)).fill('这是规定，没办法')
        await expect(form.getByText(/按规定需要/).first()).toBeVisible()
        await clerk.picture('c09-taboo')
        for (const part of ['matter', 'investigation', 'treatment', 'outcome', 'apology', 'followUp'] as const)
          await blank(form, say(fields[part])).fill(
            { zh: '空调与地毯已处理', en: 'Cooling and carpet are seen to' }[language],
          )
        await clerk.picture('c10-letter')
      })
      // Who has complained of it too often already is answered by the project manager.
      const { slip: record } = await caseIn(clerk, 'complaint', number)
      const signs = record['grade'] === 'major' ? await come(browser, 'PM', language, { at: '/' }) : manager
      await signs.page.goto(`/complaint/${number}`)
      await here.step(signs, 'approveReply', 'replyPending')
      expect((await paper(clerk, `/api/complaint/${number}/paper/replyLetter.pdf`)).pages).toBeGreaterThan(1)
      await here.step(clerk, 'deliverReply', 'callBack', async (form) => {
        await pick(form, say(fields.delivery), say(options.portal))
        await blank(form, say(fields.deliveredAt)).fill(localMoment(minutesFromNow(-1)))
        await blank(form, say(fields.signedBy)).fill('Ms Gao')
      })
      await clerk.picture('c11-letter-delivered')
    })

    await test.step('step 5: the customer says no, and it begins again', async () => {
      await tenant.page.goto(`/c/request/complaint/${number}`)
      await expect(tenant.page.getByText(say(portalWords.answerTitle)).first()).toBeVisible()
      await tenant.picture('c12-tenant-asked')
      await movedIn(tenant, 'complaint', number, 'notSatisfied', { words: '还是不够凉' })
      await here.expectState(clerk, 'dispatched')
      await here.step(clerk, 'dispatch', 'dispatched', async (form) => {
        const line = form.getByRole('group', { name: say(general.line(1)) })
        await pick(line, say(fields.department), say(options.engineering))
        await blank(line, say(fields.requiredBy)).fill(localMoment(minutesFromNow(60)))
        await blank(line, say(fields.content)).fill({ zh: '出风口再调', en: 'Adjust the outlets again' }[language])
      })
      const again = (await caseIn(clerk, 'complaint', number)).linked.find(
        (one) => one.process === 'service-slip' && !one.final,
      )
      const chief = await come(browser, 'ENGM', language, { at: '/' })
      await movedIn(chief, 'service-slip', again?.number ?? '', 'accept')
      await movedIn(chief, 'service-slip', again?.number ?? '', 'finish', { result: '风量已调大' })
      await movedIn(chief, 'complaint', number, 'resolve', { result: '风量已调大', notOnSite: '电话中已核实' })
      await movedIn(clerk, 'service-slip', again?.number ?? '', 'verify', {})
      await movedIn(clerk, 'complaint', number, 'confirm', { answer: '风量已调大' })
      await movedIn(clerk, 'complaint', number, 'draftReply', {
        addressee: company.shortName,
        matter: '再次处理',
        investigation: '风量偏小',
        treatment: '已调大',
        outcome: '温度正常',
        apology: '非常抱歉',
        followUp: '每日巡查',
      })
      const { slip: record } = await caseIn(clerk, 'complaint', number)
      const signs = record['grade'] === 'major' ? await come(browser, 'PM', language, { at: '/' }) : manager
      await movedIn(signs, 'complaint', number, 'approveReply')
      await movedIn(clerk, 'complaint', number, 'deliverReply', {
        delivery: 'portal',
        deliveredAt: minutesFromNow(-1),
        signedBy: 'Ms Gao',
      })
      await chief.context.close()
    })

    await test.step('step 5: called back once more, satisfied, closed; the chart shows the way it took', async () => {
      await here.expectState(clerk, 'callBack')
      await here.step(clerk, 'callBack', 'closed', async (form) => {
        await pick(form, say(fields.how), say(options.phone))
        await blank(form, say(fields.spokeWith)).fill('Ms Gao')
        await pick(form, say(fields.conclusion), say(options.satisfied))
        for (const field of ['timeliness', 'attitude', 'quality'] as const)
          await stars(form, say(fields[field]), say(general.scoreOf(5)))
        await clerk.picture('c13-call-back')
      })
      await clerk.page.getByRole('tab', { name: say(general.flowChart) }).click()
      await expect(clerk.page.getByText(say(general.chartCaption(say(states.closed))).trim())).toBeVisible()
      await clerk.picture('c14-flow-chart')
      await clerk.page.getByRole('tab', { name: say(general.timeline) }).click()
      await clerk.picture('c15-timeline')
      await tenant.page.reload()
      await expect(tenant.page.getByText(say(portalStates.closed)).first()).toBeVisible()
      await expect(tenant.page.getByText(whole(say(actions.cannotSolve)))).toHaveCount(0)
      await tenant.picture('c16-tenant-closed')
    })

    await test.step('the record is printed', async () => {
      expect((await paper(clerk, `/api/complaint/${number}/paper/record.pdf`)).pages).toBeGreaterThan(0)
      expect((await paper(clerk, `/api/complaint/${number}/paper/callBackRecord.pdf`)).pages).toBeGreaterThan(0)
    })
  })
