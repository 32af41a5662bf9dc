import '#ui/controls.css'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useMe } from '#kernel/people/web/me.ts'
import type { CaseView } from '#kernel/process/view.ts'
import { useStep } from '#kernel/process/web/cases.ts'
import { ScoreShown } from '#kernel/process/web/score-shown.tsx'
import { upload } from '#kernel/process/web/upload.ts'
import { formatYuan } from '#lib/money.ts'
import { clockTime, formatDateTime } from '#lib/show-time.ts'
import { type Field, FieldGrid } from '#ui/field-grid.tsx'
import { useLanguage, useSay } from '#ui/language.tsx'
import { Money } from '#ui/money.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { RadioChips } from '#ui/radio-chips.tsx'
import { Section } from '#ui/section.tsx'
import { SignaturePad } from '#ui/signature-pad.tsx'
import { words as common } from '#ui/words.ts'
import type { RepairSlip } from '../slip.ts'
import { words } from '../words.ts'
import { portalWords as own } from '../words/portal.ts'
import classes from './portal.module.css'
import { Lines } from './portal-lines.tsx'
import { agreedTo } from './portal-agreed.ts'

/** What was reported, what it costs, and the two steps in which an amount is agreed to. */
export function CaseBody({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const slip = view.slip as Partial<RepairSlip>
  const may = (action: string) => view.choices.some((one) => one.action === action && one.missing.length === 0)
  return (
    <>
      {may('agree') && slip.quote != null && !agreedTo(slip) && <Agree view={view} slip={slip} />}
      {may('sign') && <Sign view={view} slip={slip} />}
      <Section>
        <div className={classes.facts}>
          <Facts slip={slip} names={view.names} />
        </div>
      </Section>
      {slip.workDone && !may('sign') && (
        <Section title={say(own.workDone)}>
          <div className={classes.stack}>
            <p>{slip.workDone}</p>
            <Work slip={slip} />
          </div>
        </Section>
      )}
      {slip.rating != null && (
        <Section title={say(own.rated)}>
          <FieldGrid
            columns={1}
            fields={(['timeliness', 'attitude', 'quality', 'fee'] as const).map((field) => ({
              label: say(words.fields[field]),
              value: <ScoreShown score={slip.rating?.[field] ?? 0} />,
            }))}
          />
        </Section>
      )}
    </>
  )
}

function Facts({ slip, names }: { slip: Partial<RepairSlip>; names: Readonly<Record<string, string>> }) {
  const say = useSay()
  const { language } = useLanguage()
  const time =
    slip.appointmentStart && slip.appointmentEnd
      ? `${formatDateTime(slip.appointmentStart, language)}–${clockTime(slip.appointmentEnd)}`
      : ''
  const workers = (slip.workers ?? []).map((id) => names[id] ?? '').filter((name) => name !== '')
  const fields: (Field | false)[] = [
    { label: say(words.fields.problem), value: slip.problem, wide: true },
    { label: say(words.fields.category), value: slip.category ? say(words.options[slip.category]) : '' },
    { label: say(words.fields.location), value: slip.location },
    time !== '' && { label: say(slip.appointmentWith ? own.time : own.wished), value: time },
    workers.length > 0 && { label: say(own.workers), value: workers.join(say(common.comma)) },
    { label: say(own.reporter), value: [slip.reporterName, slip.reporterPhone].filter(Boolean).join(' ') },
    slip.priceObjection != null && { label: say(own.objection), value: slip.priceObjection },
    slip.pricing !== undefined && {
      label: say(own.paying),
      value:
        slip.pricing === 'free'
          ? say(own.free)
          : slip.consent != null
            ? say(own.agreed(formatYuan(slip.consent.totalFen, language)))
            : say(own.charged),
    },
  ]
  return <FieldGrid columns={1} fields={fields.filter((field) => field !== false)} />
}

function Work({ slip }: { slip: Partial<RepairSlip> }) {
  const say = useSay()
  const lines = [...(slip.labour ?? []), ...(slip.materials ?? [])]
  return (
    <>
      {lines.length > 0 && <Lines title={say(own.items)} lines={lines} />}
      <p className={classes.total}>
        {say(own.total)}
        <strong>{slip.totalFen ? <Money fen={slip.totalFen} /> : say(own.free)}</strong>
      </p>
    </>
  )
}

/** The authorised person agrees to the very amount that is shown. */
function Agree({ view, slip }: { view: CaseView; slip: Partial<RepairSlip> }) {
  const say = useSay()
  const { language } = useLanguage()
  const { done } = useNotices()
  const step = useStep(view.process, view.number, () => done(say(own.agreedNotice)))
  const quote = slip.quote
  if (quote == null) return null
  const fen = Math.max(quote.totalFen, slip.totalFen ?? 0)
  const shown = shownProblem(step.problem)
  return (
    <Section title={say(own.quote)} accent>
      <div className={classes.stack}>
        {quote.lines.length > 0 && <Lines title={say(words.fields.labour)} lines={quote.lines} />}
        {quote.materialFen > 0 && (
          <p className={classes.total}>
            {say(own.material)} <Money fen={quote.materialFen} />
          </p>
        )}
        {quote.note !== '' && <p>{quote.note}</p>}
        <p className={classes.total}>
          {say(own.total)} <strong>{formatYuan(fen, language)}</strong>
        </p>
        <p className={classes.soft}>{say(own.agreeHelp)}</p>
        {shown && <ProblemAlert problem={shown} />}
        <Button
          size="lg"
          className={classes.within}
          loading={step.busy}
          onClick={() =>
            void step.send({ action: 'agree', version: view.version, input: { how: 'platform', agreedFen: fen } })
          }
        >
          {say(own.agreeButton(formatYuan(fen, language)))}
        </Button>
      </div>
    </Section>
  )
}

/** The work is shown with its amount; one confirms it here or draws a signature. */
function Sign({ view, slip }: { view: CaseView; slip: Partial<RepairSlip> }) {
  const say = useSay()
  const { language } = useLanguage()
  const { done } = useNotices()
  const { data: me } = useMe()
  const [how, setHow] = useState<'platform' | 'pad'>('platform')
  const [drawn, setDrawn] = useState<Blob | null>(null)
  const [typedName, setName] = useState<string | null>(null)
  const [opinion, setOpinion] = useState<'satisfied' | 'acceptable'>('satisfied')
  const [missing, setMissing] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const step = useStep(view.process, view.number, () => done(say(own.signedNotice)))
  const name = typedName ?? me?.name ?? ''
  const fen = slip.totalFen ?? 0
  const sign = async () => {
    const incomplete = name.trim() === '' || (how === 'pad' && drawn === null)
    setMissing(incomplete)
    setFailure(null)
    if (incomplete || busy) return
    setBusy(true)
    try {
      const file = how === 'pad' && drawn !== null ? { signatureFile: await upload(drawn, 'signature') } : {}
      const input = { signatureMethod: how, ...file, signedBy: name.trim(), satisfaction: opinion }
      await step.send({ action: 'sign', version: view.version, input })
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const shown = shownProblem(step.problem ?? failure)
  return (
    <Section title={say(own.signTitle)} accent>
      <div className={classes.stack}>
        {slip.workDone && <p>{slip.workDone}</p>}
        <Work slip={slip} />
        <RadioChips
          legend={say(own.opinion)}
          value={opinion}
          onChange={setOpinion}
          options={[
            { value: 'satisfied', label: say(words.options.satisfied) },
            { value: 'acceptable', label: say(words.options.acceptable) },
          ]}
        />
        <RadioChips
          legend={say(own.signHow)}
          value={how}
          onChange={setHow}
          options={[
            { value: 'platform', label: say(own.signOnline) },
            { value: 'pad', label: say(own.signDrawn) },
          ]}
        />
        {how === 'pad' && (
          <SignaturePad
            onChange={setDrawn}
            required
            error={missing && drawn === null ? say(own.signMissing) : undefined}
          />
        )}
        <TextInput
          label={say(own.signer)}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={missing && name.trim() === '' ? say(own.missing) : undefined}
        />
        {shown && <ProblemAlert problem={shown} />}
        <Button size="lg" loading={busy || step.busy} onClick={() => void sign()}>
          {fen === 0 ? say(own.signFreeButton) : say(own.signButton(formatYuan(fen, language)))}
        </Button>
      </div>
    </Section>
  )
}

/** What somebody without an account entered, read back to him. */
export function Entered({ entered }: { readonly entered: Readonly<Record<string, unknown>> }) {
  return (
    <div className={classes.facts}>
      <Facts slip={entered} names={{}} />
    </div>
  )
}
