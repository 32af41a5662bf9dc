import '#ui/controls.css'
import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { ask } from '#kernel/http/web/api.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import type { Phrase } from '../view.ts'
import { PhraseForm, type PhraseTyped } from './phrase-form.tsx'
import { PhraseVersions } from './phrase-versions.tsx'
import classes from './phrases.module.css'
import { words } from './words.ts'

interface PhraseDialogProps {
  readonly phrase: Phrase | null
  readonly mayEdit: boolean
  readonly onClose: () => void
}

/** A phrase with its history; for those who keep the book also the form of its next version. */
export function PhraseDialog({ phrase, mayEdit, onClose }: PhraseDialogProps) {
  const say = useSay()
  return (
    <Modal
      opened={phrase !== null}
      onClose={onClose}
      title={phrase ? say(words.editTitle(phrase.code)) : ''}
      size={720}
    >
      {phrase && (
        <div className={classes.form}>
          {mayEdit && <Change key={`${phrase.code}.${phrase.version}`} phrase={phrase} onClose={onClose} />}
          <PhraseVersions code={phrase.code} />
        </div>
      )}
    </Modal>
  )
}

function Change({ phrase, onClose }: { phrase: Phrase; onClose: () => void }) {
  const saved = useSaved(onClose)
  const { send, busy, problem } = useSend<PhraseTyped & { retired: boolean }, unknown>(
    ({ kind: _, ...typed }, key) =>
      ask(`/api/phrases/${phrase.code}`, { method: 'POST', key, body: { version: phrase.version, ...typed } }),
    saved,
  )
  return (
    <PhraseForm
      phrase={phrase}
      busy={busy}
      problem={problem}
      onSave={(typed) => void send({ ...typed, retired: phrase.retired })}
      onRetire={(typed) => void send({ ...typed, retired: !phrase.retired })}
      onClose={onClose}
    />
  )
}

export function NewPhraseDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useSay()
  return (
    <Modal opened={opened} onClose={onClose} title={say(words.add)} size={720}>
      {opened && <Add onClose={onClose} />}
    </Modal>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const saved = useSaved(onClose)
  const { send, busy, problem } = useSend<PhraseTyped, unknown>(
    (body, key) => ask('/api/phrases', { method: 'POST', key, body }),
    saved,
  )
  return (
    <PhraseForm phrase={null} busy={busy} problem={problem} onSave={(typed) => void send(typed)} onClose={onClose} />
  )
}

function useSaved(onClose: () => void): () => void {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  return () => {
    void client.invalidateQueries({ queryKey: ['phrases'] })
    done(say(words.saved))
    onClose()
  }
}
