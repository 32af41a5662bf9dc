import type { PaperMaker } from '#kernel/process/papers.ts'
import { reportPaper } from './papers/report.ts'

/** What stands on the paper of a corrective action, by the name of the definition. */
export const papers: Readonly<Record<string, PaperMaker>> = { report: reportPaper }
