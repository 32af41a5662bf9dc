import { useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import type { CaseView } from '#kernel/process/view.ts'
import type { FormValues } from '#kernel/process/web/form-values.ts'

/** Takes a step straight away, without a form: photographs just taken, for instance. */
export type Take = (
  action: string,
  input: Readonly<Record<string, unknown>>,
  photos: { readonly field: string; readonly purpose: string; readonly blobs: readonly Blob[] },
) => Promise<void>

/** What a module may add to the job page by its `web/field.tsx`. A module without one works with the page alone. */
export interface FieldModule {
  /** the job in a few lines: fault, place, customer, time, price */
  readonly JobFacts?: ComponentType<{ readonly view: CaseView }>
  /** photographs, material and the like, below */
  readonly JobBody?: ComponentType<{ readonly view: CaseView; readonly take: Take }>
  /** above the fields of a step: the amount before the customer signs */
  readonly StepHead?: ComponentType<{
    readonly view: CaseView
    readonly action: string
    readonly values: FormValues
  }>
  /** whom to call */
  readonly callable?: (view: CaseView) => { readonly name: string; readonly phone: string } | null
  /** answers of a step that are never asked on a phone */
  readonly fixed?: Readonly<Record<string, FormValues>>
  /** the second button beside the next step, by state */
  readonly beside?: Readonly<Record<string, string>>
  /** steps that have a place of their own on the page */
  readonly placed?: readonly string[]
  /** steps that wait until everything before them has reached the server: it reckons what they are about */
  readonly afterSent?: readonly string[]
  /** fields of the slip that must not have changed when a step is sent late, by action */
  readonly seen?: Readonly<Record<string, readonly string[]>>
}

const files = import.meta.glob<FieldModule>('../../modules/*/web/field.tsx')
const none: FieldModule = {}

export const loadFieldModule = async (name: string): Promise<FieldModule> =>
  (await files[`../../modules/${name}/web/field.tsx`]?.()) ?? none

/** Undefined until its code is here. */
export const useFieldModule = (name: string): FieldModule | undefined =>
  useQuery({
    queryKey: ['field-page', name],
    queryFn: () => loadFieldModule(name),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    structuralSharing: false,
  }).data
