import { deflateSync } from 'node:zlib'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { redraw, redrawSignature } from './image.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#468' } })
const noise = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })

async function redrawn(bytes: Uint8Array) {
  const outcome = await redraw(bytes)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

/** A PNG that claims any size and holds a few bytes. */
function flood(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(1, 8)
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a large photograph is made smaller, a small one is left its size', async () => {
  const large = await redrawn(await plain(4000, 3000).jpeg().toBuffer())
  expect(large.picture).toMatchObject({ mime: 'image/jpeg', width: 2000, height: 1500 })
  expect(large.thumbnail).toMatchObject({ mime: 'image/webp', width: 320, height: 240 })
  expect((await redrawn(await plain(50, 40).png().toBuffer())).picture).toMatchObject({ width: 50, height: 40 })
})

test('what is see-through stays so', async () => {
  const glass = sharp({ create: { width: 30, height: 30, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.3 } } })
  const { picture } = await redrawn(await glass.png().toBuffer())
  expect(picture.mime).toBe('image/webp')
  expect((await sharp(picture.bytes).metadata()).hasAlpha).toBe(true)
})

test('the picture is turned upright and forgets where it was taken', async () => {
  const exif = { IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' } }
  const taken = await plain(60, 20).withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(taken.includes('somebody')).toBe(true)
  const { picture } = await redrawn(taken)
  expect(picture).toMatchObject({ width: 20, height: 60 })
  const left = await sharp(picture.bytes).metadata()
  expect(left.exif).toBeUndefined()
  expect(left.orientation).toBeUndefined()
})

test('a polyglot loses everything but its picture', async () => {
  const hidden = Buffer.from('<script>alert(1)</script>%PDF-1.7 PK\u0003\u0004<?php system($_GET[0]) ?>')
  const outer = Buffer.concat([await noise(80, 80).jpeg().toBuffer(), hidden])
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, hidden.length + 2]), hidden])
  const inner = Buffer.concat([outer.subarray(0, 2), comment, outer.subarray(2)])
  for (const bytes of [outer, inner]) {
    const { picture, thumbnail } = await redrawn(bytes)
    for (const clean of [picture, thumbnail]) {
      expect(Buffer.from(clean.bytes).includes('<script>')).toBe(false)
      expect(Buffer.from(clean.bytes).includes('<?php')).toBe(false)
    }
  }
})

test('a flood of pixels is refused before it is decoded', async () => {
  expect(await redraw(flood(50_000, 50_000))).toEqual({ refused: 'tooManyPixels' })
  expect(await redrawSignature(flood(50_000, 50_000))).toEqual({ refused: 'tooManyPixels' })
})

test('a picture cut short or made up is refused', async () => {
  const whole = await noise(300, 300).jpeg().toBuffer()
  expect(await redraw(whole.subarray(0, whole.length / 2))).toEqual({ refused: 'broken' })
  const png = await noise(300, 300).png().toBuffer()
  expect(await redraw(png.subarray(0, png.length / 2))).toEqual({ refused: 'broken' })
  expect(await redraw(Buffer.from('not a picture'))).toEqual({ refused: 'broken' })
})

test('a signature is a PNG with something drawn on it', async () => {
  const pad = { create: { width: 1200, height: 500, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } } }
  const stroke = Buffer.from(
    '<svg width="1200" height="500"><path d="M20 20L900 400" stroke="#000" stroke-width="9"/></svg>',
  )
  const signed = await sharp(pad)
    .composite([{ input: stroke }])
    .png()
    .toBuffer()
  expect(await redrawSignature(signed)).toMatchObject({ mime: 'image/png', width: 900, height: 375 })
  expect(await redrawSignature(await sharp(pad).png().toBuffer())).toEqual({ refused: 'notASignature' })
  expect(await redrawSignature(stroke)).toEqual({ refused: 'notASignature' })
  expect(await redrawSignature(await plain(20, 20).jpeg().toBuffer())).toEqual({ refused: 'notASignature' })
})
