import type { ReactNode } from 'react'
import type { CaseView } from '../view.ts'
import { CaseFiles } from './case-files.tsx'
import { CaseMoney } from './case-money.tsx'
import { CasePeople } from './case-people.tsx'
import { CaseSlip } from './case-slip.tsx'
import { Copies } from './copies.tsx'
import { FlowChart } from './flow-chart.tsx'
import { Timeline } from './timeline.tsx'
import { words } from './words.ts'

/** The sides of a case, in the order of their tabs. */
export const caseTabs = [
  { id: 'slip', says: words.slip },
  { id: 'timeline', says: words.timeline },
  { id: 'flow', says: words.flowChart },
  { id: 'papers', says: words.papers },
  { id: 'money', says: words.money },
  { id: 'files', says: words.files },
  { id: 'people', says: words.people },
] as const
export type CaseTab = (typeof caseTabs)[number]['id']

/** How many things lie under a tab; nothing where a number says nothing. */
export function countOf(view: CaseView, tab: CaseTab): number {
  const lists: Partial<Record<CaseTab, readonly unknown[]>> = {
    timeline: view.timeline,
    papers: view.documents,
    money: view.charges,
    files: view.files,
  }
  return lists[tab]?.length ?? 0
}

export function CaseSide({ view, tab }: { view: CaseView; tab: CaseTab }): ReactNode {
  switch (tab) {
    case 'slip':
      return <CaseSlip view={view} />
    case 'timeline':
      return <Timeline view={view} />
    case 'flow':
      return <FlowChart process={view.process} view={view} />
    case 'papers':
      return <Copies view={view} />
    case 'money':
      return <CaseMoney view={view} />
    case 'files':
      return <CaseFiles view={view} />
    case 'people':
      return <CasePeople view={view} />
    default:
      return tab satisfies never
  }
}
