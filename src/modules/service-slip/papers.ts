import type { PaperMaker } from '#kernel/process/papers.ts'
import { slipPaper } from './papers/slip.ts'

/** What stands on the paper of a service slip, by the name of the definition. */
export const papers: Readonly<Record<string, PaperMaker>> = { slip: slipPaper }
