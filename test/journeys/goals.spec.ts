import { expect, test } from '@playwright/test'
import { words as premises } from '#kernel/premises/web/words.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { words as repair } from '#modules/repair/words.ts'
import { portalWords } from '#modules/repair/words/portal.ts'
import { pressed, startCounting } from '#test/journey-clicks.ts'
import { caseOf, moved, opened } from '#test/journey-data.ts'
import { photograph } from '#test/journey-photo.ts'
import { fromList } from '#test/journey-case.ts'
import { companyOf, expectState, initials, save, sheet, step, tap } from '#test/journey-repair.ts'
import { blank, come, dialog, draw, holderOf, pick, stars, type Visitor } from '#test/journey-visitor.ts'
import { words as common } from '#ui/words.ts'
import { words as deskWords } from '#web/desk/words.ts'
import { words as portal } from '#web/portal/words.ts'

/* How many presses the five most frequent jobs take from the home screen. A change may lower a number, never raise it. */

const { actions, fields, options, states } = repair

async function company(browser: Parameters<typeof come>[0]) {
  const tenant = await come(browser, 'TADM', 'zh', { at: '/c/', phone: true })
  const found = await companyOf(tenant)
  await tenant.context.close()
  return found
}

test('a known caller’s repair is on its way to engineering with three clicks', async ({ browser }) => {
  const customer = await company(browser)
  const clerk = await come(browser, 'CSA', 'zh', { at: '/' })
  const { page, say } = clerk
  await page.getByRole('heading', { level: 1 }).waitFor()
  await startCounting(page)
  await page.keyboard.press('n')
  await page.keyboard.press('r')
  await dialog(page).getByPlaceholder(say(premises.findCustomer)).waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const drawer = await takeCallTyping(clerk, customer.shortName)
  await pick(drawer, say(general.category), say(options.airCon))
  await save(clerk, drawer, 'saveAndSend')
  await expectState(clerk, 'delivered')
  expect(await pressed(page)).toBeLessThanOrEqual(3)
})

async function takeCallTyping({ page, say }: Visitor, name: string) {
  await page.getByRole('button', { name: say(deskWords.newCase(say(repair.name))) }).click()
  const drawer = dialog(page)
  await drawer.getByPlaceholder(say(premises.findCustomer)).fill(initials(name))
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  return drawer
}

test('the same with the keyboard alone', async ({ browser }) => {
  const customer = await company(browser)
  const clerk = await come(browser, 'CSA', 'zh', { at: '/' })
  const { page, say } = clerk
  await page.getByRole('heading', { level: 1 }).waitFor()
  await startCounting(page)
  await page.keyboard.press('n')
  await page.keyboard.press('r')
  await expect(dialog(page).getByPlaceholder(say(premises.findCustomer))).toBeFocused()
  await page.keyboard.type(initials(customer.shortName))
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  const group = dialog(page).getByRole('radiogroup', { name: say(general.category) })
  await group.waitFor()
  const inside = () => group.evaluate((element) => element.contains(document.activeElement))
  for (let tabs = 0; tabs < 40 && !(await inside()); tabs += 1) await page.keyboard.press('Tab')
  expect(await inside()).toBe(true)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(group.getByRole('radio', { name: say(options.airCon) })).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/repair\/GW/)
  await expectState(clerk, 'delivered')
  expect(await pressed(page)).toBe(0)
})

test('a waiting slip is given to a named engineer', async ({ browser }) => {
  const clerk = await come(browser, 'CSA', 'zh', { at: '/' })
  const chief = await come(browser, 'ENGM', 'zh', { at: '/' })
  const { page } = chief
  const { number } = await opened(clerk, null, { problem: `风机 ${Date.now()}` })
  await moved(clerk, number, 'deliver', {})
  await page.getByRole('link', { name: number }).waitFor()
  await startCounting(page)
  await page.getByRole('link', { name: number }).click()
  await step(chief, 'assign', 'delivered', (form) => fromList(chief, form, fields.workers, holderOf('ENG').name))
  expect((await caseOf(chief, number)).assignee?.name).toBe(holderOf('ENG').name)
  expect(await pressed(page)).toBeLessThanOrEqual(6)
})

test('the engineer accepts, arrives, finishes and has it signed', async ({ browser }) => {
  const clerk = await come(browser, 'CSA', 'zh', { at: '/' })
  const engineer = await come(browser, 'ENG', 'zh', { at: '/m/', phone: true })
  const { page, say } = engineer
  const { number } = await opened(clerk, null, { problem: `水泵 ${Date.now()}`, priority: 'P3' })
  await moved(clerk, number, 'deliver', {})
  await page.getByRole('link', { name: number }).click()
  await startCounting(page)
  const shows = (state: keyof typeof states) =>
    expect(page.getByText(say(states[state]), { exact: true }).first()).toBeVisible()
  for (const [action, state] of [
    ['accept', 'accepted'],
    ['arrive', 'onSite'],
    ['begin', 'working'],
  ] as const) {
    await tap(engineer, action)
    await shows(state)
  }
  await tap(engineer, 'finish')
  await sheet(engineer, 'finish', async (form) => {
    await blank(form, say(fields.workDone)).focus()
    await page.keyboard.type('更换密封')
    await blank(form, say(fields.workMinutes)).focus()
    await page.keyboard.type('20')
  })
  await shows('done')
  await tap(engineer, 'sign')
  await sheet(engineer, 'sign', async (form) => {
    await draw(page, form, say(common.signHere))
    await pick(form, say(fields.satisfaction), say(options.satisfied))
  })
  await shows('signed')
  const strokes = 2
  expect((await pressed(page)) - strokes).toBeLessThanOrEqual(8)
})

test('a tenant reports a fault with a photograph in four taps', async ({ browser }) => {
  const tenant = await come(browser, 'TADM', 'zh', { at: '/c/', phone: true })
  const { page, say } = tenant
  const tile = page
    .getByRole('navigation', { name: say(portal.services) })
    .getByRole('link', { name: say(portalWords.tile) })
  await tile.waitFor()
  await startCounting(page)
  await tile.click()
  await page.getByText(say(options.plumbing), { exact: true }).click()
  await page.getByRole('textbox', { name: say(portalWords.problem) }).focus()
  await page.keyboard.type('水龙头滴水')
  await page.getByRole('textbox', { name: say(portalWords.phone) }).focus()
  await page.keyboard.type('13900003333')
  const chosen = page.waitForEvent('filechooser')
  await page.getByLabel(say(common.takePhoto), { exact: true }).click()
  await (await chosen).setFiles({ name: 'tap.jpg', mimeType: 'image/jpeg', buffer: await photograph() })
  await page.getByRole('button', { name: say(common.removePhoto(1)) }).waitFor()
  await page.getByRole('button', { name: say(portalWords.submit) }).click()
  await expect(page.getByRole('heading', { name: say(portal.sentTitle) })).toBeVisible()
  expect(await pressed(page)).toBeLessThanOrEqual(4)
})

test('a signed slip is called back and filed', async ({ browser }) => {
  const clerk = await come(browser, 'CSA', 'zh', { at: '/' })
  const engineer = await come(browser, 'ENG', 'zh', { at: '/m/', phone: true })
  const { page, say } = clerk
  const { number } = await opened(clerk, null, { problem: `门锁 ${Date.now()}`, priority: 'P3' })
  await moved(clerk, number, 'deliver', {})
  for (const [action, input] of [
    ['accept', {}],
    ['arrive', {}],
    ['begin', undefined],
    ['finish', { workDone: '更换', workMinutes: 10 }],
  ] as const)
    await moved(engineer, number, action, input)
  await signedOnPhone(engineer, number)
  await page.goto('/')
  const row = page.getByRole('listitem').filter({ hasText: number })
  await row.waitFor()
  await startCounting(page)
  await row.getByRole('button', { name: say(actions.callBack) }).click()
  const form = dialog(page)
  await pick(form, say(fields.how), say(options.phone))
  await pick(form, say(fields.conclusion), say(options.satisfied))
  for (const field of ['timeliness', 'attitude', 'quality', 'fee'] as const)
    await stars(form, say(fields[field]), say(general.scoreOf(5)))
  await form.getByRole('button', { name: say(actions.callBack), exact: true }).click()
  await expect(form).toBeHidden()
  await page.getByRole('link', { name: number }).click()
  await step(clerk, 'archive', 'archived')
  expect(await pressed(page)).toBeLessThanOrEqual(12)
})

async function signedOnPhone(engineer: Visitor, number: string): Promise<void> {
  const { page, say } = engineer
  await page.goto(`/m/job/repair/${number}`)
  await tap(engineer, 'sign')
  await sheet(engineer, 'sign', async (form) => {
    await draw(page, form, say(common.signHere))
    await pick(form, say(fields.satisfaction), say(options.satisfied))
  })
  await expect(page.getByText(say(states.signed), { exact: true }).first()).toBeVisible()
}
