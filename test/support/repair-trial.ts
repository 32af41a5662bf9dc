/** A step tried on the standard free or charged case, with what is changed about it. */
import type { Slip } from '#kernel/process/decide.ts'
import type { Facts, LinkedCase } from '#kernel/process/moment.ts'
import { type Player, shanghai } from './moment.ts'
import { chargedCase, freeCase } from './repair.ts'

export const free = freeCase()
export const charged = chargedCase()

/** Mr Yu's report of the same fault, joined into the standard case. */
export const joinedCase: LinkedCase = {
  kind: 'joined',
  way: 'down',
  process: 'repair',
  number: 'GW-2026-0008',
  title: '',
  state: 'joined',
  final: true,
  customerId: null,
  openedAt: shanghai('10:02'),
  closedAt: shanghai('10:04'),
  shows: {},
}
/** A call to him. */
export const joinedCall = (at: string, number = joinedCase.number) => ({
  joinedNumber: number,
  spokeWith: 'Mr Yu',
  satisfied: false,
  said: 'took too long',
  at,
  by: 'Wang Xin',
})

export interface Trial {
  readonly state: string
  readonly by: Player
  readonly does: string
  readonly from?: 'charged'
  readonly slip?: Slip
  readonly input?: unknown
  readonly facts?: Partial<Facts>
  readonly now?: string
}
export type Row = Trial & { readonly step: string; readonly says: string; readonly met: Partial<Trial> }
