/**
 * Every picture is drawn anew: turned as the camera meant it, without place, time or owner, and without whatever else
 * was hidden in the file. What leaves here was written by us.
 */
import sharp, { type Sharp } from 'sharp'

export type Picture = {
  readonly bytes: Uint8Array
  readonly mime: string
  readonly width: number
  readonly height: number
}
export type Redrawn = { readonly picture: Picture; readonly thumbnail: Picture }
export type PictureRefusal = { readonly refused: 'tooManyPixels' | 'broken' | 'notASignature' }

const mostPixels = 60_000_000
const longestSide = 2000
const thumbnailSide = 320
const signatureSize = { width: 900, height: 400 }
const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** JPEG of at most 2000 pixels a side (webp when it is see-through) and a webp thumbnail of 320. */
export async function redraw(bytes: Uint8Array): Promise<Redrawn | PictureRefusal> {
  return await decoding(async () => {
    const { hasAlpha } = await reader(bytes).metadata()
    const whole = reader(bytes).autoOrient().resize(fitted(longestSide))
    const picture = await written(hasAlpha ? whole.webp({ quality: 85 }) : whole.jpeg({ quality: 82, mozjpeg: true }))
    const small = reader(picture.bytes).resize(fitted(thumbnailSide))
    return { picture, thumbnail: await written(small.webp({ quality: 75 })) }
  })
}

/** A signature as the pad drew it: a PNG and nothing else, and something must be drawn on it. */
export async function redrawSignature(bytes: Uint8Array): Promise<Picture | PictureRefusal> {
  if (!pngMark.equals(bytes.subarray(0, pngMark.length))) return { refused: 'notASignature' }
  return await decoding(async () => {
    const { channels } = await reader(bytes).flatten({ background: 'white' }).stats()
    if (channels.every((channel) => channel.min === channel.max)) return { refused: 'notASignature' as const }
    const { width, height } = signatureSize
    return await written(reader(bytes).resize({ width, height, fit: 'inside', withoutEnlargement: true }).png())
  })
}

/** Refuses a file cut short rather than filling the rest with grey. */
function reader(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated', sequentialRead: true })
}

function fitted(side: number) {
  return { width: side, height: side, fit: 'inside' as const, withoutEnlargement: true }
}

async function written(drawing: Sharp): Promise<Picture> {
  const { data, info } = await drawing.toBuffer({ resolveWithObject: true })
  return { bytes: data, mime: `image/${info.format}`, width: info.width, height: info.height }
}

async function decoding<T>(draw: () => Promise<T>): Promise<T | PictureRefusal> {
  try {
    return await draw()
  } catch (error) {
    return { refused: String(error).includes('pixel limit') ? 'tooManyPixels' : 'broken' }
  }
}
