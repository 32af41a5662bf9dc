/** Random legal walks of the procedures between departments. */
import { choices } from '#kernel/process/decide.ts'
import { edges } from '#kernel/process/faults.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { plusMinutes } from '#lib/time.ts'
import { at, type Case, does, everyRole, person, tries } from './department-case.ts'
import { isRefusal } from './walk.ts'

export interface Pick {
  readonly pick: number
  readonly minutes: number
}
export type Answer = (action: string, now: string, pick: number) => object | undefined

const everybody: readonly Actor[] = everyRole.map(person)

/** Every case the walk passes through; what the rulebook refuses leaves it where it was. */
export function legalWalk(start: Case, picks: readonly Pick[], answer: Answer): Case[] {
  const legal = new Set(edges(start.process).map((edge) => `${edge.from_state} > ${edge.to_state}`))
  const passed = [start]
  for (const { pick, minutes } of picks) {
    const here = passed.at(-1) ?? start
    const offers = everybody.flatMap((by) =>
      choices(here.process, here, at(by, { now: here.now, facts: here.facts }))
        .filter(({ missing }) => missing.length === 0)
        .map(({ action }) => ({ by, action })),
    )
    const offer = offers[pick % Math.max(1, offers.length)]
    if (!offer) break
    const input = answer(offer.action, plusMinutes(here.now, minutes), pick)
    if (isRefusal(tries(here, offer.by, offer.action, input, minutes))) continue
    const next = does(here, offer.by, offer.action, input, minutes)
    if (next.state !== here.state && !legal.has(`${here.state} > ${next.state}`))
      throw new Error(`${offer.action} leads from ${here.state} to ${next.state}`)
    passed.push(next)
  }
  return passed
}

/** Plays on along the primary steps, a week apart at most; true when the case reaches an end. */
export function canEnd(start: Case, answer: Answer): boolean {
  const { process } = start
  const forward = Object.entries(process.actions).flatMap(([name, { primary }]) => (primary === true ? [name] : []))
  const others = Object.keys(process.actions).filter((name) => !forward.includes(name))
  let here = start
  for (let round = 0; round < 12; round += 1) {
    if (process.states[here.state]?.final) return true
    const next = [...forward, ...others].flatMap((action) => {
      const minutes = [10, 8 * 24 * 60].find((wait) =>
        everybody.some(
          (by) => !isRefusal(tries(here, by, action, answer(action, plusMinutes(here.now, wait), 0), wait)),
        ),
      )
      if (minutes === undefined) return []
      const input = answer(action, plusMinutes(here.now, minutes), 0)
      const by = everybody.find((one) => !isRefusal(tries(here, one, action, input, minutes)))
      return by ? [{ by, action, input, minutes }] : []
    })[0]
    if (!next) return false
    here = does(here, next.by, next.action, next.input, next.minutes)
  }
  return false
}
