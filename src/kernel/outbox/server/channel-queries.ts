/** Channels as the page shows them, and the line that is kept of every change. Secrets are not read here. */
import { sql } from 'kysely'
import { json, type Tx } from '#kernel/database/database.ts'
import type { JsonValue } from '#lib/json.ts'
import type { IsoInstant } from '#lib/time.ts'
import type { ChannelChange, ChannelRow } from '../channel-view.ts'

export async function channelRows(tx: Tx): Promise<readonly ChannelRow[]> {
  const { rows } = await sql<ChannelRow>`
    select channels.id, channels.kind, channels.name, channels.active, channels.version, channels.settings,
           channels.secret is not null as "secretSet", waiting.count as waiting, stuck.count as stuck,
           (select max(finished_at) from deliveries where channel_id = channels.id and state = 'sent') as "lastSentAt"
    from channels
    cross join lateral (
      select count(*) from deliveries where channel_id = channels.id and state in ('waiting', 'failed')) waiting
    cross join lateral (
      select count(*) from deliveries where channel_id = channels.id and state in ('dead', 'unsure')) stuck
    where channels.retired_at is null
    order by array_position(array['mail', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook'], channels.kind), channels.name, channels.id`.execute(
    tx,
  )
  return rows
}

export async function channelChanges(tx: Tx, after: number | undefined): Promise<readonly ChannelChange[]> {
  const { rows } = await sql<ChannelChange>`
    select channel_changes.id, channels.name as channel, channels.kind, channel_changes.at, people.name as by,
           channel_changes.what, channel_changes.detail
    from channel_changes
    join channels on channels.id = channel_changes.channel_id
    left join people on people.id = channel_changes.by_id
    where channel_changes.id < ${after ?? Number.MAX_SAFE_INTEGER}
    order by channel_changes.id desc limit 50`.execute(tx)
  return rows
}

interface Change {
  readonly channelId: string
  readonly at: IsoInstant
  readonly byId: string | null
  readonly what: ChannelChange['what']
  readonly detail: Readonly<Record<string, JsonValue>>
}

export async function keepChange(tx: Tx, { channelId, at, byId, what, detail }: Change): Promise<void> {
  await tx
    .insertInto('channel_changes')
    .values({ channel_id: channelId, at, by_id: byId, what, detail: json(detail) })
    .execute()
}
