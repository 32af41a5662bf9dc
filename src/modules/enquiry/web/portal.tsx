import { IconHelpCircle } from '@tabler/icons-react'
import { lazy } from 'react'
import type { EnquirySlip } from '../slip.ts'
import type { words } from '../words.ts'
import { portalNext, portalStates, portalSteps, portalWords as own } from '../words/portal.ts'

/* An enquiry as the tenant who asked sees it. Forms are fetched when they are looked at. */

type EnquiryState = keyof typeof words.states

export const Report = lazy(() => import('./portal-report.tsx').then((module) => ({ default: module.Report })))
export const CaseBody = lazy(() => import('./portal-case.tsx').then((module) => ({ default: module.CaseBody })))

export const serves = ['TADM', 'TUSR'] as const
export const tile = { icon: IconHelpCircle, label: own.tile }

const stepOf: Readonly<Record<EnquiryState, number>> = {
  open: 0,
  transferred: 1,
  answered: 2,
  closed: portalSteps.length,
}
const isState = (state: string): state is EnquiryState => Object.hasOwn(stepOf, state)

export function progressOf(state: string, slip: Readonly<Record<string, unknown>>) {
  const known: EnquiryState = isState(state) ? state : 'open'
  const { replyBy }: Partial<EnquirySlip> = slip
  const waiting = known === 'open' || known === 'transferred'
  return {
    word: portalStates[known],
    steps: portalSteps,
    at: stepOf[known],
    next: portalNext[known],
    expected: waiting && replyBy ? { from: replyBy, to: null, sure: true } : null,
  }
}
