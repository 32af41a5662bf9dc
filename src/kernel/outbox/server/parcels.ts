/** What a delivery says and to whom, looked up when it is sent: who has left meanwhile is not written to. */
import { sql } from 'kysely'
import type { Tx } from '#kernel/database/database.ts'
import type { House } from '#kernel/http/server/house.ts'
import type { Both } from '#lib/language.ts'
import type { IsoInstant } from '#lib/time.ts'
import { causeName } from '#kernel/process/view.ts'
import type { ChannelKind } from '../channel-view.ts'
import { partsOf, sentenceOf } from '../sentence.ts'
import { type DeliveryError, letterWords } from '../words.ts'
import { mobileOf } from './channels/sms.ts'
import type { Parcel } from './channels/way.ts'
import { typeOf } from './fan-out.ts'
import { type Reader, readersOf, seesCase } from './readers.ts'

/** A parcel, or why there is nothing to send any more. */
export type Packed = { readonly parcel: Parcel } | { readonly not: DeliveryError }

interface Row {
  readonly id: string
  readonly personId: string | null
  readonly event: string | null
  readonly cause: string | null
  readonly at: IsoInstant
  readonly case: (Parcel['case'] & { readonly customerId: string | null; readonly openedBy: string | null }) | null
}

export async function pack(
  tx: Tx,
  house: House,
  kind: ChannelKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Packed>> {
  const { rows } = await sql<Row>`
    select deliveries.id, deliveries.person_id as "personId", nullif(deliveries.event, 'test') as event, outbox.data ->> 'cause' as cause,
           coalesce(outbox.written_at, deliveries.created_at) as at,
           case when cases.id is not null then json_build_object(
             'process', cases.process, 'number', cases.number, 'title', coalesce(outbox.data ->> 'title', cases.title),
             'state', coalesce(outbox.data ->> 'state', cases.state),
             'customerId', cases.customer_id, 'openedBy', cases.opened_by) end as case
    from deliveries
    left join outbox on outbox.id = deliveries.outbox_id
    left join cases on cases.id = deliveries.case_id
    where deliveries.id = any (${ids}::uuid[])`.execute(tx)
  const readers = await readersOf(tx, [...new Set(rows.flatMap(({ personId }) => personId ?? []))])
  return new Map(rows.map((row) => [row.id, packed(row, readers, kind, house)]))
}

function packed(row: Row, readers: ReadonlyMap<string, Reader>, kind: ChannelKind, house: House): Packed {
  const reader = row.personId === null ? null : (readers.get(row.personId) ?? 'gone')
  if (reader === 'gone') return { not: 'notTold' }
  if (reader !== null && !seesCase(reader, row.case, house.modules)) return { not: 'notTold' }
  const address = reader === null ? null : kind === 'mail' ? reader.email : mobileOf(reader.phone)
  if (reader !== null && (address === null || address === '')) return { not: 'noAddress' }
  const about = row.case && {
    process: row.case.process,
    number: row.case.number,
    title: row.case.title,
    state: row.case.state,
  }
  const customer = reader?.kind === 'customer'
  const path = about === null ? '/' : caseAddress(about, customer)
  return {
    parcel: {
      id: row.id,
      at: row.at,
      now: house.now(),
      event: row.event === null ? 'test' : about === null ? row.event : typeOf(row.event, about.process),
      said: saidOf(row, house),
      case: about,
      link: `${house.origin}${path}`,
      choices: `${house.origin}${customer ? '/c/me' : '/account'}`,
      reader:
        reader === null
          ? null
          : {
              name: reader.language === 'en' && reader.nameEn !== '' ? reader.nameEn : reader.name,
              address: address ?? '',
              language: reader.language,
            },
    },
  }
}

const caseAddress = ({ process, number }: { process: string; number: string }, customer: boolean) =>
  `${customer ? '/c/request' : ''}/${process}/${encodeURIComponent(number)}`

/** The sentence of the event; an escalation names the promise that was not kept. */
function saidOf({ event, cause, case: about }: Row, house: House): Both {
  if (event === null) return letterWords.test
  const wordsOf = (process: string) => house.modules.find((module) => module.process.name === process)?.words ?? null
  const said = sentenceOf(event, wordsOf(partsOf(event).chapter))
  const clock = cause === null || about === null ? undefined : wordsOf(about.process)?.clocks[causeName(cause)]
  return clock === undefined ? said : { zh: `${said.zh}（${clock.zh}）`, en: `${said.en} (${clock.en})` }
}
