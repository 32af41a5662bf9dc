import { z } from 'zod'
import { declareParameter, type Parameter } from '#kernel/parameters/declare.ts'
import { figures } from './process/figures.ts'
import { parameterWords } from './words.ts'
import { type FigureKey, figureWords } from './words/figures.ts'

/* Targets of domain §7, each a parameter, and the days in which a new report counts as rework. */

export const rereportKey = 'overview.rereport_days'
export const targetKey = (figure: FigureKey): string => `overview.target.${figure}`

const targets = Object.entries(figures).flatMap(([key, { target, no }]): Parameter[] =>
  target === null
    ? []
    : [
        declareParameter({
          key: targetKey(key as FigureKey),
          default: target,
          schema: z.int().min(0).max(10_000),
          unit: 'basisPoints',
          editableBy: ['PM', 'GM'],
          says: parameterWords.target(figureWords[key as FigureKey].says),
          step: `§7 ${no}`,
        }),
      ],
)

export const overviewParameters: readonly Parameter[] = [
  ...targets,
  declareParameter({
    key: rereportKey,
    default: 7,
    schema: z.int().min(1).max(60),
    unit: 'days',
    editableBy: ['CSM', 'PM', 'GM'],
    says: parameterWords.rereportDays,
    step: '§7 M5',
  }),
]
