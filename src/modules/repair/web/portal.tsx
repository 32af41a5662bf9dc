import { agreedTo } from './portal-agreed.ts'
import '#ui/controls.css'
import { IconTool } from '@tabler/icons-react'
import { lazy } from 'react'
import type { CaseView } from '#kernel/process/view.ts'
import type { Both } from '#lib/language.ts'
import type { RepairSlip } from '../slip.ts'
import type { words } from '../words.ts'
import { portalNext, portalStates, portalSteps, portalWords as own } from '../words/portal.ts'

type RepairState = keyof typeof words.states

/* A repair as tenants see it. What is large is fetched when it is looked at. */

export const Report = lazy(() => import('./portal-report.tsx').then((module) => ({ default: module.Report })))
export const DoorReport = lazy(() => import('./portal-report.tsx').then((module) => ({ default: module.DoorReport })))
export const CaseBody = lazy(() => import('./portal-case.tsx').then((module) => ({ default: module.CaseBody })))
export const Entered = lazy(() => import('./portal-case.tsx').then((module) => ({ default: module.Entered })))

/** The finance contact pays, but neither reports nor signs. */
export const serves = ['TADM', 'TUSR'] as const
export const tile = { icon: IconTool, label: own.tile }

const stepOf: Readonly<Record<RepairState, number | null>> = {
  registered: 0,
  quoted: 0,
  declined: null,
  delivered: 1,
  accepted: 1,
  appointed: 1,
  onSite: 2,
  working: 3,
  suspended: 3,
  rework: 3,
  done: 4,
  signed: 5,
  called: 5,
  billed: 5,
  settled: 5,
  archived: 5,
  joined: null,
  cancelled: null,
}

const isState = (state: string): state is RepairState => Object.hasOwn(stepOf, state)

/** State, steps and what comes next; `slip` may hold only what its reader may see of it. */
export function progressOf(state: string, slip: Readonly<Record<string, unknown>>, guest = false) {
  const known: RepairState = isState(state) ? state : 'registered'
  return {
    word: (guest ? guestWord(known) : priced(known, slip)?.word) ?? portalStates[known],
    steps: portalSteps,
    at: stepOf[known],
    next: (guest ? guestNext(known) : priced(known, slip)?.next) ?? portalNext[known],
    expected: expectedIn(known, slip),
  }
}

/** Agreeing and objecting leave the slip where it is; its reader has to see that he was heard. */
function priced(state: RepairState, slip: Partial<RepairSlip>): { readonly word: Both; readonly next: Both } | null {
  if (state !== 'quoted') return null
  if (agreedTo(slip)) return { word: own.priceAgreed, next: own.priceAgreedNext }
  return slip.priceObjection == null ? null : { word: own.priceObjected, next: own.priceObjectedNext }
}

/** Who reported at a door has no account: he is called, not asked to tap. */
const guestWord = (state: RepairState): Both | null =>
  state === 'done' ? own.guestDone : state === 'quoted' ? own.guestQuoted : null
const guestNext = (state: RepairState): Both | null =>
  state === 'done' ? own.guestDoneNext : state === 'quoted' ? own.guestQuotedNext : null

function expectedIn(state: RepairState, slip: Partial<RepairSlip>) {
  if (state === 'suspended') return slip.suspension ? { from: slip.suspension.expectedAt, to: null, sure: true } : null
  const coming = ['registered', 'quoted', 'delivered', 'accepted', 'appointed', 'rework'].includes(state)
  if (!coming || !slip.appointmentStart) return null
  const sure = slip.appointmentWith != null || state === 'appointed'
  return { from: slip.appointmentStart, to: slip.appointmentEnd ?? null, sure }
}

/** What a request asks of its reader now. Whether it was rated already stands in the whole case only. */
export function asks({ state }: { readonly state: string }, view: CaseView | undefined) {
  const slip: Partial<RepairSlip> = view?.slip ?? {}
  const may = (action: string) =>
    view?.choices.some((one) => one.action === action && one.missing.length === 0) === true
  if (may('agree') && slip.quote != null && !agreedTo(slip) && slip.priceObjection == null)
    return { title: own.askAgree, button: own.askAgreeButton }
  if (state === 'done' && may('sign')) return { title: own.askSign, button: own.askSignButton }
  if (['signed', 'called', 'billed', 'settled'].includes(state) && may('rate') && slip.rating == null)
    return { title: own.askRate, button: own.askRateButton }
  return null
}
export const looksInto = [
  ...['quoted', 'done', 'signed', 'called', 'billed', 'settled'],
  // A price may be asked for again while the work goes on.
  ...['onSite', 'working', 'suspended', 'rework'],
]

/** These have a place of their own on the page. */
export const placed = ['agree', 'sign']
export const paper = { name: 'slip', copy: 4, from: ['signed', 'called', 'billed', 'settled', 'archived'] }
