import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { writeSheet } from '#kernel/forms/server/spreadsheet.ts'
import { inspect, largest } from './check.ts'

const text = (said: string) => new TextEncoder().encode(said)
const canvas = () => sharp({ create: { width: 20, height: 10, channels: 3, background: '#468' } })
const sheet = await writeSheet({
  name: 'a',
  columns: [{ key: 'a', title: 'a', width: 9, kind: 'text' }],
  rows: [{ a: 'x' }],
})
const pdf = text('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

test('pictures, PDF and workbooks are known by their content', async () => {
  expect(await inspect(await canvas().jpeg().toBuffer(), '照片.JPG')).toEqual({
    kind: 'image',
    mime: 'image/jpeg',
    ext: 'jpg',
  })
  expect(await inspect(await canvas().png().toBuffer(), 'a.b.png')).toMatchObject({ kind: 'image', ext: 'png' })
  expect(await inspect(await canvas().webp().toBuffer(), 'a.webp')).toMatchObject({ kind: 'image', ext: 'webp' })
  expect(await inspect(pdf, 'a.pdf')).toMatchObject({ kind: 'pdf' })
  expect(await inspect(sheet, 'a.xlsx')).toMatchObject({ kind: 'sheet', ext: 'xlsx' })
})

test('a file on the disk is judged as its bytes are', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'atrium-check-')), 'x')
  writeFileSync(place, pdf)
  expect(await inspect(place, 'a.pdf')).toMatchObject({ kind: 'pdf' })
})

test('a name that lies about its content is refused', async () => {
  const png = await canvas().png().toBuffer()
  for (const name of ['a.jpg', 'a.png.exe', 'png', 'a.', 'a.pdf', '', 'a.png\u0000.html', 'a.png/']) {
    expect(await inspect(png, name)).toEqual({ refused: 'extensionMismatch' })
  }
})

test.each([
  ['html', '<html><script>alert(1)</script></html>', 'a.png', 'unknownType'],
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'a.svg', 'svg'],
  ['svg behind a prolog', '<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"/>', 'a.png', 'svg'],
  ['a script', '#!/bin/sh\nrm -rf /', 'a.pdf', 'unknownType'],
  ['a program', 'MZ\u0090\u0000\u0003', 'a.png', 'unknownType'],
  ['an animation', 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'a.gif', 'unknownType'],
  ['text', 'hello', 'a.csv', 'unknownType'],
  ['nothing', '', 'a.png', 'empty'],
])('%s is refused', async (_, said, name, refused) => {
  expect(await inspect(text(said), name)).toEqual({ refused })
})

test("a telephone's HEIC is refused by its own name, so that the screen can ask for a JPEG", async () => {
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic'),
    Buffer.alloc(4),
    Buffer.from('mif1heic'),
  ])
  expect(await inspect(heic, 'IMG_1.HEIC')).toEqual({ refused: 'heic' })
})

test('a document cut short is refused', async () => {
  expect(await inspect(pdf.subarray(0, 30), 'a.pdf')).toEqual({ refused: 'truncated' })
  expect(await inspect(sheet.subarray(0, sheet.length - 40), 'a.xlsx')).toHaveProperty('refused')
})

test('each kind has its own largest size', async () => {
  const png = await canvas().png().toBuffer()
  expect(await inspect(Buffer.concat([png, Buffer.alloc(largest.image)]), 'a.png')).toEqual({ refused: 'tooLarge' })
  expect(await inspect(Buffer.concat([png, Buffer.alloc(largest.pdf)]), 'a.png')).toEqual({ refused: 'tooLarge' })
})
