import type { Actor } from '#kernel/process/roles.ts'
import type { OpeningHeader } from '#kernel/process/view.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { WorkingCalendar } from '#lib/working-calendar.ts'
import type { Tenant } from './customers.ts'
import { later } from './hours.ts'
import type { Staff } from './people.ts'
import type { Chance } from './random.ts'

/* A tale is what happens around one matter: the case it begins with, and those that are raised out of it or joined to it. */

export type Slip = Readonly<Record<string, unknown>>

/** Answers with the number of a case of this tale, by its key. */
export type NumberOf = (key: string) => string

/** One thing somebody does. `reads`: the slip as it then stands is handed back to the story. */
export interface Step {
  readonly at: IsoInstant
  readonly by: Actor
  readonly action: string
  /** which case of the tale; left out: the one it began with. A raised case is called `process:department`. */
  readonly of?: string
  readonly input?: object | ((numberOf: NumberOf) => object)
  /** opens a case of the tale's process */
  readonly header?: OpeningHeader
  /** he signs on the screen or files the signed paper: a picture goes with it */
  readonly signature?: true
  /** a picture proves it */
  readonly proof?: true
  readonly reads?: true
  /** other cases are opened by it */
  readonly raises?: true
  /** it may go up the ladder by itself */
  readonly goesUp?: true
}
export type Story = Generator<Step, void, Slip | null>

export interface Tale {
  readonly process: string
  readonly story: Story
  readonly luck: Chance
  /** false: what went up for this cause lies open today */
  heard(cause: string, role: string): boolean
}

export const always = (): boolean => true

/** Where and when stories play. */
export interface Stage {
  readonly staff: Staff
  readonly tenants: readonly Tenant[]
  readonly calendar: WorkingCalendar
  readonly now: IsoInstant
  readonly luck: Chance
}

/** How late it is in a story. */
export interface Hand {
  readonly calendar: WorkingCalendar
  readonly luck: Chance
  t: IsoInstant
}

/** Minutes pass; the moment after. */
export function pass(hand: Hand, least: number, most: number): IsoInstant {
  const seconds = hand.luck.between(Math.round(least * 60), Math.round(most * 60))
  hand.t = new Date(Date.parse(hand.t) + seconds * 1000).toISOString()
  return hand.t
}

/** Minutes pass, and the desk is open. */
export function passOpen(hand: Hand, least: number, most: number): IsoInstant {
  hand.t = later(hand.calendar, hand.t, hand.luck.between(least, most), hand.luck)
  return hand.t
}

/** It is at least that late. */
export function until(hand: Hand, at: IsoInstant): IsoInstant {
  if (hand.t < at) hand.t = at
  return hand.t
}
