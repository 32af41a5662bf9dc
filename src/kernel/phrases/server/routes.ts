import { z } from 'zod'
import { Refused } from '#kernel/http/problem.ts'
import { type AnyRoute, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { doorWords } from '#kernel/http/words.ts'
import { actingRole } from '#kernel/process/decide.ts'
import { choice, flag, longText, text } from '#kernel/process/fields.ts'
import type { Role } from '#kernel/process/roles.ts'
import { phraseKinds, scenes } from '../view.ts'
import { phraseOf, phrasesNow } from './queries.ts'
import { addPhrase, setPhrase } from './write-phrase.ts'

const editors: readonly Role[] = ['CSM', 'CSS']

const phrase = z.object({
  code: z.string(),
  version: z.int(),
  kind: z.enum(phraseKinds),
  scene: z.enum(scenes),
  topicZh: z.string(),
  topicEn: z.string(),
  textZh: z.string(),
  textEn: z.string(),
  preferredZh: z.string(),
  preferredEn: z.string(),
  matches: z.array(z.string()),
  harmless: z.array(z.string()),
  note: z.string(),
  retired: z.boolean(),
})
const version = phrase.extend({ setBy: z.string().nullable(), setAt: z.string(), reason: z.string() })

const asked = {
  scene: choice(scenes),
  topicZh: text(40, 0),
  topicEn: text(80, 0),
  textZh: longText(300),
  textEn: longText(600, 0),
  preferredZh: longText(300, 0),
  preferredEn: longText(600, 0),
  matches: z.array(text(40)).max(20),
  harmless: z.array(text(40)).max(30),
  note: text(300, 0),
  reason: longText(500, 0),
}
const Code = z.object({ code: z.string().regex(/^[WJEAR][0-9]{2,4}$/) })
const written = z.object({ code: z.string(), version: z.int() })

/** The phrasebook: everybody on the staff reads it, the service desk's heads keep it (domain §6). */
export const phraseRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/phrases',
    policy: 'staff',
    tag: 'phrases',
    id: 'phrases.list',
    summary: 'The phrasebook as it holds now, retired phrases included',
    answer: z.object({ items: z.array(phrase), mayEdit: z.boolean() }),
    handle: async ({ actor }, house) => ({
      items: await house.database.as(actor, (tx) => phrasesNow(tx)),
      mayEdit: actingRole(actor, editors) !== null,
    }),
  }),
  route({
    method: 'GET',
    path: '/api/phrases/:code',
    policy: 'staff',
    tag: 'phrases',
    id: 'phrases.history',
    summary: 'Every version of a phrase, newest first',
    params: Code,
    answer: z.object({ versions: z.array(version) }),
    handle: async ({ actor, params }, house) => {
      const rows = await house.database.as(actor, (tx) =>
        tx
          .selectFrom('phrases')
          .leftJoin('people', 'people.id', 'phrases.set_by')
          .selectAll('phrases')
          .select('people.name')
          .where('code', '=', params.code)
          .orderBy('version', 'desc')
          .execute(),
      )
      if (rows.length === 0) throw new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })
      return {
        versions: rows.map((row) => ({
          ...phraseOf(row),
          setBy: row.name,
          setAt: row.set_at,
          reason: row.reason,
        })) as z.infer<typeof version>[],
      }
    },
  }),
  route({
    method: 'POST',
    path: '/api/phrases',
    policy: editors,
    tag: 'phrases',
    id: 'phrases.add',
    summary: 'A new phrase; its code is the next of its kind',
    body: z.strictObject({ kind: choice(phraseKinds), ...asked }),
    answer: written,
    status: 201,
    writes: true,
    handle: (request, house) =>
      write(request, house, (tx) => addPhrase(tx, request.body, { by: request.actor.id, at: house.now() })),
  }),
  route({
    method: 'POST',
    path: '/api/phrases/:code',
    policy: editors,
    tag: 'phrases',
    id: 'phrases.set',
    summary: 'A new version of a phrase: other words, retired or restored',
    params: Code,
    body: z.strictObject({ version: z.int().min(1), ...asked, retired: flag() }),
    answer: written,
    status: 201,
    writes: true,
    handle: (request, house) =>
      write(request, house, (tx) =>
        setPhrase(tx, request.params.code, request.body, { by: request.actor.id, at: house.now() }),
      ),
  }),
]
