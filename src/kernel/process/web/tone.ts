import type { Tone } from '#ui/tones.ts'
import { useProcess } from './catalogue.tsx'

/** The colour of a state; neutral until the definition is here. */
export function useTone(process: string): (state: string) => Tone {
  const definition = useProcess(process)
  return (state) => definition?.states[state]?.tone ?? 'neutral'
}
