import type { z } from 'zod'
import type { Both } from '#lib/language.ts'
import type { Process } from './define.ts'

type Named<Keys> = Readonly<Record<Extract<Keys, string>, Both>>
type Keys<T> = T extends unknown ? Extract<keyof T, string> : never
type InputOf<A> = A extends { readonly input?: z.ZodType<infer Input> }
  ? unknown extends Input
    ? never
    : Input
  : never
type Inputs<P extends Process> = InputOf<P['actions'][keyof P['actions']]> | InputOf<P['opens']>
type Choice<T> = NonNullable<T> extends infer V ? (V extends string ? (string extends V ? never : V) : never) : never
/** The values of every field that is a choice among words. */
type Options<T> = T extends unknown ? { [K in keyof T & string]: Choice<T[K]> }[keyof T & string] : never

/**
 * Every word a process needs, in both languages; a missing one does not compile.
 * `options` names the values of every choice of the slip and of what its actions ask, in one dictionary.
 */
export interface Words<P extends Process> {
  readonly name: Both
  /** the paper this process is written on, e.g. 工程维修单 */
  readonly paper: Both
  readonly states: Named<keyof P['states']>
  readonly actions: Named<keyof P['actions']>
  readonly needs: Named<keyof P['needs']>
  readonly clocks: Named<keyof P['clocks']>
  readonly fields: Named<Keys<z.infer<P['slip']>> | Keys<Inputs<P>>>
  readonly options: Named<Options<z.infer<P['slip']>> | Options<Inputs<P>>>
  readonly papers: Named<keyof P['papers']>
  /** desks copies go to, causes of escalation, and other words of its own */
  readonly more: Readonly<Record<string, Both>>
}

/** The same without the process's own types: what generic pages read. */
export interface AnyWords {
  readonly name: Both
  readonly paper: Both
  readonly states: Readonly<Record<string, Both>>
  readonly actions: Readonly<Record<string, Both>>
  readonly needs: Readonly<Record<string, Both>>
  readonly clocks: Readonly<Record<string, Both>>
  readonly fields: Readonly<Record<string, Both>>
  readonly options: Readonly<Record<string, Both>>
  readonly papers: Readonly<Record<string, Both>>
  readonly more: Readonly<Record<string, Both>>
}
