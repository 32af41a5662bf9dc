import sharp from 'sharp'
import type { Tx } from '#kernel/database/database.ts'
import { type Taken, takeIn } from '#kernel/files/server/take.ts'
import type { Actor } from '#kernel/process/roles.ts'
import type { IsoInstant } from '#lib/time.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { Chance } from './random.ts'

/* A dozen strokes of a pen, drawn by chance; who signs in the sample signs with one of them. */

export async function drawSignatures(filesDir: string, luck: Chance): Promise<readonly Taken[]> {
  const drawn: Taken[] = []
  for (let at = 0; at < 12; at += 1) {
    const png = await sharp(Buffer.from(stroke(luck)))
      .png()
      .toBuffer()
    drawn.push(await takeIn(filesDir, { source: once(png), name: 'signature.png', most: 1_000_000, as: 'signature' }))
  }
  return drawn
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

function stroke(luck: Chance): string {
  let x = 30
  let path = `M ${x} ${luck.between(70, 110)}`
  while (x < 330) {
    const step = luck.between(24, 48)
    path += ` C ${x + step / 3} ${luck.between(10, 150)}, ${x + step / 2} ${luck.between(10, 150)}, ${x + step} ${luck.between(50, 120)}`
    x += step
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="160"><rect width="400" height="160" fill="white"/><path d="${path}" fill="none" stroke="#16213a" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}

/** The same picture may stand behind several rows: each signature is a file of its own slip. */
export async function fileSignature(tx: Tx, taken: Taken, by: Actor, at: IsoInstant): Promise<string> {
  const id = uuidv7(Date.parse(at))
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
      uploaded_by: by.id,
      uploaded_as: by.kind === 'clock' ? 'system' : by.kind,
      uploaded_at: at,
    })
    .execute()
  return id
}
