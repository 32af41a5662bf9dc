import type { Both } from '#lib/language.ts'

/* How a command speaks: both languages, one under the other; what is wrong goes to the error stream. */

const lines = (mark: string, { zh, en }: Both): string => `${mark}${zh}\n${' '.repeat(mark.length)}${en}`

export const tell = {
  plain: (sentence: Both): void => console.log(lines('', sentence)),
  good: (sentence: Both): void => console.log(lines('✓ ', sentence)),
  bad: (sentence: Both): void => console.log(lines('✗ ', sentence)),
  wrong: (sentence: Both): void => console.error(lines('', sentence)),
}
