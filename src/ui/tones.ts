/** The colours with a meaning, in both themes. Ink on ground reaches 4.5 : 1 everywhere (`tones.test.ts`). */

export type Tone = 'neutral' | 'info' | 'active' | 'warn' | 'danger' | 'done'
export type Scheme = 'light' | 'dark'

export interface ToneColours {
  /** text and dot */
  readonly ink: string
  /** behind the text */
  readonly ground: string
  /** bars and borders: 3 : 1 against the surface */
  readonly edge: string
}

export const tones: Record<Scheme, Record<Tone, ToneColours>> = {
  light: {
    neutral: { ink: '#475561', ground: '#eaeff3', edge: '#74838f' },
    info: { ink: '#17508c', ground: '#e2eefb', edge: '#3a7cc4' },
    active: { ink: '#0b5560', ground: '#d9f0f1', edge: '#15808c' },
    warn: { ink: '#844400', ground: '#fdeed6', edge: '#c06a00' },
    danger: { ink: '#a01c1c', ground: '#fde5e3', edge: '#d0342c' },
    done: { ink: '#1c5c33', ground: '#e0f3e5', edge: '#2f8a50' },
  },
  dark: {
    neutral: { ink: '#b8c5cf', ground: '#26323c', edge: '#7d8d99' },
    info: { ink: '#9cc8f6', ground: '#173150', edge: '#5a9be0' },
    active: { ink: '#84d7dc', ground: '#103a40', edge: '#35a3ac' },
    warn: { ink: '#f7c27c', ground: '#42300f', edge: '#df9432' },
    danger: { ink: '#ffaaa3', ground: '#4a1e1e', edge: '#f0675e' },
    done: { ink: '#93d9a8', ground: '#16381f', edge: '#4bb26d' },
  },
}

/** The house's own surfaces. `ink` and `soft` are text; `accent` is the deep teal-blue of links and the current place. */
export const surfaces: Record<
  Scheme,
  Record<
    'page' | 'surface' | 'raised' | 'line' | 'ink' | 'soft' | 'accent' | 'accentGround' | 'band' | 'bandInk',
    string
  >
> = {
  light: {
    page: '#f2f5f7',
    surface: '#ffffff',
    raised: '#f7f9fb',
    line: '#dbe3e9',
    ink: '#16212a',
    soft: '#566570',
    accent: '#0d5a80',
    accentGround: '#dfeef5',
    band: '#0b4a6a',
    bandInk: '#ffffff',
  },
  dark: {
    page: '#0d141a',
    surface: '#141d25',
    raised: '#1a252e',
    line: '#2a3843',
    ink: '#e1e9ee',
    soft: '#9fafba',
    accent: '#79bfe0',
    accentGround: '#12344a',
    band: '#0e3a53',
    bandInk: '#f2f8fb',
  },
}
