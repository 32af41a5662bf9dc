/** A photograph as a telephone takes it, made here so that no picture has to be kept. */
import sharp from 'sharp'

export const photograph = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#8aa7b8' } })
    .composite([
      { input: { create: { width: 500, height: 300, channels: 3, background: '#d8c48a' } }, left: 500, top: 400 },
    ])
    .jpeg()
    .toBuffer()
