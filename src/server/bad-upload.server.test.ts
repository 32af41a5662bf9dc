import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '#test/house.ts'
import { expectRefused } from '#test/refusals.ts'
import { deskOf, multipart, png, report } from '#test/repair-desk.ts'

/* Uploads that are not what they say: refused by name, no row, no file left behind. */

let here: TestHouse
beforeAll(async () => {
  here = await testHouse()
})
afterAll(() => here.close())

const filesLeft = async () =>
  (await readdir(here.house.filesDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    .length
const send = (name: string, bytes: Uint8Array, query = '') => multipart(`/api/files${query}`, name, bytes)

test('a file that is not what its name or its content says is refused and leaves nothing on the disk', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const wrong: [string, Uint8Array][] = [
    ['photo.png', Buffer.from('this is no picture')],
    ['photo.png', Buffer.from(svg)],
    ['photo.svg', Buffer.from(svg)],
    ['photo.jpg', png.subarray(0, png.length / 2)],
    ['photo.png', Buffer.alloc(0)],
    ['page.html', Buffer.from('<html><body>hello</body></html>')],
    ['program.exe', Buffer.from('MZ\x90\x00\x03')],
    ['scan.pdf', png],
    ['paper.pdf', Buffer.from('%PDF-1.7\nnothing')],
    ['book.xlsx', Buffer.from('PK\x03\x04broken')],
  ]
  for (const [name, bytes] of wrong)
    await expectRefused(
      here,
      'lu',
      send(name, bytes),
      { status: [400, 413, 415, 422] },
      `${name} of ${bytes.length} bytes`,
    )
  expect(await filesLeft()).toBe(0)
})

test('a photograph is no signature unless it is a picture, and a file too large is 413', async () => {
  await expectRefused(here, 'lu', send('x.pdf', Buffer.from('%PDF-1.7\n%%EOF'), '?as=signature'), { status: 422 })
  await expectRefused(here, 'lu', send('big.png', Buffer.concat([png, Buffer.alloc(40_000_000)])), { status: 413 })
  await expectRefused(here, 'lu', send('x.png', png, '?as=weapon'), { status: 400, code: 'input' })
  expect(await filesLeft()).toBe(0)
})

test('a multipart body bent out of shape is refused', async () => {
  const fine = send('x.png', png)
  const type = (boundary: string) => ({
    ...fine.headers,
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'idempotency-key': crypto.randomUUID(),
  })
  const bodies: [string, string | Buffer][] = [
    ['nothing', ''],
    ['no file', '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n--b--\r\n'],
    ['unterminated', '--b\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\n\r\nxxx'],
    [
      'many fields',
      `${Array.from({ length: 2000 }, (_, at) => `--b\r\ncontent-disposition: form-data; name="f${at}"\r\n\r\n1\r\n`).join('')}--b--\r\n`,
    ],
    ['no boundary in the body', 'hello'],
  ]
  for (const [about, payload] of bodies)
    await expectRefused(
      here,
      'lu',
      { method: 'POST', url: '/api/files', payload, headers: type('b') },
      { status: [400, 413, 415, 422] },
      about,
    )
  await expectRefused(
    here,
    'lu',
    { ...fine, headers: { 'content-type': fine.headers['content-type'] } },
    { status: 400, code: 'keyMissing' },
  )
  expect(await filesLeft()).toBe(0)
})

test('nobody uploads without a session or a guest key, and another’s upload cannot be attached or read', async () => {
  await expectRefused(here, null, send('x.png', png), { status: 404, code: 'notFound' })
  const desk = deskOf(here)
  const mine = await desk.upload('bai')
  const header = { customerId: here.customer.chengji, unitId: null, contactId: null }
  for (const who of ['lu', 'qin'] as const) {
    const stolen = {
      method: 'POST' as const,
      url: '/api/repair',
      payload: JSON.stringify({ header, input: report({ photos: [mine] }) }),
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    }
    await expectRefused(here, who, stolen, { status: 422, code: 'badReference' }, who)
    await expectRefused(here, who, { method: 'GET', url: `/api/files/${mine}` }, { status: 404, code: 'notFound' }, who)
  }
})
