import { Button } from '@mantine/core'
import { IconExternalLink, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useMe } from '#kernel/people/web/me.ts'
import type { Both } from '#lib/language.ts'
import { Empty } from '#ui/empty.tsx'
import { useSay } from '#ui/language.tsx'
import { usePrint } from '#ui/use-print.ts'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Time } from '#ui/time.tsx'
import { list } from '../define.ts'
import type { CaseView, CopyView, DocumentView } from '../view.ts'
import classes from './case.module.css'
import { paperAddress, useStep } from './cases.ts'
import { useProcess, useProcessWords } from './catalogue.tsx'
import { HandDialog } from './hand.tsx'
import { words } from './words.ts'

/** The papers of a case: what may be printed, every copy, and to whom it went. */
export function Copies({ view }: { view: CaseView }) {
  const say = useSay()
  const print = usePrint()
  const { data: me } = useMe()
  const own = useProcessWords(view.process)
  const process = useProcess(view.process)
  const [handing, setHanding] = useState<{ form: string; copy: CopyView } | null>(null)
  const step = useStep(view.process, view.number, () => setHanding(null))
  const shown = shownProblem(handing === null ? step.problem : null)
  const may = (paper: string) =>
    list(process?.papers[paper]?.by).some((role) => me?.roles.some((held) => held === role))
  const printable = Object.keys(process?.papers ?? {}).filter(may)
  const paperName = (paper: string) => say(own.papers[paper] ?? { zh: paper, en: paper })
  return (
    <div className={classes.stack}>
      {shown && <ProblemAlert problem={shown} />}
      <div className={classes.buttons} data-print="no">
        {printable.map((paper) => (
          <Button
            key={paper}
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => print(paperAddress(view.process, view.number, paper))}
          >
            {say(words.printPaper(paperName(paper)))}
          </Button>
        ))}
      </div>
      {view.documents.length === 0 && <Empty title={say(words.noPapers)} />}
      {view.documents.map((document) => (
        <Document
          key={document.id}
          view={view}
          document={document}
          title={paperName(document.paper)}
          words={own.more}
          printable={printable.includes(document.paper)}
          onHand={
            me?.kind === 'staff' && !document.void && printable.includes(document.paper)
              ? (copy) => setHanding({ form: document.form, copy })
              : null
          }
        />
      ))}
      <HandDialog
        copy={handing?.copy ?? null}
        suggestion={
          handing ? say(own.more[handing.copy.goesTo] ?? { zh: handing.copy.goesTo, en: handing.copy.goesTo }) : ''
        }
        busy={step.busy}
        problem={step.problem}
        onClose={() => setHanding(null)}
        onHand={(to) =>
          handing &&
          void step.send({
            action: 'hand',
            version: view.version,
            input: { form: handing.form, copy: handing.copy.copy, to },
          })
        }
      />
    </div>
  )
}

interface DocumentProps {
  readonly view: CaseView
  readonly document: DocumentView
  readonly title: string
  readonly words: Readonly<Record<string, Both>>
  readonly printable: boolean
  readonly onHand: ((copy: CopyView) => void) | null
}

function Document({ view, document, title, words: own, printable, onHand }: DocumentProps) {
  const say = useSay()
  const print = usePrint()
  const named = (who: string) => say(own[who] ?? { zh: who, en: who })
  const address = paperAddress(view.process, view.number, document.paper)
  return (
    <section className={classes.stack} style={{ gap: '0.4rem' }}>
      <div className={classes.row}>
        <h3 className={classes.subtitle}>
          {title} {document.number}
        </h3>
        <span className={classes.soft}>
          {say(words.formNumber)} {document.form} · {say(words.prints(document.prints))}
          {document.void && ` · ${say(words.void)}`}
        </span>
        {printable && (
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noopener"
            variant="subtle"
            leftSection={<IconExternalLink size={15} aria-hidden />}
          >
            {say(words.openPdf)}
          </Button>
        )}
      </div>
      <div className={classes.tableBox} style={{ marginBlockStart: 0 }} role="region" aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say(words.papers)}</th>
              <th scope="col">{say(words.goesTo)}</th>
              <th scope="col">{say(words.handedTo)}</th>
              <th scope="col">{say(words.handedAt)}</th>
              <th scope="col">
                <span className={classes.soft}>{say(words.print)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {document.copies.map((copy) => (
              <tr key={copy.copy}>
                <th scope="row">{say(words.copyLabel(copy.copy))}</th>
                <td>{named(copy.goesTo)}</td>
                <td>
                  {copy.handedTo === null ? (
                    <span className={classes.soft}>{say(words.notHanded)}</span>
                  ) : (
                    named(copy.handedTo)
                  )}
                </td>
                <td>{copy.handedAt !== null && <Time at={copy.handedAt} full />}</td>
                <td data-end>
                  {onHand && copy.handedTo === null && (
                    <Button variant="subtle" size="compact-sm" onClick={() => onHand(copy)}>
                      {say(words.handOver)}
                    </Button>
                  )}
                  {printable && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => print(paperAddress(view.process, view.number, document.paper, [copy.copy]))}
                    >
                      {say(words.printCopy(copy.copy))}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
