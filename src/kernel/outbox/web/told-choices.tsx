import '#ui/controls.css'
import { Button, Checkbox, Switch, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#kernel/http/web/api.ts'
import { shownProblem } from '#kernel/http/web/show-problem.ts'
import { useSend } from '#kernel/http/web/use-send.ts'
import { useSay } from '#ui/language.tsx'
import { useNotices } from '#ui/notice.tsx'
import { ProblemAlert } from '#ui/problem-alert.tsx'
import { Section } from '#ui/section.tsx'
import { words as common } from '#ui/words.ts'
import type { ToldView } from '../channel-view.ts'
import { type Preferences, type ToldKind, toldKinds, type ToldWay, toldWays } from '../told.ts'
import { kindWords, words } from './channel-words.ts'
import classes from './channels.module.css'

/** What I am told by mail and SMS, and when not. */
export function ToldChoices({ customer = false }: { customer?: boolean }) {
  const say = useSay()
  const { data, error, refetch } = useQuery({
    queryKey: ['me', 'told'],
    queryFn: ({ signal }) => ask<ToldView>('/api/me/told', { signal }),
  })
  const problem = shownProblem(error)
  return (
    <Section title={say(words.told)}>
      {problem && <ProblemAlert problem={problem} onRetry={() => void refetch()} />}
      {data && <Form key={JSON.stringify(data)} view={data} customer={customer} />}
    </Section>
  )
}

const usualHours = { from: '22:00', to: '07:00' }

function Form({ view, customer }: { view: ToldView; customer: boolean }) {
  const say = useSay()
  const client = useQueryClient()
  const { done } = useNotices()
  const [chosen, setChosen] = useState<Preferences>(view.preferences)
  const save = useSend(
    (body: Preferences, key) => ask<ToldView>('/api/me/told', { method: 'PUT', key, body }),
    (answer) => {
      client.setQueryData(['me', 'told'], answer)
      done(say(words.toldSaved))
    },
  )
  const shown = shownProblem(save.problem)
  const set = (way: ToldWay, kind: ToldKind, on: boolean) =>
    setChosen({ ...chosen, [way]: { ...chosen[way], [kind]: on } })
  const kinds = customer ? (['customer'] as const) : toldKinds
  const called = (kind: ToldKind) => say(customer ? words.ourSlips : words.toldKinds[kind])
  const { quiet } = chosen
  const time = (edge: 'from' | 'to', hours: typeof usualHours) => (
    <TextInput
      type="time"
      label={say(edge === 'from' ? words.fromTime : words.toTime)}
      value={hours[edge]}
      onChange={(event) => setChosen({ ...chosen, quiet: { ...hours, [edge]: event.currentTarget.value } })}
    />
  )
  return (
    <form
      className={classes.stack}
      onSubmit={(event) => {
        event.preventDefault()
        void save.send(chosen)
      }}
    >
      <p className={classes.soft}>{say(words.toldHelp)}</p>
      {shown && <ProblemAlert problem={shown} />}
      <table className={classes.table}>
        <thead>
          <tr>
            <td />
            {toldWays.map((way) => (
              <th key={way} scope="col">
                {say(kindWords[way])}
                <br />
                <span className={classes.soft}>{whereTo(view, way, say)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{called(kind)}</th>
              {toldWays.map((way) => (
                <td key={way}>
                  <Checkbox
                    aria-label={`${say(kindWords[way])} · ${called(kind)}`}
                    checked={chosen[way][kind]}
                    onChange={(event) => set(way, kind, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Switch
        label={say(words.quiet)}
        description={say(customer ? words.quietHelpCustomer : words.quietHelp)}
        checked={quiet !== null}
        onChange={(event) => setChosen({ ...chosen, quiet: event.currentTarget.checked ? usualHours : null })}
      />
      {quiet && (
        <div className={classes.pair}>
          {time('from', quiet)}
          {time('to', quiet)}
        </div>
      )}
      <Button type="submit" variant="default" loading={save.busy}>
        {say(common.save)}
      </Button>
    </form>
  )
}

/** The address it would go to, or why it would go nowhere. */
function whereTo(view: ToldView, way: ToldWay, say: ReturnType<typeof useSay>): string {
  if (!view.open[way]) return say(words.notOpen)
  return view[way] ?? say(way === 'mail' ? words.noMail : words.noSms)
}
