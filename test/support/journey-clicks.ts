/** Counts what a finger or a mouse presses; typing is not counted. */
import type { Page } from '@playwright/test'

declare global {
  interface Window {
    pressed?: number
  }
}

/** From now on, on this page and whatever it navigates to inside itself. */
export const startCounting = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (window.pressed === undefined)
      addEventListener('pointerdown', () => (window.pressed = (window.pressed ?? 0) + 1), true)
    window.pressed = 0
  })

export const pressed = (page: Page): Promise<number> => page.evaluate(() => window.pressed ?? 0)
