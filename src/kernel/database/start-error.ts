/** What keeps the program from starting, in both languages: the starter prints it without a stack and ends with 1. */
import type { Both } from '#lib/language.ts'

export class StartError extends Error {
  readonly sentence: Both

  constructor(sentence: Both, options?: ErrorOptions) {
    super(`${sentence.zh}\n${sentence.en}`, options)
    this.name = 'StartError'
    this.sentence = sentence
  }
}
