import { z } from 'zod'
import { json } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { doorWords } from '#kernel/http/words.ts'
import { actingRole, problemsOf } from '#kernel/process/decide.ts'
import { longText, moment } from '#kernel/process/fields.ts'
import type { Actor, Role } from '#kernel/process/roles.ts'
import type { Declared, Parameter } from '../declare.ts'
import { parameterUnits } from '../declare.ts'
import type { ParameterGroup, ParameterRow, ParameterVersion } from '../view.ts'
import { parameterGroups, parameterRefusals as refusals } from '../words.ts'
import { refuseInput } from './refuse.ts'
import { announceRules } from './rulebook.ts'

const both = z.object({ zh: z.string(), en: z.string() })
const version = z.object({
  value: z.unknown(),
  effectiveFrom: z.string(),
  setBy: z.string().nullable(),
  setAt: z.string(),
  reason: z.string(),
  holds: z.enum(['past', 'now', 'later']),
})
const row = z.object({
  key: z.string(),
  says: both,
  unit: z.enum(parameterUnits),
  step: z.string().nullable(),
  shape: z.unknown(),
  default: z.unknown(),
  value: z.unknown(),
  mayEdit: z.boolean(),
  versions: z.array(version),
})
const list = z.object({ groups: z.array(z.object({ group: z.string(), name: both, items: z.array(row) })) })
const newVersion = z.strictObject({
  value: z.unknown(),
  /** null: at once */
  effectiveFrom: moment().nullable(),
  reason: longText(500),
})

const readers: readonly Role[] = ['GM', 'PM', 'CSM', 'FINM', 'FIN', 'LEA', 'SYS']

/** The parameters that are declared are known when the server starts, so the routes are made from them. */
export const parameterRoutes = (known: Declared): readonly AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/house',
    policy: 'public',
    tag: 'parameters',
    id: 'house.show',
    summary: 'Whose house this is, and the telephone of its desk',
    answer: z.object({ company: both, deskPhone: z.string() }),
    handle: async (_asked, house) => ({
      company: house.rulebook.parameter<z.infer<typeof both>>('company.name', house.now()),
      deskPhone: house.rulebook.parameter<string>('company.desk_phone', house.now()),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/parameters',
    policy: readers,
    tag: 'parameters',
    id: 'parameters.list',
    summary: 'Every parameter with its versions',
    answer: list,
    handle: async ({ actor }, house) => ({ groups: await groups(known, actor, house) }),
  }),
  route({
    method: 'POST',
    path: '/api/parameters/:key',
    policy: readers,
    tag: 'parameters',
    id: 'parameters.set',
    summary: 'A new version of a parameter',
    params: z.object({ key: z.string().max(80) }),
    body: newVersion,
    answer: z.object({ key: z.string(), effectiveFrom: z.string() }),
    status: 201,
    writes: true,
    handle: async (asked, house) => {
      const { key } = asked.params
      const parameter = known.get(key)
      if (parameter === undefined) throw new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })
      if (actingRole(asked.actor, parameter.editableBy) === null) {
        throw new Refused({ status: 403, code: 'notYours', says: doorWords.notYours })
      }
      const read = parameter.schema.safeParse(asked.body.value)
      if (!read.success) throw refuseInput(problemsOf(read.error.issues), 'value')
      const answer = await write(asked, house, async (tx) => {
        const now = house.now()
        const effectiveFrom = asked.body.effectiveFrom ?? now
        if (effectiveFrom < now) throw new Refused({ status: 422, code: 'tooEarly', says: refusals.tooEarly })
        const written = await tx
          .insertInto('parameters')
          .values({
            key,
            effective_from: effectiveFrom,
            value: json(read.data),
            set_by: asked.actor.id,
            set_at: now,
            reason: asked.body.reason,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
        if (written.numInsertedOrUpdatedRows !== 1n) {
          throw new Refused({ status: 409, code: 'sameMoment', says: refusals.sameMoment })
        }
        await announceRules(tx)
        return { key, effectiveFrom }
      })
      await house.database.asHouse((tx) => house.rulebook.renew(tx))
      return answer
    },
  }),
]

async function groups(known: Declared, actor: Actor, house: House): Promise<ParameterGroup[]> {
  const now = house.now()
  const versions = await house.database.as(actor, (tx) =>
    tx
      .selectFrom('parameters')
      .leftJoin('people', 'people.id', 'parameters.set_by')
      .select(['key', 'value', 'effective_from', 'set_at', 'reason', 'people.name'])
      .orderBy('effective_from', 'desc')
      .execute(),
  )
  const byKey = Map.groupBy(versions, ({ key }) => key)
  const rows = [...known.values()].map((parameter): ParameterRow => {
    const own = byKey.get(parameter.key) ?? []
    const holding = own.find((version) => version.effective_from <= now)
    return {
      key: parameter.key,
      says: parameter.says,
      unit: parameter.unit,
      step: parameter.step ?? null,
      shape: shapeOf(parameter),
      default: parameter.default,
      value: house.rulebook.parameter(parameter.key, now),
      mayEdit: actingRole(actor, parameter.editableBy) !== null,
      versions: own.map(
        (version): ParameterVersion => ({
          value: version.value,
          effectiveFrom: version.effective_from,
          setBy: version.name,
          setAt: version.set_at,
          reason: version.reason,
          holds: version === holding ? 'now' : version.effective_from > now ? 'later' : 'past',
        }),
      ),
    }
  })
  return [...Map.groupBy(rows, ({ key }) => key.slice(0, key.indexOf('.')))].map(([group, items]) => ({
    group,
    name: nameOf(group, house),
    items,
  }))
}

const nameOf = (group: string, house: House) =>
  parameterGroups[group] ??
  house.modules.find(({ process }) => process.name === group)?.words.name ?? { zh: group, en: group }

const shapeOf = (parameter: Parameter): unknown =>
  z.toJSONSchema(parameter.schema, { io: 'input', unrepresentable: 'any' })
