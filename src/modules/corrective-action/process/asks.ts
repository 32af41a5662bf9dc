import { z } from 'zod'
import { choice, choices, day, longText, photos, text } from '#kernel/process/fields.ts'
import { causes, departments, effects, exemptions, kinds, sources } from '../slip.ts'

/* What opening a report and each action ask: the four parts of F-42 in order. */

export const Begin = z
  .object({
    department: choice(departments),
    source: choice(sources),
    sourceText: text(200).optional(),
    kind: choice(kinds).optional(),
    fact: longText(2000),
    photos: photos('photo').optional(),
  })
  .strict()
export const Plan = z
  .object({
    causes: choices(causes).min(1),
    causeText: longText(2000),
    responsible: text(60),
    corrective: longText(2000),
    correctiveBy: day(),
    preventive: longText(2000),
    preventiveBy: day(),
    generalisation: longText(500).optional(),
  })
  .strict()
export const Reason = z.object({ reason: longText(500) }).strict()
/** Evidence: a picture, or a note of what proves it where nothing can be photographed. */
export const Implement = z
  .object({ implementation: longText(2000), photos: photos('evidence').optional(), evidence: text(300).optional() })
  .strict()
  .refine((input) => (input.photos ?? []).length > 0 || input.evidence !== undefined, {
    path: ['photos'],
    message: 'required',
  })
export const Verify = z.object({ effect: choice(effects), verifyNote: longText(500) }).strict()
export const Exempt = z.object({ exemption: choice(exemptions), reason: longText(500) }).strict()
