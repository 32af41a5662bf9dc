import { createContext, useContext } from 'react'
import type { CaseRow } from '../view.ts'
import type { AnyWords } from '../words.ts'

/** What every field of a form may need to know besides its own value. */
export interface FormSurroundings {
  readonly words: AnyWords
  /** whose contacts may be named */
  readonly customerCode: string | null
  /** the case whose action is asked; null while one is being opened */
  readonly of: CaseRow | null
  /** names of people already mentioned, by id */
  readonly names: Readonly<Record<string, string>>
}

const nobody: FormSurroundings = {
  words: {
    name: both(''),
    paper: both(''),
    states: {},
    actions: {},
    needs: {},
    clocks: {},
    fields: {},
    options: {},
    papers: {},
    more: {},
  },
  customerCode: null,
  of: null,
  names: {},
}
function both(text: string) {
  return { zh: text, en: text }
}

export const FormContext = createContext<FormSurroundings>(nobody)
export const useForm = (): FormSurroundings => useContext(FormContext)
