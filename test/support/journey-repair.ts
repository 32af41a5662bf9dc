/** The steps of a repair as they are done on screen: at the desk, on the engineer's phone, in the portal. */
import { expect, type Locator } from '@playwright/test'
import { pinyin } from 'pinyin-pro'
import { words as premises } from '#kernel/premises/web/words.ts'
import { words as opening } from '#kernel/process/web/opening-words.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { localMoment } from '#kernel/process/web/form-values.ts'
import type { Both } from '#lib/language.ts'
import { words as repair } from '#modules/repair/words.ts'
import { words as common } from '#ui/words.ts'
import { words as deskWords } from '#web/desk/words.ts'
import { words as fieldWords } from '#web/field/words.ts'
import { blank, choose, dialog, pick, type Visitor, whole } from './journey-visitor.ts'

export interface Company {
  readonly code: string
  readonly shortName: string
  readonly unit: string
}

/** The company of a tenant who is signed in, as his own pages know it. */
export async function companyOf({ page }: Visitor): Promise<Company> {
  const me = await (await page.request.get('/api/me')).json()
  const card = await (await page.request.get(`/api/customers/${me.customer.code}`)).json()
  return { code: card.code, shortName: card.shortName, unit: card.units[0] }
}

/** What somebody types who does not want to switch his keyboard: the first letters of the name. */
export const initials = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('')

export interface Call {
  readonly customer: Company
  readonly category: keyof typeof repair.options
  readonly problem: string
  readonly priority?: 'P1' | 'P2' | 'P3' | 'P4'
}

/** Opens the drawer and fills it as the customer speaks; nothing is sent yet. */
export async function takeCall(clerk: Visitor, { customer, category, problem, priority }: Call): Promise<Locator> {
  const { page, say } = clerk
  await page.getByRole('button', { name: say(deskWords.newCase(say(repair.name))) }).click()
  const drawer = dialog(page)
  await drawer.getByPlaceholder(say(premises.findCustomer)).fill(initials(customer.shortName))
  await page.getByRole('option', { name: customer.code }).click()
  await pick(drawer, say(general.unit), customer.unit)
  await pick(drawer, say(general.category), say(repair.options[category]))
  await blank(drawer, say(repair.fields.problem)).fill(problem)
  if (priority !== undefined)
    await pick(drawer, say(general.priority), new RegExp(`^${say(repair.options[priority])}( · .+)?$`))
  return drawer
}

/** The whole label, with or without the star of a field that must be filled: `To` is not in `Photo`. */
const required = (label: string) => new RegExp(`^${label}( ?\\*)?$`)

/** The customer wants somebody now, whatever the hour: the engineer may then arrive at once. */
export async function wantedNow({ say }: Visitor, drawer: Locator): Promise<void> {
  const now = Date.now()
  await pick(drawer, say(opening.when), say(opening.whenOwn))
  await drawer.getByLabel(required(say(common.from))).fill(localMoment(new Date(now).toISOString()))
  await drawer.getByLabel(required(say(common.to))).fill(localMoment(new Date(now + 4 * 3_600_000).toISOString()))
}

/** Saves without sending, or saves and sends; answers the number the slip was given. */
export async function save({ page, say }: Visitor, drawer: Locator, how: 'save' | 'saveAndSend'): Promise<string> {
  await drawer.getByRole('button', { name: say(opening[how]), exact: true }).click()
  await expect(page).toHaveURL(/\/repair\/GW/)
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

export type RepairAction = keyof typeof repair.actions

/** One step at the desk: chosen, filled in, confirmed, and the state the page then shows. */
export async function step(
  visitor: Visitor,
  action: RepairAction,
  becomes: keyof typeof repair.states,
  fill?: (form: Locator) => Promise<void>,
): Promise<void> {
  const { page, say } = visitor
  await choose(visitor, repair.actions[action], general.moreActions)
  const form = dialog(page)
  await fill?.(form)
  await form.getByRole('button', { name: say(repair.actions[action]), exact: true }).click()
  await expect(form).toBeHidden()
  await expectState(visitor, becomes)
}

/** The state as the case page says it, in words; the strip of steps names every state and proves nothing. */
export const expectState = ({ page, say }: Visitor, state: keyof typeof repair.states): Promise<void> =>
  expect(
    page
      .getByRole('main')
      .locator('span:not(li span)')
      .filter({ hasText: whole(say(repair.states[state])) })
      .first(),
  ).toBeVisible()

/** “You are here” on the strip of steps. */
export const expectHere = ({ page, say }: Visitor, state: keyof typeof repair.states): Promise<void> =>
  expect(page.getByRole('list', { name: say(general.steps) }).locator('[aria-current="step"]')).toHaveText(
    say(repair.states[state]),
  )

/** The one step at the thumb. */
export async function tap({ page, say }: Visitor, action: RepairAction): Promise<void> {
  await page
    .getByRole('button', { name: say(repair.actions[action]), exact: true })
    .first()
    .click()
}

/** A step on the phone that asks something: its sheet filled in and confirmed. */
export async function sheet(
  visitor: Visitor,
  action: RepairAction,
  fill: (form: Locator) => Promise<void>,
): Promise<void> {
  const { page, say } = visitor
  const form = dialog(page)
  await expect(form).toBeVisible()
  await fill(form)
  await form.getByRole('button', { name: say(repair.actions[action]), exact: true }).click()
  await expect(form).toBeHidden()
}

/** A step that is not at the thumb but behind the three dots. */
export async function other({ page, say }: Visitor, action: RepairAction): Promise<void> {
  await page.getByRole('button', { name: say(fieldWords.more), exact: true }).click()
  await dialog(page)
    .getByRole('button', { name: say(repair.actions[action]) })
    .click()
}

/** Chooses from a list that opens under its field. */
export async function fromList(visitor: Visitor, scope: Locator, label: Both, text: string, at = 0): Promise<void> {
  const field = scope.getByLabel(visitor.say(label)).and(scope.locator('input:not([type=hidden])')).nth(at)
  await field.click()
  await field.fill(text)
  await visitor.page.getByRole('option', { name: text }).first().click()
  // A list of several stays open until one leaves it.
  await field.press('Tab')
}

export interface Paper {
  readonly pages: number
  readonly bytes: number
  readonly type: string
}

/** A paper as this person's browser is given it. */
export async function paper({ page }: Visitor, address: string): Promise<Paper> {
  const answer = await page.request.get(address)
  expect(answer.status(), address).toBe(200)
  const body = await answer.body()
  const pages = body.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  return { pages, bytes: body.length, type: answer.headers()['content-type'] ?? '' }
}
