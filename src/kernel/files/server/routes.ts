import type { MultipartFile } from '@fastify/multipart'
import { z } from 'zod'
import type { Tx } from '#kernel/database/database.ts'
import { Refused } from '#kernel/http/problem.ts'
import type { House } from '#kernel/http/server/house.ts'
import { type AnyRoute, type Asked, route } from '#kernel/http/server/route.ts'
import { write } from '#kernel/http/server/write.ts'
import { doorWords } from '#kernel/http/words.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { disposition } from '../name.ts'
import { uploadRefusals } from '../words.ts'
import { askerOf, fileFor } from './access.ts'
import { largest } from './check.ts'
import { fileStore } from './store.ts'
import { discard, takeIn } from './take.ts'

const most = Math.max(...Object.values(largest))
/** uploads that may wait to be attached: of one guest, behind one door, of one person */
const waitingOfGuest = 9
const waitingOfPerson = 60

const byId = z.object({ id: z.uuid() })
const missing = () => new Refused({ status: 404, code: 'notFound', says: doorWords.notFound })

export const fileRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/files',
    policy: 'public',
    tag: 'files',
    id: 'files.upload',
    summary: 'Upload one photograph, signature, PDF or workbook; it waits to be attached to a slip',
    query: z.strictObject({ as: z.enum(['photo', 'signature']).default('photo') }),
    answer: z.object({
      id: z.string(),
      kind: z.enum(['image', 'pdf', 'sheet']),
      name: z.string(),
      bytes: z.int(),
      thumbnail: z.string().nullable(),
    }),
    status: 201,
    writes: true,
    upload: { most },
    limit: { perMinute: 60 },
    handle: upload,
  }),
  route({
    method: 'GET',
    path: '/api/files/:id',
    policy: 'public',
    tag: 'files',
    id: 'files.get',
    summary: 'A file, to whoever may see the slip it belongs to',
    params: byId,
    answer: 'bytes',
    handle: (asked, house) => sendFile(asked, house, 'whole'),
  }),
  route({
    method: 'GET',
    path: '/api/files/:id/thumbnail',
    policy: 'public',
    tag: 'files',
    id: 'files.thumbnail',
    summary: 'The small picture of a photograph',
    params: byId,
    answer: 'bytes',
    handle: (asked, house) => sendFile(asked, house, 'thumbnail'),
  }),
]

async function upload(asked: Asked<unknown, { as: 'photo' | 'signature' }>, house: House) {
  const actor = askerOf(asked)
  await house.database.asHouse((tx) => admitUpload(tx, asked, actor))
  const part: MultipartFile | undefined = await asked.request.file({ limits: { fileSize: most + 1 } })
  if (part === undefined) throw new Refused({ status: 400, code: 'upload.noFile', says: uploadRefusals.noFile })
  const { as } = asked.query
  const taken = await takeIn(house.filesDir, { source: part.file, name: part.filename ?? '', most, as })

  const id = uuidv7(Date.parse(house.now()))
  let written = false
  try {
    // The digest stands for the body, so that the same key with another file is refused.
    const body = { as, original: taken.original }
    return await write({ ...asked, actor, body }, house, async (tx) => {
      await tx
        .insertInto('files')
        .values({
          id,
          kind: taken.kind,
          name: taken.name,
          mime: taken.mime,
          bytes: taken.bytes,
          sha256: taken.sha256,
          path: taken.path,
          thumbnail_path: taken.thumbnailPath,
          uploaded_by: actor.id,
          uploaded_as: actor.kind,
          guest_key: actor.guestTokenHash,
          uploaded_at: house.now(),
        })
        .execute()
      written = true
      const thumbnail = taken.thumbnailPath === null ? null : `/api/files/${id}/thumbnail`
      return { id, kind: taken.kind, name: taken.name, bytes: taken.bytes, thumbnail }
    })
  } catch (error) {
    written = false
    throw error
  } finally {
    if (!written) await discard(house.filesDir, taken)
  }
}

/** Before a byte is read: a guest stands at a door that exists, and nobody piles up files he never uses. */
async function admitUpload(tx: Tx, asked: Pick<Asked, 'request'>, actor: Actor): Promise<void> {
  const waiting = tx.selectFrom('files').select('id').where('case_id', 'is', null)
  if (actor.kind === 'guest') {
    const door = asked.request.headers['x-door']
    if (typeof door !== 'string' || !/^[A-Za-z0-9_-]{16,64}$/.test(door)) throw missing()
    const unit = await tx.selectFrom('units').select('id').where('report_token', '=', door).executeTakeFirst()
    if (unit === undefined) throw missing()
    const own = await waiting.where('guest_key', '=', actor.guestTokenHash).limit(waitingOfGuest).execute()
    if (own.length >= waitingOfGuest) throw tooManyWaiting()
    return
  }
  const own = await waiting.where('uploaded_by', '=', actor.id).limit(waitingOfPerson).execute()
  if (own.length >= waitingOfPerson) throw tooManyWaiting()
}

const tooManyWaiting = () =>
  new Refused({ status: 429, code: 'upload.tooManyWaiting', says: uploadRefusals.tooManyWaiting, retryAfter: 60 })

async function sendFile(asked: Asked<{ id: string }>, house: House, which: 'whole' | 'thumbnail') {
  const actor = askerOf(asked)
  const file = await house.database.as(actor, (tx) => fileFor(tx, house, actor, asked.params.id))
  const path = which === 'whole' ? file?.path : file?.thumbnail_path
  if (file === null || typeof path !== 'string') throw missing()
  const opened = await fileStore(house.filesDir).open(path)
  if (opened === null) {
    house.log.error({ file: asked.params.id }, 'a file is missing from the disk')
    throw missing()
  }
  const reply = asked.reply
    .type(which === 'whole' ? file.mime : 'image/webp')
    .header('content-length', opened.bytes)
    .header('content-disposition', disposition(file.name))
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .header('accept-ranges', 'none')
  if (asked.request.method !== 'HEAD') return reply.send(opened.stream)
  opened.stream.destroy()
  return reply.send('')
}
