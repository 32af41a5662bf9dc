import '#ui/controls.css'
import { Button, FileInput, Modal } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { freshKey } from '#kernel/http/web/use-send.ts'
import { useLanguage, useSay } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { words as common } from '#ui/words.ts'
import { columns } from '../rules.ts'
import type { ReadAnswer } from '../slip.ts'
import { columnWords, outcomeWords, words } from '../words.ts'
import classes from './desk.module.css'
import { figuresKey } from './desk-figures-key.ts'

/** Calls as the exchange exports them; what cannot be read is told row by row and comes back as a file. */
export function ReadDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useSay()
  return (
    <Modal opened={opened} onClose={onClose} title={say(words.read)} size={560}>
      {opened && <Form onClose={onClose} />}
    </Modal>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<ReadAnswer | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef(freshKey())
  const shown = shownProblem(problem)
  const submit = async () => {
    if (file === null || busy) return
    setBusy(true)
    setProblem(null)
    setAnswer(null)
    const body = new FormData()
    body.append('file', file, file.name)
    try {
      setAnswer(await ask<ReadAnswer>('/api/calls/import', { method: 'POST', body, key: key.current }))
      key.current = freshKey()
      void client.invalidateQueries({ queryKey: figuresKey })
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const sample = `\uFEFF${columns.map((column) => say(columnWords[column])).join(',')}\r\n2026-11-24,09:05:00,8001,2,0,${say(outcomeWords.answered)}\r\n`
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className={classes.soft}>{say(words.readHelp)}</p>
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(sample)}`} download={`${language}.csv`}>
        {say(words.example)}
      </a>
      {shown && <ProblemAlert problem={shown} />}
      <FileInput
        label={say(words.file)}
        withAsterisk
        accept=".csv,.txt,.xlsx"
        value={file}
        clearable
        onChange={(next) => {
          setFile(next)
          setAnswer(null)
          setProblem(null)
          key.current = freshKey()
        }}
      />
      <div role="status">{answer && <Answer answer={answer} />}</div>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          {say(common.close)}
        </Button>
        <Button type="submit" loading={busy} disabled={file === null}>
          {say(words.read)}
        </Button>
      </div>
    </form>
  )
}

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function Answer({ answer }: { answer: ReadAnswer }) {
  const say = useSay()
  return (
    <div className={classes.answer}>
      <p>{say(words.readDone(answer.added, answer.known))}</p>
      {answer.faultCount > 0 && (
        <>
          <p className={classes.warn}>{say(words.readFaults(answer.faultCount))}</p>
          <ul className={classes.faults}>
            {answer.faults.slice(0, 20).map(({ row, why }) => (
              <li key={row}>
                {say(words.row(row))}: {why}
              </li>
            ))}
          </ul>
          {answer.faultFile !== null && (
            <Button
              component="a"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              href={`data:${sheetType};base64,${answer.faultFile}`}
              download={`${say(words.faultFileName)}.xlsx`}
            >
              {say(words.faultFile)}
            </Button>
          )}
        </>
      )}
    </div>
  )
}
