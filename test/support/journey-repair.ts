/** The steps of a repair as they are done on screen: at the desk, on the engineer's phone, in the portal. */
import { expect, type Locator } from '@playwright/test'
import { pinyin } from 'pinyin-pro'
import { words as premises } from '#kernel/premises/web/words.ts'
import { words as opening } from '#kernel/process/web/opening-words.ts'
import { words as general } from '#kernel/process/web/words.ts'
import { localMoment } from '#kernel/process/web/form-values.ts'
import { words as repair } from '#modules/repair/words.ts'
import { words as common } from '#ui/words.ts'
import { words as deskWords } from '#web/desk/words.ts'
import { stepsOf } from './journey-case.ts'
import { blank, dialog, pick, type Visitor } from './journey-visitor.ts'

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

export const { step, expectState, expectHere, tap, sheet, other } = stepsOf(repair)
