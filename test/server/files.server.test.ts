import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attach } from '#kernel/files/server/attach.ts'
import { sweepFiles } from '#kernel/files/server/sweep.ts'
import type { Actor } from '#kernel/process/roles.ts'
import { uuidv7 } from '#lib/uuid.ts'
import { type Somebody, type TestHouse, type tenants, testHouse } from '#test/house.ts'
import { signIn } from '#test/sign-in.ts'

const at = '2026-11-24T02:00:00.000Z'
const door = 'door-1-1701-0123456789abcdef'
const guestKey = 'guest-key-0123456789-0123456789-abcdef'
const cookies = new Map<Somebody, string>()
let trial: TestHouse
let photo: Buffer

beforeAll(async () => {
  trial = await testHouse(at)
  for (const who of ['lu', 'wang', 'peng', 'ye', 'qin', 'tao', 'bai'] as const)
    cookies.set(who, await signIn(trial, who))
  photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#369' } })
    .jpeg()
    .toBuffer()
})

afterAll(() => trial.close())

async function addCase(number: string, openedBy?: Somebody): Promise<string> {
  const id = uuidv7(Date.parse(at))
  await trial.house.database.asHouse((tx) =>
    tx
      .insertInto('cases')
      .values({
        id,
        process: 'repair',
        number,
        state: 'registered',
        title: '灯不亮',
        customer_id: trial.customer.chengji,
        opened_by: openedBy === undefined ? null : trial.id[openedBy],
        opened_as: 'staff',
        opened_at: at,
        entered_at: at,
      })
      .execute(),
  )
  return id
}

interface Sending {
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
}

const boundary = 'trial-boundary-7d1f'

/** One file as a browser sends it. */
function upload(
  who: Somebody | null,
  file = '照片.jpg',
  bytes: Uint8Array = photo,
  { key, headers, query = '' }: Sending = {},
) {
  const part = `content-disposition: form-data; name="file"; filename="${file.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream`
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\n${part}\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const cookie = who === null ? {} : { cookie: cookies.get(who) ?? '' }
  const type = {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'idempotency-key': key ?? crypto.randomUUID(),
  }
  return trial.running.app.inject({
    method: 'POST',
    url: `/api/files${query}`,
    payload,
    headers: { ...cookie, ...type, ...headers },
  })
}

function get(
  who: Somebody | null,
  id: string,
  more = '',
  method: 'GET' | 'HEAD' = 'GET',
  headers: Record<string, string> = {},
) {
  const cookie = who === null ? {} : { cookie: cookies.get(who) ?? '' }
  return trial.running.app.inject({ method, url: `/api/files/${id}${more}`, headers: { ...cookie, ...headers } })
}

const actor = (who: Somebody, company: keyof typeof tenants | null = null): Actor => ({
  kind: company === null ? 'staff' : 'customer',
  id: trial.id[who],
  name: who,
  roles: [company === null ? 'CSA' : 'TADM'],
  customerId: company === null ? null : trial.customer[company],
  guestTokenHash: null,
})

const attachTo = (caseId: string, fileId: string, who: Actor) =>
  trial.house.database.as(who, (tx) =>
    attach(tx, { files: [{ id: fileId, purpose: 'photo' }], caseId, actor: who, at }),
  )

test('a photograph is kept drawn anew, with a thumbnail, and only its uploader may see it until it is attached', async () => {
  const answer = await upload('qin')
  expect(answer.statusCode).toBe(201)
  const file = answer.json<{ id: string; name: string; thumbnail: string }>()
  expect(file).toMatchObject({ kind: 'image', name: '照片.jpg', thumbnail: `/api/files/${file.id}/thumbnail` })
  for (const [name, status] of [
    ['qin', 200],
    ['tao', 404],
    ['bai', 404],
    ['lu', 404],
    [null, 404],
  ] as const) {
    expect((await get(name, file.id)).statusCode).toBe(status)
    expect((await get(name, file.id, '/thumbnail')).statusCode).toBe(status)
  }
})

test('an attached file has the rights of its case, on every way to it', async () => {
  const { id } = (await upload('qin')).json<{ id: string }>()
  const caseId = await addCase('GW-2026-0001', 'ye')
  await attachTo(caseId, id, actor('qin', 'chengji'))
  const rights = [
    ['qin', 200],
    ['lu', 200],
    ['wang', 200],
    ['ye', 200],
    ['tao', 404],
    ['bai', 404],
    ['peng', 404],
    [null, 404],
  ] as const
  for (const [name, status] of rights) {
    for (const more of ['', '/thumbnail']) {
      expect((await get(name, id, more)).statusCode, `${name}${more}`).toBe(status)
      const head = await get(name, id, more, 'HEAD')
      expect(head.statusCode, `HEAD ${name}${more}`).toBe(status)
      expect(head.rawPayload).toHaveLength(0)
    }
  }
})

test('a file comes as itself and as nothing else', async () => {
  const { id } = (await upload('lu', '配电箱 "A".jpg')).json<{ id: string }>()
  const { headers, rawPayload } = await get('lu', id, '', 'GET', { range: 'bytes=0-9' })
  expect(headers).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'accept-ranges': 'none',
  })
  expect(headers['content-security-policy']).toContain('sandbox')
  expect(headers['content-disposition']).toContain("filename*=UTF-8''%E9%85%8D%E7%94%B5%E7%AE%B1")
  expect(rawPayload).toHaveLength(Number(headers['content-length']))
})

test('an upload is nobody else’s to attach, and no longer anybody’s once it is on a case', async () => {
  const { id } = (await upload('qin')).json<{ id: string }>()
  const [first, second] = [await addCase('GW-2026-0002'), await addCase('GW-2026-0003')]
  const refused = { spec: { code: 'badReference' } }
  await expect(attachTo(first, id, actor('lu'))).rejects.toMatchObject(refused)
  await expect(attachTo(first, id, actor('bai', 'fengyao'))).rejects.toMatchObject(refused)
  await expect(attachTo(first, uuidv7(5), actor('qin', 'chengji'))).rejects.toMatchObject(refused)
  await attachTo(first, id, actor('qin', 'chengji'))
  await attachTo(first, id, actor('qin', 'chengji'))
  await expect(attachTo(second, id, actor('qin', 'chengji'))).rejects.toMatchObject(refused)
})

test('a repeated upload is one file, and the same key with another file is refused', async () => {
  const key = 'the-same-key-0001'
  const [one, two] = [await upload('lu', 'a.jpg', photo, { key }), await upload('lu', 'a.jpg', photo, { key })]
  expect(two.statusCode).toBe(201)
  expect(two.body).toBe(one.body)
  const other = await sharp(photo).negate().jpeg().toBuffer()
  expect((await upload('lu', 'a.jpg', other, { key })).statusCode).toBe(422)
  expect((await readdir(`${trial.house.filesDir}/incoming`)).length).toBe(0)
})

test('what is not what it says it is gets a reason, and leaves nothing on the disk', async () => {
  const count = async () =>
    (await readdir(trial.house.filesDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length
  const before = await count()
  const cases = [
    ['page.html', Buffer.from('<html>'), 'upload.unknownType', 422],
    ['a.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'upload.svg', 422],
    ['a.pdf', photo, 'upload.extensionMismatch', 422],
    ['a.jpg', photo.subarray(0, 500), 'upload.broken', 422],
    ['a.jpg', Buffer.alloc(0), 'upload.empty', 422],
    ['a.jpg', Buffer.concat([photo, Buffer.alloc(31 * 1024 * 1024)]), 'upload.tooLarge', 413],
  ] as const
  for (const [name, bytes, code, status] of cases) {
    const answer = await upload('lu', name, bytes)
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
  }
  expect(await count()).toBe(before)
})

test('a signature is a drawing from the pad', async () => {
  const drawn = await sharp({ create: { width: 300, height: 100, channels: 4, background: '#0000' } })
    .composite([{ input: { create: { width: 80, height: 8, channels: 4, background: '#000f' } }, left: 20, top: 40 }])
    .png()
    .toBuffer()
  const empty = await sharp({ create: { width: 300, height: 100, channels: 4, background: '#0000' } })
    .png()
    .toBuffer()
  const query = '?as=signature'
  expect((await upload('qin', 'sign.png', drawn, { query })).json()).toMatchObject({ kind: 'image', thumbnail: null })
  for (const bytes of [empty, photo]) {
    const answer = await upload('qin', bytes === photo ? 'sign.jpg' : 'sign.png', bytes, { query })
    expect(answer.json()).toMatchObject({ code: 'upload.notASignature' })
  }
})

test('a guest uploads only behind a door that exists, sees only his own, and only so many', async () => {
  const headers = { 'x-guest-key': guestKey, 'x-door': door }
  expect((await upload(null)).statusCode).toBe(404)
  expect((await upload(null, 'a.jpg', photo, { headers: { 'x-guest-key': guestKey } })).statusCode).toBe(404)
  expect((await upload(null, 'a.jpg', photo, { headers: { ...headers, 'x-door': `${door}x` } })).statusCode).toBe(404)
  const { id } = (await upload(null, 'a.jpg', photo, { headers })).json<{ id: string }>()
  const asGuest = (key: string) => get(null, id, '', 'GET', { 'x-guest-key': key })
  expect((await asGuest(guestKey)).statusCode).toBe(200)
  expect((await asGuest(`${guestKey}x`)).statusCode).toBe(404)
  expect((await get('lu', id)).statusCode).toBe(404)
  for (let more = 1; more < 9; more += 1) expect((await upload(null, 'a.jpg', photo, { headers })).statusCode).toBe(201)
  expect((await upload(null, 'a.jpg', photo, { headers })).statusCode).toBe(429)
})

test('what was never attached goes after a day, what is attached stays', async () => {
  trial.setClock('2026-11-25T02:00:01.000Z')
  const { rows } = await sweepFiles(trial.house)
  expect(rows).toBeGreaterThan(10)
  const left = await trial.house.database.asHouse((tx) => tx.selectFrom('files').select(['id', 'case_id']).execute())
  expect(left).toHaveLength(2)
  expect(left.every(({ case_id }) => case_id !== null)).toBe(true)
  for (const { id } of left) expect((await get('lu', id)).statusCode).toBe(200)
})
