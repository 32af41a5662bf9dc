import { useQuery } from '@tanstack/react-query'
import { type ComponentType, createContext, type ReactNode, use, useContext } from 'react'
import type { Process } from '../define.ts'
import type { AnyWords } from '../words.ts'

/** The processes of the house as the browser knows them: names at hand, words and definition fetched when they are needed. */
export interface Chapter {
  readonly words: () => Promise<AnyWords>
  readonly process: () => Promise<Process>
}
export type Catalogue = Readonly<Record<string, Chapter>>

/** What opening starts from: where the person stood when he asked for a new slip. */
export interface OpeningStart {
  readonly customerCode?: string | undefined
  readonly unitCode?: string | undefined
  readonly contactId?: string | undefined
  /** who is on the telephone, where the call screen knows */
  readonly caller?: Caller | undefined
}
export interface Caller {
  readonly name: string
  readonly phone: string
  readonly company: string
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

/** Words of a process; one this page has never heard of is called by its name. Suspends while they are being fetched. */
export function useProcessWords(name: string): AnyWords {
  const words = useContext(CatalogueContext).chapters[name]?.words
  return words === undefined ? strange(name) : use(fetched(words))
}

/** The words of every process, by name, for whoever lists them all. Suspends while they are being fetched. */
export function useEveryWord(): Readonly<Record<string, AnyWords>> {
  const { chapters } = useContext(CatalogueContext)
  const coming = Object.entries(chapters).map(([name, { words }]) => [name, fetched(words)] as const)
  return Object.fromEntries(coming.map(([name, words]) => [name, use(words)]))
}

const kept = new WeakMap<Chapter['words'], Promise<AnyWords>>()

/** The same promise for the same words; one that failed is tried again. */
export function fetched(words: Chapter['words']): Promise<AnyWords> {
  const before = kept.get(words)
  if (before !== undefined) return before
  const coming = words()
  kept.set(words, coming)
  coming.catch(() => kept.delete(words))
  return coming
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
