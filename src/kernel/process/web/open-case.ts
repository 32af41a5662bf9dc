import { createContext, useContext } from 'react'
import type { OpeningStart } from './catalogue.tsx'

/** Opens the form for a new case over whatever page one is on. */
export type OpenCase = (process: string, start?: OpeningStart) => void

export const OpenCaseContext = createContext<OpenCase>(() => {})
export const useOpenCase = (): OpenCase => useContext(OpenCaseContext)
