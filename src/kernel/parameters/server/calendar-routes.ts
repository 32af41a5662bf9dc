import { z } from 'zod'
import { json } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { actingRole } from '#kernel/process/decide.ts'
import { text } from '#kernel/process/fields.ts'
import type { Role } from '#kernel/process/roles.ts'
import { dayOfDate, weekdayOfDay } from '#lib/shanghai.ts'
import { dateOf } from '#lib/show-time.ts'
import { isDate } from '#lib/time.ts'
import type { DayKind } from '#lib/working-calendar.ts'
import { parameterRefusals as refusals } from '../words.ts'
import { daysOfYear, missingYears } from './calendar.ts'
import { announceRules } from './rulebook.ts'

const kinds = ['workday', 'weekend', 'holiday', 'makeup'] as const satisfies readonly DayKind[]
const editors: readonly Role[] = ['CSM', 'PM', 'GM']

const year = z.object({
  year: z.int(),
  days: z.array(z.object({ day: z.string(), kind: z.enum(kinds), name: z.string() })),
  missing: z.array(z.int()),
  mayEdit: z.boolean(),
})

const changes = z.strictObject({
  days: z
    .array(
      z.strictObject({
        day: z.iso.date().refine((day) => isDate(day) && day >= '2000' && day < '2101', 'absurdDate'),
        /** ordinary: what its weekday says */
        kind: z.enum([...kinds, 'ordinary']),
        name: text(60, 0),
      }),
    )
    .min(1)
    .max(366),
})

/** The working calendar (domain §1.2): loaded yearly from the notice of the State Council, never part of the program. */
export const calendarRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/calendar',
    policy: 'staff',
    tag: 'parameters',
    id: 'calendar.year',
    summary: 'The days of a year that are not what their weekday says',
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    answer: year,
    handle: async ({ actor, query }, house) => {
      const now = house.now()
      const wanted = query.year ?? Number(dateOf(now).slice(0, 4))
      return await house.database.as(actor, async (tx) => ({
        year: wanted,
        days: await daysOfYear(tx, wanted),
        missing: await missingYears(tx, now),
        mayEdit: actingRole(actor, editors) !== null,
      }))
    },
  }),
  route({
    method: 'POST',
    path: '/api/calendar',
    policy: editors,
    tag: 'parameters',
    id: 'calendar.set',
    summary: 'Enter holidays and make-up working days, one or a whole year of them',
    body: changes,
    answer: z.object({ changed: z.int() }),
    writes: true,
    handle: async (asked, house) => {
      const { days } = asked.body
      if (days.some(({ day, kind }) => kind === 'makeup' && weekdayOfDay(dayOfDate(day)) < 6)) {
        throw new Refused({ status: 422, code: 'makeupOnWeekday', says: refusals.makeupOnWeekday })
      }
      const answer = await write(asked, house, async (tx) => {
        const today = dateOf(house.now())
        if (days.some(({ day }) => day < today))
          throw new Refused({ status: 422, code: 'pastDay', says: refusals.pastDay })
        await tx
          .deleteFrom('calendar_days')
          .where(
            'day',
            'in',
            days.map(({ day }) => day),
          )
          .execute()
        const kept = new Map(days.map((day) => [day.day, day]))
        const moved = [...kept.values()].flatMap(({ day, kind, name }) =>
          kind === 'ordinary' ? [] : [{ day, kind, name }],
        )
        if (moved.length > 0) await tx.insertInto('calendar_days').values(moved).execute()
        await tx
          .insertInto('security_log')
          .values({ at: house.now(), person_id: asked.actor.id, event: 'calendar.set', detail: json({ days }) })
          .execute()
        await announceRules(tx)
        return { changed: kept.size }
      })
      await house.database.asHouse((tx) => house.rulebook.renew(tx))
      return answer
    },
  }),
]
