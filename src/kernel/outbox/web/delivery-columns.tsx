import { caseHref } from '#kernel/process/web/case-order.ts'
import { useEveryWord } from '#kernel/process/web/catalogue.tsx'
import { useSay } from '#ui/language.tsx'
import { UiLink } from '#ui/navigation.tsx'
import { StatePill } from '#ui/state-pill.tsx'
import type { TableColumn } from '#ui/table-column.ts'
import { Time } from '#ui/time.tsx'
import type { Tone } from '#ui/tones.ts'
import type { DeliveryRow, DeliveryState } from '../channel-view.ts'
import { partsOf, sentenceOf } from '../sentence.ts'
import { deliveryErrors } from '../words.ts'
import { stateWords, words } from './channel-words.ts'

const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: 'info',
  sending: 'active',
  failed: 'warn',
  sent: 'done',
  unsure: 'danger',
  dead: 'danger',
  discarded: 'neutral',
}

export function useDeliveryColumns(): readonly TableColumn<DeliveryRow>[] {
  const say = useSay()
  const processes = useEveryWord()
  const what = ({ event, test }: DeliveryRow) =>
    say(test ? words.testMessage : sentenceOf(event, processes[partsOf(event).chapter] ?? null))
  return [
    { id: 'created', label: say(words.created), cell: (row) => <Time at={row.createdAt} />, width: 84 },
    {
      id: 'state',
      label: say(words.state),
      cell: (row) => (
        <StatePill tone={tones[row.state]} size="small">
          {say(stateWords[row.state])}
        </StatePill>
      ),
      width: 130,
      fixed: true,
      card: 'beside',
    },
    { id: 'channel', label: say(words.channel), cell: (row) => row.channel.name, width: 110, card: 'title' },
    { id: 'to', label: say(words.to), cell: (row) => row.person ?? say(toOf(row)), width: 120 },
    { id: 'what', label: say(words.what), cell: what, width: 170 },
    {
      id: 'case',
      label: say(words.case),
      cell: ({ case: about }) => about && <UiLink href={caseHref(about.process, about.number)}>{about.number}</UiLink>,
      width: 124,
    },
    { id: 'attempts', label: say(words.attempts), cell: (row) => row.attempts, width: 76, align: 'end' },
    {
      id: 'error',
      label: say(words.error),
      cell: (row) =>
        [row.error && say(deliveryErrors[row.error]), row.errorDetail, row.reason].filter(Boolean).join(' · '),
    },
    {
      id: 'next',
      label: say(words.next),
      cell: (row) => (row.state === 'failed' || row.state === 'waiting') && <Time at={row.nextAt} />,
      width: 84,
    },
    { id: 'receipt', label: say(words.receipt), cell: (row) => row.providerId, width: 160, hidden: true },
  ]
}

const toOf = ({ channel }: DeliveryRow) =>
  channel.kind === 'mail' || channel.kind === 'sms' ? words.customer : words.group
