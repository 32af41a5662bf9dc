/** The steps of any case as they are done on screen, by the words of its process. */
import { expect, type Locator } from '@playwright/test'
import { words as general } from '#kernel/process/web/words.ts'
import type { Both } from '#lib/language.ts'
import { words as fieldWords } from '#web/field/words.ts'
import { choose, dialog, type Visitor, whole } from './journey-visitor.ts'

interface Spoken {
  readonly states: Readonly<Record<string, Both>>
  readonly actions: Readonly<Record<string, Both>>
}

export function stepsOf<Own extends Spoken>(own: Own) {
  type Action = keyof Own['actions'] & string
  type State = keyof Own['states'] & string
  const actionOf = (action: Action): Both => own.actions[action] ?? { zh: action, en: action }
  const stateOf = (state: State): Both => own.states[state] ?? { zh: state, en: state }

  /** The state as the case page says it, in words; the strip of steps names every state and proves nothing. */
  const expectState = ({ page, say }: Visitor, state: State): Promise<void> =>
    expect(
      page
        .getByRole('main')
        .locator('span:not(li span)')
        .filter({ hasText: whole(say(stateOf(state))) })
        .first(),
    ).toBeVisible()

  return {
    expectState,

    /** One step at the desk: chosen, filled in, confirmed, and the state the page then shows. */
    step: async (
      visitor: Visitor,
      action: Action,
      becomes: State,
      fill?: (form: Locator) => Promise<void>,
    ): Promise<void> => {
      const { page, say } = visitor
      await choose(visitor, actionOf(action), general.moreActions)
      const form = dialog(page)
      await fill?.(form)
      await form.getByRole('button', { name: say(actionOf(action)), exact: true }).click()
      await expect(form).toBeHidden()
      await expectState(visitor, becomes)
    },

    /** “You are here” on the strip of steps. */
    expectHere: ({ page, say }: Visitor, state: State): Promise<void> =>
      expect(page.getByRole('list', { name: say(general.steps) }).locator('[aria-current="step"]')).toHaveText(
        say(stateOf(state)),
      ),

    /** The one step at the thumb. */
    tap: ({ page, say }: Visitor, action: Action): Promise<void> =>
      page
        .getByRole('button', { name: say(actionOf(action)), exact: true })
        .first()
        .click(),

    /** A step on the phone that asks something: its sheet filled in and confirmed. */
    sheet: async ({ page, say }: Visitor, action: Action, fill: (form: Locator) => Promise<void>): Promise<void> => {
      const form = dialog(page)
      await expect(form).toBeVisible()
      await fill(form)
      await form.getByRole('button', { name: say(actionOf(action)), exact: true }).click()
      await expect(form).toBeHidden()
    },

    /** A step that is not at the thumb but behind the three dots. */
    other: async ({ page, say }: Visitor, action: Action): Promise<void> => {
      await page.getByRole('button', { name: say(fieldWords.more), exact: true }).click()
      await dialog(page)
        .getByRole('button', { name: say(actionOf(action)) })
        .click()
    },
  }
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
