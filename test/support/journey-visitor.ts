/** Somebody at a screen of the house: his own browser, his language, his role; what he does is done by role and name. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { words as signIn } from '#kernel/people/web/words.ts'
import { type Both, type Language, say } from '#lib/language.ts'
import { words as common } from '#ui/words.ts'
import type { JourneyHouse } from './journey-house.ts'

export const languages = ['zh', 'en'] as const satisfies readonly Language[]

export function house(): JourneyHouse {
  const line = process.env['ATRIUM_JOURNEY']
  if (line === undefined) throw new Error('the house for the journeys is not open')
  return JSON.parse(line) as JourneyHouse
}

export const holderOf = (role: string) => {
  const found = house().signIns.find((one) => one.role === role)
  if (found === undefined) throw new Error(`nobody holds ${role}`)
  return found
}

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  readonly name: string
  readonly language: Language
  readonly say: (both: Both) => string
  /** a picture to be looked at; `name` says the step */
  readonly picture: (name: string) => Promise<void>
}

interface Come {
  readonly at: string
  readonly phone?: boolean
  readonly scheme?: 'light' | 'dark'
}

const desk = { viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false, deviceScaleFactor: 1 }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** One session a person and worker: signing in is tried on its own, not thirty times. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** Browsers of tests that are over: a person has only so many open screens. */
const present: { readonly test: string; readonly context: BrowserContext }[] = []

async function seeOff(now: string): Promise<void> {
  const over = present.filter(({ test: of }) => of !== now)
  present.splice(0, present.length, ...present.filter(({ test: of }) => of === now))
  for (const { context } of over) await context.close()
}

/** `role` null: a stranger without an account. */
export async function come(browser: Browser, role: string | null, language: Language, how: Come): Promise<Visitor> {
  const { origin } = house()
  const person = role === null ? null : holderOf(role)
  const known = person === null ? undefined : sessions.get(person.login)
  const { testId } = test.info()
  await seeOff(testId)
  const context = await browser.newContext({
    baseURL: origin,
    ...(how.phone === true ? phone : desk),
    ...(known === undefined ? {} : { storageState: known }),
    colorScheme: how.scheme ?? 'light',
    reducedMotion: 'reduce',
  })
  present.push({ test: testId, context })
  context.setDefaultTimeout(30_000)
  await context.addCookies([{ name: 'lang', value: language, url: origin }])
  const page = await context.newPage()
  const visitor = visitorAt(context, page, person?.name ?? '', language)
  await page.goto(how.at)
  if (person !== null && known === undefined) {
    await enter(visitor, person.login, house().passphrase)
    await expect(page.getByRole('heading', { level: 1 }).first()).not.toHaveText(say(signIn.signInTitle, language))
    const state = await context.storageState()
    sessions.set(person.login, { cookies: state.cookies.filter(({ name }) => name !== 'lang'), origins: [] })
  }
  return visitor
}

export function visitorAt(context: BrowserContext, page: Page, name: string, language: Language): Visitor {
  return {
    context,
    page,
    name,
    language,
    say: (both) => say(both, language),
    picture: async (step) => {
      const folder = join('test-results', 'pictures', language)
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${step}.png`) })
    },
  }
}

/** The way in, as one types it. */
export async function enter({ page, say: says }: Visitor, login: string, password: string): Promise<void> {
  await page.getByLabel(says(signIn.name)).fill(login)
  await page.getByRole('textbox', { name: says(signIn.password), exact: true }).fill(password)
  await page.getByRole('button', { name: says(signIn.signIn), exact: true }).click()
}

/** The dialog or drawer on top. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').last()

/** A named step of a case: from the bar when it is shown there, otherwise from the menu behind it. */
export async function choose({ page, say: says }: Visitor, action: Both, more: Both): Promise<void> {
  const shown = page.getByRole('button', { name: says(action), exact: true })
  const menu = page.getByRole('button', { name: says(more), exact: true })
  const listed = page.getByRole('menuitem', { name: says(action), exact: true })
  // The page may still be hearing what somebody else just did: looked at again until the step is there.
  await expect(async () => {
    await page.keyboard.press('Escape')
    if ((await shown.count()) === 0) {
      await menu.first().click({ timeout: 2000 })
      await expect(listed).toBeVisible({ timeout: 1000 })
    }
  }).toPass({ timeout: 20_000 })
  await ((await shown.count()) > 0 ? shown.first() : listed).click()
}

/** Fields and groups carry a star when they must be filled; the star is not part of their name. */
const named = (text: string) => new RegExp(`^${plain(text)}( ?\\*)?$`)
export const whole = (text: string) => new RegExp(`^${plain(text)}$`)
const plain = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')

export async function pick(scope: Locator, group: string, option: string | RegExp): Promise<void> {
  await scope
    .getByRole('radiogroup', { name: named(group) })
    .getByText(option, { exact: true })
    .first()
    .click()
}

export const blank = (scope: Locator, label: string): Locator => scope.getByRole('textbox', { name: named(label) })

/** Five stars, four stars: by the name of the star. */
export async function stars(scope: Locator, group: string, star: string): Promise<void> {
  const radio = scope.getByRole('group', { name: named(group) }).getByRole('radio', { name: star })
  // The star itself is the label; the button of the form is hidden behind it.
  await scope.locator(`label[for="${await radio.getAttribute('id')}"]`).click()
  await expect(radio).toBeChecked()
}

/** A signature with two strokes of a finger. */
export async function draw(page: Page, scope: Locator, label: string): Promise<void> {
  const sheet = scope.getByRole('img', { name: label })
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  if (box === null) throw new Error('there is nothing to sign on')
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  const strokes = [
    [at(0.2, 0.7), at(0.3, 0.25), at(0.4, 0.7)],
    [at(0.5, 0.3), at(0.65, 0.6), at(0.8, 0.35)],
  ]
  for (const [first, ...rest] of strokes) {
    if (first === undefined) continue
    await page.mouse.move(...first)
    await page.mouse.down()
    for (const point of rest) await page.mouse.move(...point, { steps: 6 })
    await page.mouse.up()
  }
}

/** The short message at the edge of the screen. */
export const told = (page: Page, text: string | RegExp): Locator => page.getByRole('alert').filter({ hasText: text })

export const loaded = (page: Page, language: Language): Promise<void> =>
  expect(page.getByRole('status', { name: say(common.loading, language) })).toHaveCount(0)
