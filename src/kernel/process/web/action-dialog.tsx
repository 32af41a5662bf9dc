import { Loader, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef } from 'react'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import type { CaseView } from '../view.ts'
import { ActionForm } from './action-form.tsx'
import { useCase } from './cases.ts'
import { useProcessWords } from './catalogue.tsx'
import { words } from './words.ts'

export interface Asking {
  readonly process: string
  readonly number: string
  readonly action: string
}

interface ActionDialogProps {
  /** null: closed. Stays mounted so that the focus returns to where it came from. */
  readonly asking: Asking | null
  readonly onClose: () => void
  readonly onDone?: (view: CaseView) => void
}

/** One action of one case, asked over the page; the whole screen on a phone. */
export function ActionDialog({ asking, onClose, onDone }: ActionDialogProps) {
  const say = useSay()
  const { done } = useNotices()
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const last = useRef<Asking>({ process: '', number: '', action: '' })
  if (asking !== null) last.current = asking
  const { process, number, action } = asking ?? last.current
  const own = useProcessWords(process)
  const { data: view } = useCase(process, number, asking !== null)
  const name = say(own.actions[action] ?? { zh: action, en: action })
  return (
    <Modal
      opened={asking !== null}
      onClose={onClose}
      size={640}
      title={`${name} · ${number}`}
      fullScreen={phone}
      closeOnClickOutside={false}
    >
      {view && asking ? (
        <ActionForm
          key={`${number}.${action}`}
          view={view}
          action={action}
          onCancel={onClose}
          onDone={(next) => {
            done(say(words.done(name)))
            onClose()
            onDone?.(next)
          }}
        />
      ) : (
        <Loader size="sm" />
      )}
    </Modal>
  )
}
