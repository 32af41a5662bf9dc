import { useCallback, useState } from 'react'
import { useDraft } from '#ui/use-draft.ts'
import { type FieldValue, type FormValues, storableValues } from './form-values.ts'

export interface Typed {
  readonly values: FormValues
  readonly set: (name: string, value: FieldValue) => void
  readonly setAll: (values: FormValues) => void
  readonly restored: boolean
  /** something was typed since */
  readonly touched: boolean
  readonly clear: () => void
}

/** What somebody is typing, kept as a draft on this device until it is sent. */
export function useTyped(key: string, starting: FormValues): Typed {
  const draft = useDraft<FormValues>(key, starting)
  const [values, setValues] = useState<FormValues>(draft.values)
  const [touched, setTouched] = useState(false)
  const { keep } = draft
  const setAll = useCallback(
    (next: FormValues) => {
      setValues(next)
      setTouched(true)
      keep(storableValues(next))
    },
    [keep],
  )
  const set = useCallback((name: string, value: FieldValue) => setAll({ ...values, [name]: value }), [setAll, values])
  return { values, set, setAll, restored: draft.restored, touched, clear: draft.clear }
}
