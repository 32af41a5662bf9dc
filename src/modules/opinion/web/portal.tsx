import { IconBulb } from '@tabler/icons-react'
import { lazy } from 'react'
import type { CaseView } from '#kernel/process/view.ts'
import type { words } from '../words.ts'
import { portalNext, portalStates, portalSteps, portalWords as own } from '../words/portal.ts'

/* An opinion as the tenant who wrote it sees it. Forms are fetched when they are looked at. */

type OpinionState = keyof typeof words.states

export const Report = lazy(() => import('./portal-report.tsx').then((module) => ({ default: module.Report })))
export const CaseBody = lazy(() => import('./portal-case.tsx').then((module) => ({ default: module.CaseBody })))

export const serves = ['TADM', 'TUSR'] as const
export const tile = { icon: IconBulb, label: own.tile }

const stepOf: Readonly<Record<OpinionState, number>> = {
  collected: 0,
  classified: 0,
  sent: 1,
  answered: 1,
  fedBack: 2,
  closed: portalSteps.length,
}
const isState = (state: string): state is OpinionState => Object.hasOwn(stepOf, state)

export function progressOf(state: string) {
  const known: OpinionState = isState(state) ? state : 'collected'
  return {
    word: portalStates[known],
    steps: portalSteps,
    at: stepOf[known],
    next: portalNext[known],
    expected: null,
  }
}

/** Who was answered is asked whether he is content. */
export function asks(_row: { readonly state: string }, view: CaseView | undefined) {
  const may = view?.choices.some(({ action, missing }) => action === 'content' && missing.length === 0) === true
  return may ? { title: own.ask, button: own.askButton } : null
}
export const looksInto = ['fedBack']
export const placed = ['content', 'notContent']
