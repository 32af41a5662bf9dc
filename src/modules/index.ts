import type { Parameter } from '#kernel/parameters/declare.ts'
import type { Process } from '#kernel/process/define.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import { words as repair } from './repair/words.ts'

/**
 * The table of contents of the department: one line a module. Words are at hand; the definition is fetched when needed, so
 * that the first page of the browser stays small. What else a module has (routes, pages) is found by the names of its files.
 */
export const modules = {
  repair: { words: repair, process: async () => (await import('./repair/process.ts')).repair },
} as const satisfies Record<string, Module>

export interface Module {
  readonly words: AnyWords
  readonly process: () => Promise<Process>
}

/** Chapters without a case: only pages and routes, found by the names of their files, and the numbers they call parameters. */
export const pages = {
  calls: {},
  overview: {},
} as const satisfies Record<string, { readonly parameters?: () => Promise<readonly Parameter[]> }>
