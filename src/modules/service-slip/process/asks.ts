import { z } from 'zod'
import { choice, flag, longText, moment, photos, staffMembers, text } from '#kernel/process/fields.ts'
import { departments } from '../slip.ts'
import { doers } from './states.ts'

/* What opening a service slip and each action ask: the blanks of F-41 in the order they are filled. */

export const Request = z
  .object({
    department: choice(departments),
    content: longText(2000),
    requiredBy: moment(),
    customerWish: longText(500).optional(),
    urgent: flag().optional(),
    sourceText: text(200).optional(),
    photos: photos('photo').optional(),
  })
  .strict()
export const Assign = z.object({ workers: staffMembers(1, 6, ...doers) }).strict()
export const Suggest = z
  .object({ requiredBy: moment(), reason: longText(500), ownWorkFirst: flag().default(false) })
  .strict()
export const Reason = z.object({ reason: longText(500) }).strict()
export const Revise = z.object({ requiredBy: moment(), reason: longText(500) }).strict()
export const Photograph = z.object({ photos: photos('before', 1) }).strict()
export const Finish = z.object({ result: longText(2000), photos: photos('after').optional() }).strict()
export const Verify = z.object({ verifyNote: longText(500).optional() }).strict()
export const GiveBack = z.object({ reason: longText(500), requiredBy: moment() }).strict()
