import { useQuery } from '@tanstack/react-query'
import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { Process } from '../define.ts'
import type { AnyWords } from '../words.ts'

/** The processes of the house as the browser knows them: words at hand, the definition fetched when it is needed. */
export interface Chapter {
  readonly words: AnyWords
  readonly process: () => Promise<Process>
}
export type Catalogue = Readonly<Record<string, Chapter>>

/** What opening starts from: where the person stood when he asked for a new slip. */
export interface OpeningStart {
  readonly customerCode?: string | undefined
  readonly unitCode?: string | undefined
  readonly contactId?: string | undefined
}
export interface OpenerProps {
  readonly process: string
  readonly start: OpeningStart
  readonly onClose: () => void
  /** the number of the new case */
  readonly onOpened: (number: string) => void
}
/** Processes whose new slip has a form of its own; all others use the ready-made one. */
export type Openers = Readonly<Record<string, ComponentType<OpenerProps>>>

const CatalogueContext = createContext<{ readonly chapters: Catalogue; readonly openers: Openers }>({
  chapters: {},
  openers: {},
})

export function CatalogueProvider({
  chapters,
  openers,
  children,
}: {
  chapters: Catalogue
  openers: Openers
  children: ReactNode
}) {
  return <CatalogueContext value={{ chapters, openers }}>{children}</CatalogueContext>
}

export const useCatalogue = () => useContext(CatalogueContext)

/** Words of a process; one this page has never heard of is called by its name. */
export function useProcessWords(name: string): AnyWords {
  return useContext(CatalogueContext).chapters[name]?.words ?? strange(name)
}

/** Null until its code is here. */
export function useProcess(name: string): Process | null {
  const chapter = useContext(CatalogueContext).chapters[name]
  const { data } = useQuery({
    queryKey: ['definition', name],
    queryFn: () => chapter?.process() ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    enabled: chapter !== undefined,
    structuralSharing: false,
  })
  return data ?? null
}

const strange = (name: string): AnyWords => ({
  name: { zh: name, en: name },
  paper: { zh: name, en: name },
  states: {},
  actions: {},
  needs: {},
  clocks: {},
  fields: {},
  options: {},
  papers: {},
  more: {},
})
