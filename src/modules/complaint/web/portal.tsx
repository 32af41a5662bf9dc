import { IconMessageReport } from '@tabler/icons-react'
import { lazy } from 'react'
import type { CaseView } from '#kernel/process/view.ts'
import type { ComplaintState } from '../process/states.ts'
import type { ComplaintSlip } from '../slip.ts'
import { portalNext, portalStates, portalSteps, portalWords as own } from '../words/portal.ts'

/* A complaint as the customer sees it. What is large is fetched when it is looked at. */

export const Report = lazy(() => import('./portal-report.tsx').then((module) => ({ default: module.Report })))
export const DoorReport = lazy(() => import('./portal-report.tsx').then((module) => ({ default: module.DoorReport })))
export const CaseBody = lazy(() => import('./portal-case.tsx').then((module) => ({ default: module.CaseBody })))
export const Entered = lazy(() => import('./portal-case.tsx').then((module) => ({ default: module.Entered })))

export const serves = ['TADM', 'TUSR'] as const
export const tile = { icon: IconMessageReport, label: own.tile }

const stepOf: Readonly<Record<ComplaintState, number | null>> = {
  registered: 0,
  assigned: 1,
  dispatched: 1,
  onSite: 1,
  deferred: 1,
  resolved: 2,
  replyPending: 2,
  callBack: 3,
  closed: 4,
  exceptionClosed: null,
  joined: null,
  cancelled: null,
}
const isState = (state: string): state is ComplaintState => Object.hasOwn(stepOf, state)

/** State, steps and what comes next; `slip` may hold only what its reader may see of it. */
export function progressOf(state: string, slip: Readonly<Record<string, unknown>>, guest = false) {
  const known: ComplaintState = isState(state) ? state : 'registered'
  const called = guest && known === 'callBack'
  const promise = known === 'deferred' ? promiseOf(slip) : null
  return {
    word: called ? own.guestCallBack : portalStates[known],
    steps: portalSteps,
    at: stepOf[known],
    next: called ? own.guestCallBackNext : portalNext[known],
    expected: promise === null ? null : { from: promise, to: null, sure: true },
  }
}

/** The time promised last, when something took longer. */
const promiseOf = ({ deferrals }: Partial<ComplaintSlip>): string | null => deferrals?.at(-1)?.promisedAt ?? null

/** Who may say whether he is content is asked as soon as it was dealt with. */
export function asks(_row: { readonly state: string }, view: CaseView | undefined) {
  const may = view?.choices.some(({ action, missing }) => action === 'satisfied' && missing.length === 0) === true
  return may ? { title: own.askSatisfied, button: own.askSatisfiedButton } : null
}
export const looksInto = ['callBack']
/** The chart shows the ladder and the exceptional ends, which are the house's business. */
export const chart = false
/** These have a place of their own on the page. */
export const placed = ['satisfied', 'notSatisfied']
