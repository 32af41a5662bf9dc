import { list, type Process } from './define.ts'
import type { Role } from './roles.ts'

/** Who prints the register of a day: of those who may print the paper it is made from, the house's own people. */
export const dailyPrinters = (process: Process, paper: string): Exclude<Role, 'TADM'>[] =>
  list(process.papers[paper]?.by).filter((role) => role !== 'TADM')
