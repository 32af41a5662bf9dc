import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactNode } from 'react'
import type { Me } from '#kernel/people/view.ts'
import type { Door } from '#kernel/premises/view.ts'
import type { Slip } from '#kernel/process/decide.ts'
import type { TenantRole } from '#kernel/process/roles.ts'
import type { CaseRow, CaseView } from '#kernel/process/view.ts'
import type { Both } from '#lib/language.ts'

/** How far a request is, in words for who asked for it: never the house's own deadlines. */
export interface Progress {
  readonly word: Both
  readonly steps: readonly Both[]
  /** the step it is at; `steps.length`: all done; null: it ended otherwise */
  readonly at: number | null
  readonly next: Both
  /** when it is expected; not `sure`: only wished for so far */
  readonly expected: { readonly from: string; readonly to: string | null; readonly sure: boolean } | null
}

export interface ReportProps {
  readonly me: Me
  /** the telephone of the house, for what cannot wait */
  readonly call: ReactNode
  readonly onDone: (number: string) => void
}
export interface DoorReportProps {
  readonly door: Door
  readonly call: ReactNode
  /** sends it and everything enclosed; rejects with a refusal */
  readonly send: (input: Readonly<Record<string, unknown>>, photos: readonly Blob[]) => Promise<void>
}

/** What a module shows to tenants, by its `web/portal.tsx`. */
export interface PortalModule {
  /** whose requests these are: nobody else is shown them, nor offered to make one */
  readonly serves?: readonly TenantRole[]
  readonly tile?: { readonly icon: ComponentType<{ size?: number; stroke?: number }>; readonly label: Both }
  readonly Report?: ComponentType<ReportProps>
  readonly DoorReport?: ComponentType<DoorReportProps>
  readonly progressOf?: (state: string, slip: Slip, guest?: boolean) => Progress
  /** what this request asks of the reader now, for the top of the home page; null: nothing */
  readonly asks?: (
    row: Pick<CaseRow, 'state'>,
    view: CaseView | undefined,
  ) => { readonly title: Both; readonly button: Both } | null
  /** states in which the whole case has to be looked at to know what it asks */
  readonly looksInto?: readonly string[]
  /** what the request says, and the steps that have a form of their own */
  readonly CaseBody?: ComponentType<{ readonly view: CaseView }>
  readonly Entered?: ComponentType<{ readonly entered: Slip }>
  /** steps that have a place of their own in the body */
  readonly placed?: readonly string[]
  /** false: how the house decides is not shown, only how far it has come */
  readonly chart?: false
  /** the copy of the paper that is the customer's */
  readonly paper?: { readonly name: string; readonly copy: number; readonly from: readonly string[] }
}

export const serves = (page: PortalModule | undefined, me: Me): boolean =>
  page?.serves?.some((role) => me.roles.includes(role)) === true

const files = import.meta.glob<PortalModule>('../../modules/*/web/portal.tsx')
const names = Object.keys(files).map((path) => path.split('/').at(-3) ?? '')

/** The pages of every module that has some for tenants, by name. Undefined until their code is here. */
export const usePortalModules = (): Readonly<Record<string, PortalModule>> | undefined =>
  useQuery({
    queryKey: ['portal-pages'],
    queryFn: async () =>
      Object.fromEntries(
        await Promise.all(
          names.map(async (name) => [name, (await files[`../../modules/${name}/web/portal.tsx`]?.()) ?? {}] as const),
        ),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  }).data
