import { describe, expect, test } from 'vitest'
import { surfaces, tones } from './tones.ts'

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: string, other: string) => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left)
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'] as const)('in the %s theme', (scheme) => {
  const ground = surfaces[scheme]

  test.each(Object.entries(tones[scheme]))('the tone %s is readable on its own ground and on a card', (_name, tone) => {
    expect(contrast(tone.ink, tone.ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tone.ink, ground.surface)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tone.edge, ground.surface)).toBeGreaterThanOrEqual(3)
  })

  test('text is readable on every surface', () => {
    for (const behind of [ground.page, ground.surface, ground.raised])
      for (const ink of [ground.ink, ground.soft, ground.accent])
        expect(contrast(ink, behind)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ground.accent, ground.accentGround)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ground.bandInk, ground.band)).toBeGreaterThanOrEqual(4.5)
  })
})
