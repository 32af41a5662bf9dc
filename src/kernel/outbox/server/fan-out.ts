/** What leaves the building: one delivery for each happening, way and reader, made in the transaction that fills the inboxes. */
import { sql } from 'kysely'
import { json, type Tx } from '#kernel/database/database.ts'
import type { House, LoadedModule } from '#kernel/http/server/house.ts'
import { departmentsOf, type Role } from '#kernel/process/roles.ts'
import { uuidv7 } from '#lib/uuid.ts'
import type { IsoInstant } from '#lib/time.ts'
import { type ChannelKind, robotKinds } from '../channel-view.ts'
import { partsOf } from '../sentence.ts'
import { afterQuiet, isPromise, kindOf, type Preferences, sensible, type ToldKind, type ToldWay } from '../told.ts'
import { mobileOf } from './channels/sms.ts'
import { robotSettings, wants, webhookSettings } from './channels/settings.ts'
import type { Message } from './deliver.ts'
import { type Reader, readersOf, seesCase } from './readers.ts'

interface Row {
  readonly id: number
  readonly caseId: string | null
  readonly happening: string
  readonly event: string
  readonly at: IsoInstant
  readonly byCustomer: boolean
  readonly role: string | null
  readonly personRoles: readonly Role[]
  readonly case: CaseOf | null
}
export interface CaseOf {
  readonly process: string
  readonly customerId: string | null
  readonly openedBy: string | null
  readonly atWork: readonly string[]
}
interface Way {
  readonly id: string
  readonly kind: ChannelKind
  readonly settings: unknown
}
interface Planned {
  readonly row: Row
  readonly channelId: string
  readonly personId: string | null
  readonly kind: ToldKind | 'account'
  readonly nextAt: IsoInstant
}

/** Returns how many deliveries were made; a happening that is already on its way to a reader is not sent again. */
export async function fanOut(
  tx: Tx,
  house: House,
  outboxIds: readonly number[],
  messages: readonly Message[],
): Promise<number> {
  const open = await tx.selectFrom('channels').select(['id', 'kind', 'settings']).where('active', '=', true).execute()
  if (open.length === 0) return 0
  const ways = open as readonly Way[]
  const rows = (await rowsOf(tx, outboxIds)).filter(({ event }) => event !== 'channels.undelivered')
  const planned = [
    ...rows.flatMap((row) => ways.flatMap((way) => toGroup(row, way, house))),
    ...(await toPeople(tx, house, { rows, ways, messages })),
  ]
  return await keep(tx, planned, house.now())
}

async function rowsOf(tx: Tx, ids: readonly number[]): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select outbox.id, outbox.case_id as "caseId", outbox.happening, outbox.event, outbox.written_at as at, outbox.role,
           coalesce(doer.kind = 'contact', false) as "byCustomer",
           array(select role from person_roles where person_roles.person_id = outbox.person_id) as "personRoles",
           case when cases.id is not null then json_build_object(
             'process', cases.process, 'customerId', cases.customer_id, 'openedBy', cases.opened_by,
             'atWork', array_remove(array_append(array_append(cases.crew_ids, cases.owner_id), cases.assignee_id), null)) end as case
    from outbox
    left join cases on cases.id = outbox.case_id
    left join people doer on doer.id::text = outbox.data ->> 'byId'
    where outbox.id = any (${ids}) order by outbox.id`.execute(tx)
  return rows
}

const wordsOf = (house: House, process: string) =>
  house.modules.find((module: LoadedModule) => module.process.name === process)?.words ?? null

/** Robots hear what the roles they stand for are told, webhooks whatever they asked for; both of cases only. */
function toGroup(row: Row, way: Way, house: House): readonly Planned[] {
  if (row.case === null) return []
  const promise = isPromise(row.event, wordsOf(house, row.case.process))
  const planned = { row, channelId: way.id, personId: null, nextAt: row.at } as const
  const kind = promise ? 'escalation' : 'other'
  if (way.kind === 'webhook') {
    const read = webhookSettings.safeParse(way.settings)
    return read.success && wants(read.data.events, typeOf(row.event, row.case.process)) ? [{ ...planned, kind }] : []
  }
  if (!robotKinds.includes(way.kind)) return []
  const read = robotSettings.safeParse(way.settings)
  if (!read.success || (read.data.about === 'promises' && !promise)) return []
  const roles = [...row.personRoles, ...(row.role === null ? [] : [row.role as Role])]
  const meant =
    roles.some((role) => read.data.roles.some((one) => one === role)) ||
    departmentsOf(roles).some((department) => read.data.departments.includes(department))
  return meant ? [{ ...planned, kind }] : []
}

/** An event under its process: `repair.escalation`. */
export const typeOf = (event: string, process: string): string =>
  partsOf(event).chapter === '' ? `${process}.${event}` : event

interface Telling {
  readonly rows: readonly Row[]
  readonly ways: readonly Way[]
  readonly messages: readonly Message[]
}

async function toPeople(tx: Tx, house: House, { rows, ways, messages }: Telling): Promise<readonly Planned[]> {
  const mine = ways.filter(({ kind }) => kind === 'mail' || kind === 'sms')
  if (mine.length === 0) return []
  const byId = new Map(rows.map((row) => [row.id, row]))
  const readers = await readersOf(tx, [...new Set(messages.map(({ personId }) => personId))])
  return messages.flatMap(({ outboxId, personId }) => {
    const [row, reader] = [byId.get(outboxId), readers.get(personId)]
    if (row === undefined || reader === undefined || !seesCase(reader, row.case, house.modules)) return []
    const own = row.case === null ? null : wordsOf(house, row.case.process)
    const atWork = row.case?.atWork ?? []
    const kind = kindOf(row.event, { person: reader, own, doneByCustomer: row.byCustomer, atWork })
    const chosen = reader.preferences ?? sensible[reader.kind]
    return mine
      .filter((way) => wanted(chosen, way.kind as ToldWay, kind) && reachable(reader, way.kind as ToldWay))
      .map(({ id }) => ({ row, channelId: id, personId, kind, nextAt: whenFor(kind, row.at, chosen) }))
  })
}

const wanted = (chosen: Preferences, way: ToldWay, kind: ToldKind | 'account') =>
  kind === 'account' ? way === 'mail' : chosen[way][kind]
const reachable = (reader: Reader, way: ToldWay) =>
  way === 'mail' ? reader.email !== '' : mobileOf(reader.phone) !== null
const whenFor = (kind: ToldKind | 'account', at: IsoInstant, chosen: Preferences) =>
  kind === 'escalation' || kind === 'account' ? at : afterQuiet(at, chosen)

const rowsAtOnce = 500

async function keep(tx: Tx, planned: readonly Planned[], now: IsoInstant): Promise<number> {
  let made = 0
  for (let from = 0; from < planned.length; from += rowsAtOnce) {
    const values = planned.slice(from, from + rowsAtOnce).map(({ row, channelId, personId, kind, nextAt }) => ({
      id: uuidv7(Date.parse(now)),
      channel_id: channelId,
      happening: row.happening,
      outbox_id: row.id,
      person_id: personId,
      case_id: row.caseId,
      event: row.event,
      kind,
      created_at: now,
      due_at: nextAt,
      next_at: nextAt,
    }))
    const kept = await sql`
      insert into deliveries (id, channel_id, happening, outbox_id, person_id, case_id, event, kind, created_at, due_at, next_at)
      select id, channel_id, happening, outbox_id, person_id, case_id, event, kind, created_at, due_at, next_at
      from json_to_recordset(${json(values)}) as made (id uuid, channel_id uuid, happening uuid, outbox_id bigint,
        person_id uuid, case_id uuid, event text, kind text, created_at timestamptz, due_at timestamptz, next_at timestamptz)
      on conflict (happening, channel_id, person_id) do nothing`.execute(tx)
    made += Number(kept.numAffectedRows ?? 0)
  }
  return made
}
