import { Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { isProblem } from '#kernel/http/web/api.ts'
import { fieldFaults } from '#kernel/http/web/show-problem.ts'
import { useSay } from '#ui/language.tsx'
import { findTaboo } from '../check.ts'
import { outgoingTexts } from '../outgoing.ts'
import { leastReason, mostReason } from '../view.ts'
import { phraseRefusals } from '../words.ts'
import { useTaboos } from './use-phrases.ts'
import { words } from './words.ts'

export interface Despite {
  /** the field for the reason, once one is needed; put it above the buttons of the form */
  readonly field: ReactNode
  /** true: the text needs a better wording or a reason first, and the person has been told */
  readonly stops: (schema: z.ZodType | undefined, input: unknown) => boolean
  /** goes into the body beside `input` */
  readonly sent: { readonly despite?: string }
}

/**
 * Sending a text against a warning asks for a reason: found here by the same check as at the door, or by the door's own
 * refusal (`problem`) where the book on this device is older.
 */
export function useDespite(problem: unknown): Despite {
  const say = useSay()
  const client = useQueryClient()
  const taboos = useTaboos()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const refused = isProblem(problem, 'taboo')
  useEffect(() => {
    if (!refused) return
    setAsked(true)
    void client.invalidateQueries({ queryKey: ['phrases'], exact: true })
  }, [refused, problem, client])
  useEffect(() => {
    if (asked) input.current?.focus()
  }, [asked])
  const enough = reason.trim().length >= leastReason
  const error = fault && !enough ? say(phraseRefusals.despite) : fieldFaults(problem).despite
  return {
    field: asked && (
      <Textarea
        ref={input}
        label={say(words.despite)}
        description={say(words.despiteHelp)}
        withAsterisk
        autosize
        minRows={2}
        maxLength={mostReason}
        value={reason}
        error={error}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    ),
    stops(schema, value) {
      const held = outgoingTexts(schema, value).some(({ text }) => findTaboo(text, taboos).length > 0)
      if (!held) setAsked(false)
      if (!held || enough) return false
      setAsked(true)
      setFault(asked)
      input.current?.focus()
      return true
    },
    sent: asked && enough ? { despite: reason.trim() } : {},
  }
}
