import type { Parameter } from '#kernel/parameters/declare.ts'
import type { Process } from '#kernel/process/define.ts'
import type { AnyWords } from '#kernel/process/words.ts'

/**
 * The table of contents of the department: one line a module. Words and definition are fetched when they are needed, so
 * that the first page of the browser stays small however many modules there are. What else a module has (routes, pages) is found by the names of its files.
 */
export const modules = {
  repair: {
    words: async () => (await import('./repair/words.ts')).words,
    process: async () => (await import('./repair/process.ts')).repair,
  },
  complaint: {
    words: async () => (await import('./complaint/words.ts')).words,
    process: async () => (await import('./complaint/process.ts')).complaint,
  },
  message: {
    words: async () => (await import('./message/words.ts')).words,
    process: async () => (await import('./message/process.ts')).message,
  },
  enquiry: {
    words: async () => (await import('./enquiry/words.ts')).words,
    process: async () => (await import('./enquiry/process.ts')).enquiry,
  },
  opinion: {
    words: async () => (await import('./opinion/words.ts')).words,
    process: async () => (await import('./opinion/process.ts')).opinion,
  },
  'service-slip': {
    words: async () => (await import('./service-slip/words.ts')).words,
    process: async () => (await import('./service-slip/process.ts')).serviceSlip,
  },
  'corrective-action': {
    words: async () => (await import('./corrective-action/words.ts')).words,
    process: async () => (await import('./corrective-action/process.ts')).correctiveAction,
  },
} as const satisfies Record<string, Module>

export interface Module {
  readonly words: () => Promise<AnyWords>
  readonly process: () => Promise<Process>
}

/** Chapters without a case: only pages and routes, found by the names of their files, and the numbers they call parameters. */
export const pages = {
  calls: { parameters: async () => (await import('./calls/parameters.ts')).callParameters },
  overview: { parameters: async () => (await import('./overview/parameters.ts')).overviewParameters },
} as const satisfies Record<string, { readonly parameters?: () => Promise<readonly Parameter[]> }>
