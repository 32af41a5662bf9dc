/** An event as a sentence: `repair.deliver` in the words of repair, a clock that ran out by its own name. */
import { securityWords } from '#kernel/people/words.ts'
import type { AnyWords } from '#kernel/process/words.ts'
import type { Both } from '#lib/language.ts'
import { eventWords } from './words.ts'

const kernelEvents: Readonly<Record<string, Both>> = {
  open: eventWords.opened,
  note: eventWords.note,
  escalation: eventWords.escalated,
  instruction: eventWords.instructed,
  paymentReversed: eventWords.paymentReversed,
  reversalAsked: eventWords.reversalAsked,
  reversalDenied: eventWords.reversalDenied,
  undelivered: eventWords.undelivered,
  ...securityWords,
}

/** The part an event comes from and its name there; an event of the kernel has no chapter. */
export function partsOf(event: string): { readonly chapter: string; readonly name: string } {
  const dot = event.indexOf('.')
  return dot < 0 ? { chapter: '', name: event } : { chapter: event.slice(0, dot), name: event.slice(dot + 1) }
}

/** `own`: the words of the process the event names, null when it names none. */
export function sentenceOf(event: string, own: AnyWords | null): Both {
  const { name } = partsOf(event)
  const clock = own?.clocks[name]
  const late = clock && { zh: eventWords.late(clock.zh).zh, en: eventWords.late(clock.en).en }
  const said = own?.actions[name] ?? kernelEvents[name] ?? late ?? own?.more[name] ?? eventWords.changed
  return own === null ? said : { zh: `${own.name.zh} · ${said.zh}`, en: `${own.name.en} · ${said.en}` }
}
