import type { Both } from '#lib/language.ts'

/**
 * Refusals anyone may meet, as RFC 9457 problem documents: a stable code, a status, a sentence in both languages.
 * Modules and other kernel parts add their own codes by throwing `Refused` with a sentence.
 */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  /** unmet needs of an action, by name, each with its sentence */
  readonly missing?: readonly { readonly need: string; readonly message: string }[]
  /** faults of the input, by dotted path */
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly message: string }[]
  /** seconds after which trying again makes sense */
  readonly retryAfter?: number
}

export interface RefusalSpec {
  readonly status: number
  readonly code: string
  readonly says: Both
  readonly missing?: readonly { readonly need: string; readonly says: Both }[]
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly says: Both }[]
  readonly retryAfter?: number
}

/** An expected refusal on its way to the door, where it becomes a problem document. */
export class Refused extends Error {
  readonly spec: RefusalSpec
  constructor(spec: RefusalSpec) {
    super(spec.code)
    this.name = 'Refused'
    this.spec = spec
  }
}
