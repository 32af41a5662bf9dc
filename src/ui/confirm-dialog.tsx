import { Button, Group, Modal } from '@mantine/core'
import type { Question } from './confirm.tsx'
import { useSay } from './language.tsx'
import { words } from './words.ts'

interface ConfirmDialogProps {
  readonly question: Question
  readonly opened: boolean
  readonly answer: (yes: boolean) => void
}

/** The second look before something that cannot be taken back. The safe answer has the focus. */
export function ConfirmDialog({ question, opened, answer }: ConfirmDialogProps) {
  const say = useSay()
  return (
    <Modal opened={opened} onClose={() => answer(false)} title={question.title} centered>
      {typeof question.body === 'string' ? <p>{question.body}</p> : question.body}
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" data-autofocus onClick={() => answer(false)}>
          {say(words.cancel)}
        </Button>
        <Button {...(question.danger ? { color: 'red.8' } : {})} onClick={() => answer(true)}>
          {question.confirmLabel}
        </Button>
      </Group>
    </Modal>
  )
}
