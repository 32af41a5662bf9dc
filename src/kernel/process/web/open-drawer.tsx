import { Drawer, Loader } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Suspense } from 'react'
import { useSay } from '#ui/language.tsx'
import { type OpeningStart, useCatalogue, useProcessWords } from './catalogue.tsx'
import { OpeningForm } from './opening-form.tsx'
import { words } from './words.ts'

export interface Wanted {
  readonly process: string
  readonly start: OpeningStart
}

interface OpenDrawerProps {
  /** null: closed; `last` then keeps what it showed while it slides away */
  readonly wanted: Wanted | null
  readonly last: Wanted
  readonly onClose: () => void
  readonly onOpened: (process: string, number: string) => void
}

/** A new case from any page: the process's own form where it has one, the ready-made one otherwise. */
export function OpenDrawer({ wanted, last, onClose, onOpened }: OpenDrawerProps) {
  const say = useSay()
  const { openers } = useCatalogue()
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const { process, start } = wanted ?? last
  const own = useProcessWords(process)
  const Form = openers[process] ?? OpeningForm
  return (
    <Drawer
      opened={wanted !== null}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 720}
      title={say(words.newCase(say(own.name)))}
      closeOnClickOutside={false}
    >
      <Suspense fallback={<Loader size="sm" />}>
        {wanted && (
          <Form
            key={`${process}.${start.customerCode ?? ''}.${start.unitCode ?? ''}`}
            process={process}
            start={start}
            onClose={onClose}
            onOpened={(number) => onOpened(process, number)}
          />
        )}
      </Suspense>
    </Drawer>
  )
}
