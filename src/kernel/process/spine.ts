import { list, type Process } from './define.ts'

/** From the state in which a case normally begins along every state's normal next one. */
export function spineOf(process: Process): readonly string[] {
  const spine = [...list(process.opens.in)].slice(0, 1)
  for (const state of spine) {
    const next = process.states[state]?.next
    if (next !== undefined && !spine.includes(next)) spine.push(next)
  }
  return spine
}
